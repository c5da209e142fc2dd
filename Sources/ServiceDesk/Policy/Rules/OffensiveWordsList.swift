enum OffensiveWordsList {
  /// Offensive whoever is meant.
  static let always = Notion(
    "fuck*|fck|fcking|fcked|fuk|fuking|fukin|fuker|shit|shitty|bullshit|asshole*|arsehole|bitch*|cunt",
    "dickhead|wanker|morons|moronic|idiot|idiots|idiotic|retarded|dammit|dumbass|crappy",
    "motherf*|slut|whore|faggot|nigg*|kikes|scum|imbecile",
    // Words that mean another thing elsewhere: French "retard", German "loser", Spanish "liar", "Kike", "Morón".
    "you|u|your|re|are|such|total|complete|stupid|fucking a? retard|retards|loser|losers|liar|moron|kike",
    "you|u|are|re such|nothing|just|only|all a|but? a? retard|loser|losers|liar|moron|kike",
    "liars|porn*|scumbag|twat|prick|douchebag|jackass|cretin|numbskull|halfwit|nitwit",
    "shut up; go to hell; screw you; kill you; come to your house|home|place; know where you live",
    "watch your back; you ll|will regret|pay_for|be_sorry",
    "you filthy|dirty|stupid|dumb|pathetic|lousy|damn; make you pay|regret|sorry",
    "break your legs|arms|neck|face|bones; beat you|up; will|ll|gonna hurt you; teach you a lesson",
    "burn .. house|shop|store|home; burn you|your; piss off; damn you|it|people",
    "just|please|and|now|so get lost; drop dead; sue you into; find you and|wherever",
    "piece of shit|crap|garbage|trash|dirt; your kind always|should|are|of_people; with your kind",
    "people from your|that country|place .. cheat|steal|lie|are; you people are|always|never",
    "naked|nude photo|photos|pictures|pics; you are all; severed|bloody|gory corpse|head|body|pictures",
    "scheiss*|arsch|arschloch*|arschgeige|idiot|idioten|idiotin|dummkopf*|vollidiot*",
    "wichser*|hurensohn*|depp|deppen|trottel|schwachkopf|verdammte|verdammter|fick|ficken|fickt|gefickt|miststuck",
    "blodmann|lugner|betruger|penner|kanake*|verpiss*|drecksack blod|dumm",
    "schlampe|fotze|dreckskerl|mistkerl|blodian|hohlkopf|schwachsinnig*|zu blod|dumm",
    "halt|halten .. maul|die_klappe",
    "wissen|weiss .. wo sie wohnen; werden|wirst es|das? bereuen; das werden sie .. bereuen; sie|du|ihr spinner",
    "dumme kuh",
    "blode kuh|gans; sie blod*|dumm*; leck mich; zur holle; ich mache .. fertig",
    "idiota*|imbecil*|estupid*|mierda|puta|puto|gilipollas|cabron*",
    "sois|eres|es|son|usted|menudo|pedazo de? un|una? capullo|zorra; so zorra",
    "joder|pendejo*|maldito|maldita|mentiros*|subnormal*|tarado; basura humana",
    "se|te arrepentira*|arrepentiras",
    "se donde vives|vive; sabemos donde vive; callese|callate; vayase|vete al",
    "eres|es usted? tonto|tonta|basura; hijo de puta; que te pase algo; tenga cuidado con",
    "te voy|vamos a .. matar|pegar|partir",
    "idiot|idiots|idiote|imbecile*|merde|putain|connard*|connasse*|salaud*|salope*|encul*|abruti*",
    "debile|debiles|menteur|menteuse|foutre|foutez|crever|minable|cretin*|ordure|escroc|bougnoule",
    "ferme* la|ta gueule; ta gueule; allez au diable; vous le? regretterez",
    "savons|sais ou vous|tu habitez|habites; espece de; va te faire; vous etes stupide|bete|con|conne",
    "gare a vous",
    "傻逼;傻b;傻子;傻瓜;白痴;他妈;妈的;操你;垃圾人;人渣;滚;去死;混蛋;王八蛋;弱智;脑残;神经病;贱人;笨蛋;蠢;不要脸;弄死;打死;知道你家;知道你住;狗东西;你有病;骗子;裸照;猪脑;智障;废物;傻 B")
  /// Only of a person.
  static let atSomebody = Notion(
    "you|you_re|your|u|are|such .. a|an? stupid|crazy|thief|thieves|cheat|cheater|blind|dishonest|pathetic",
    "you|you_re|your|u|are|such .. a|an? dumb|bastard*|scammer*|fraud|crook",
    "you|you_re|your|u|are|such .. a|an? lazy|disgusting|ignorant|garbage|trash; damn|crap",
    "stupid enough|question|buyer|customer|mistake_of_yours",
    "sie|du|ihr .. blod|bloder|blode|dumm|dumme|bescheuert*|bekloppt*|mist|bastard; verdammt noch; 小心点; 等着瞧",
    "你等着; 你 .. 傻; 你们 .. 傻|骗; dieb|diebe; ladron|ladrones|sinverguenza; voleur|voleuse|voleurs")
  /// Tools and titles with such names.
  static let thing = Notion(
    "bastard file|saw|cut|sword|files; bastardfeile*|bastard_feil*; feil*|hieb; bastarda; 傻瓜 相机|式; crapaud")
}
