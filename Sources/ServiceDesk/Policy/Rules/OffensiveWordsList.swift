enum OffensiveWordsList {
  /// Obscene, hateful or a threat, whoever is meant: what no marketplace shows.
  static let obscene = Notion(
    "fuck*|fck|fcking|fcked|fuk|fuking|fukin|fuker",
    "shit|shits|shite|shitty|bullshit|horseshit|dipshit|asshole*|arsehole*",
    "bitch*|cunt*|stfu|wtf|tmd|milf|blowjob|handjob|pussy",
    "dickhead*|wanker*|dumbass|jackass|motherf*|slut*|whore*|faggot*",
    "nigg*|kikes|twat*|prick|pricks|douche*|porn*|bollocks",
    "cocksucker*|bellend*|tosser|tossers|jerk_off|pissed_off|screw_you|son_of_a_b*|gobshite|chink|chinks",
    "piece|load|bunch|pile of shit|crap|piss; piss off; suck my; kiss my ass|arse; my ass; up your|their ass|arse",
    "ass hole; dick head; go screw; screw yourself|yourselves; like|as a ss; go to hell; rot in hell; burn in hell",
    "lick my; kill you|them|him; come to your house|home|place; know where you live",
    "these|those|you|you_re|lying|cheating|greedy|utter|total|complete|thieving bastard|bastards; crock of",
    "break your legs|arms|neck|face|bones; beat you|up; will|ll|gonna hurt you; burn .. house|shop|store|home",
    "your kind always|should|are|of_people; with your kind",
    "people from your|that country|place .. cheat|steal|lie|are; you people are|always|never",
    "naked|nude photo|photos|pictures|pics; severed|bloody|gory corpse|head|body|pictures; go back to your country",
    "kicked|thrown out of the|this country; filthy foreigners|immigrants; dirty foreigners|immigrants",
    "scheiss*|scheisz*|scheisse|arsch|arschloch*|arschgeige*|wichser*",
    "wixer*|hurensohn*|hure|huren|nutte*|fick|ficken|fickt; gefickt*|fickt_euch|miststuck|kanake*|verpiss*|verfickt*",
    "drecksack|drecksacke|drecksau*|schlampe*|fotze*|mistkerl*",
    "dreckskerl*|pisser|pissnelke|kacke|kack|beschissen*|verarsch*|arschlocher|leck_mich|bullenscheiss*|schwuchtel*",
    "kackladen|kackding|scheissladen|sauladen|missgeburt*; zur holle; leck* mich; wissen|weiss .. wo sie wohnen",
    "ich mache .. fertig; am arsch; fur den arsch",
    "mierda*|puta|puto|putas|putos|putada|gilipolla*|cabron*|joder|jodido*|jodida|pendej*|subnormal*|cojones",
    "mamon|mamones|hijueputa|hdp|malparid*|chingad*|chingar|verga|culero*|maricon*|carajo; por el culo; de los huevos",
    "puto|puta asco; hijo|hijos de puta|perra; que te jodan|den; vete a la; me cago; basura humana",
    "se donde vives|vive; te voy|vamos a .. matar|pegar",
    "merde*|putain|connard*|connasse*|salaud*|salop*|encul*|foutre",
    "foutez|fdp|bougnoule|batard*|pute|putes|couille*|chier; niquer|emmerd*|trou_du_cul|ntm|branleur*",
    "bande|gros|sale|petit|pauvre|quel de? con|conne|cons|cul; quelle conne; sales pd; ta gueule; fils de pute",
    "va te faire; allez vous faire; savons|sais ou vous|tu habitez|habites; se foutre|foutent; 傻逼; 傻b; 傻 B; 傻x",
    "傻 X; 傻 *; 是个傻; 煞笔; 沙比; 他妈; 特么; 妈的; 操你; 草泥马; 尼玛; 妈逼; 妈蛋; 狗屎; 狗日; 日你; 婊子; 贱人",
    "贱货; 王八蛋; 王八蛋; 龟孙; 畜生; 杂种; 滚蛋; 快滚; 滚吧; 滚粗; 去死; 去你; 混蛋; 人渣; 弄死; 打死; 知道你家",
    "知道你住; 狗东西; 裸照; cnm; nmsl; 狗娘; 操蛋; 操了; 真操; 卧槽; 我操; 我靠; 屌")
  /// An insult, whoever is meant.
  static let always = Notion(
    "morons|moronic|idiot|idiots|idiotic|retarded|dammit|crappy|scum|imbecile",
    // Words that mean another thing elsewhere: French "retard", German "loser", Spanish "liar", "Kike", "Morón".
    "you|u|your|re|are|such|total|complete|stupid|fucking a? retard|retards|loser|losers|liar|moron|kike",
    "you|u|are|re such|nothing|just|only|all a|but? a? retard|loser|losers|liar|moron|kike",
    "liars|scumbag|cretin|numbskull|halfwit|nitwit; shut up; watch your back; you ll|will regret|pay_for|be_sorry",
    "you filthy|dirty|stupid|dumb|pathetic|lousy|damn; make you pay|regret|sorry; teach you a lesson; burn you|your",
    "damn you|it|people; just|please|and|now|so get lost; drop dead; sue you into; find you and|wherever",
    "piece of garbage|trash|dirt; you are all",
    "idiot|idioten|idiotin|dummkopf*|vollidiot*|depp|deppen|trottel|schwachkopf|verdammte|verdammter",
    "blodmann|lugner|betruger|penner; blod|dumm; blodian|hohlkopf|schwachsinnig*; zu blod|dumm",
    "halt|halten .. maul|die_klappe; werden|wirst es|das? bereuen; das werden sie .. bereuen; sie|du|ihr spinner",
    "dumme kuh; blode kuh|gans; sie blod*|dumm*; idiota*|imbecil*|estupid*|maldito|maldita|mentiros*|tarado",
    "sois|eres|es|son|usted|menudo|pedazo de? un|una? capullo; so zorra; se|te arrepentira*|arrepentiras",
    "sabemos donde vive; callese|callate; vayase|vete al; eres|es usted? tonto|tonta|basura; que te pase algo",
    "tenga cuidado con; te voy|vamos a .. partir",
    "idiot|idiots|idiote|imbecile*|abruti*|debile|debiles|menteur|menteuse|crever|minable|cretin*|ordure|escroc",
    "ferme* la|ta gueule; allez au diable; vous le? regretterez; espece de; vous etes stupide|bete; gare a vous; 傻子",
    "傻瓜; 白痴; 垃圾人; 弱智; 脑残; 神经病; 笨蛋; 蠢; 不要脸; 你有病; 骗子; 猪脑; 智障; 废物")
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
