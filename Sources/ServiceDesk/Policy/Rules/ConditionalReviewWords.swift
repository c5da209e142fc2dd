enum ConditionalReviewWords {
  static let content = Notion(
    "@happy; thumbs up; daumen hoch; pulgar arriba; in ordnung; alles gut; todo bien; tout va bien")

  /// A condition that the buyer be pleased.
  static let condition = Notion(
    "@if ... @happy; thumbs up; happy|satisfied|pleased|content customers|buyers|clients|with|=",
    "@if ... work|works|working|runs|expect|expected|expects; those|everyone|anybody who like|love*",
    "@if ... klappt|klappen|funktionier*|lauft|lief|funciona*|marche|fonctionne*|llego|arrive*",
    "@happy =|:; should .. meet|like|love|be; in that case; unless; everyone|buyers happy|satisfied",
    "sind sie ... @happy; ist ... @happy|bestens; gefallt ihnen|es|der|die|das",
    "bei freude|gefallen|zufriedenheit; zufriedene kunden",
    "wer .. zufrieden|mag; hat ... gefallen|uberzeugt; lauft alles",
    "le|te|les gusta|gusto|encanta|convence; quien|quienes .. contento|satisfech*|gust*; clientes satisfechos",
    "todo perfecto|bien",
    "vous est|etes ... satisfait*|content*|ravi*; vous plait|plaisent|convient; clients satisfaits|contents",
    "qui .. aiment|plait",
    "@happy 的话|就|请|再|欢迎|吗|的亲|的客户; 觉得 .. @happy; 用着 .. @happy; 满意 .. 评; 喜欢 .. 评; 装上没问题")
  /// A hope that is followed by "in that case" or by the other half.
  static let hope = Notion(
    "hope|hoping|trust ... wanted|@happy|well|expect*; great|glad|good that|to_hear; hoffen ... @happy|gut",
    "esperamos ... @happy",
    "esperons ... @happy; 希望 .. @happy; don_t|please_don_t leave|post bad|negative; all is|are fine|well|good",
    "when all is")

  static let toReview = Notion(
    "@write .. @review; review|rate us|it|our|the|your|this|me|@page",
    "tell|let other|others|amazon|shoppers|everyone; @please .. @review",
    "@review .. @please|welcome|kind|lovely|nice|helpful; post|share ... @page|@review|@lines; to rate it",
    "rate it|us; @review would",
    "read your|a review; see your|a review; invite .. @review; =|: @review|stars; to the reviews",
    "@star ... @page; feel free to rate",
    "bewerten sie; uns|mich bewerten; zur bewertung|rezension",
    "@review .. abgeben|schreiben|hinterlassen|hilfreich|freuen; sterne",
    "freuen|bitten .. @review; uber|um .. @review; eine? rezension|bewertung; gerne bewerten",
    "sagen|erzahlen .. weiter|anderen",
    "deje .. @review; valorenos|valorarnos|valore|califiquenos|puntuenos|valoranos; cuentelo|digalo",
    "agradec* .. @review; su @review",
    "laissez .. @review; notez nous|le|la; evaluez; dites le .. @page|@review|fiche; un avis; votre avis; nous noter",
    "写评|写个评|留下评|留评|评价|晒图|好评|评论|打分|五星; 商品页 .. 说两句|说几句|留言")

  /// The other half: tell us instead.
  static let toSeller = Notion(
    "@contact .. @us|back|line|seller|first|chance|team|know|message|directly; to us",
    "us|me first|instead|before|here; our inbox|support",
    "hit reply; get in touch; drop us|me; chance to make|solve|fix|help; give us; address us",
    "in private|privately; only to us; with us",
    "uns schreiben|sagen|melden|kontaktieren",
    "schreiben|sagen|melden|kontaktieren|wenden|geben|sprechen .. uns|mich|sich|an|bescheid|vorab",
    "ab zu uns; zu uns; nachricht an uns; an uns|unseren|unser; bei uns; sich .. bei|an uns; hier antworten",
    "lieber uns; antworten sie",
    "escriba*|escribanos|contactenos|diganos|cuentenoslo|avisenos",
    "denos|deme|danos|dennos .. oportunidad; geben sie uns .. chance|gelegenheit",
    "donnez|laissez nous|moi .. chance|occasion|possibilite",
    "hablenos|cuentenos*|contacteme|escribame|llamenos|dinoslo|avisame",
    "contact* .. nosotros|nos; con|a nosotros; responda a este; contactar .. nosotros|primero; expliquenos",
    "contactez|ecrivez|parlez|signalez|repondez|prevenez|adressez .. nous|moi|le|a|ce|d; dites le nous",
    "dites nous; parlons en; par ici",
    "nous contacter|ecrire|prevenir; vers nous; revenez",
    "联系|告诉|找|跟|和|私下|私聊 .. 我们|我|客服|讲|说; 联系客服;找客服;私下;先联系;请联系;告诉我们;来找我")

  static let otherwise = Notion(
    "@unhappy; algo no; no va bien; no ha ido bien; ne va|vont pas; quelque chose ne|cloche",
    "before you rate|review|post; bevor sie .. bewert*|sterne; antes de valorar",
    "avant de|d noter|evaluer")

  /// Wordings that hold both halves.
  static let selective = Notion(
    // Only the pleased.
    "only|just if|when|once|satisfied|happy ... review|rate|rating|feedback",
    "review|rate us|it|the .. only if|when|once",
    "only ask|invite those|buyers|customers .. like|love|happy",
    "satisfied|happy customers|buyers .. may|can|should|please rate|review",
    "nur zufriedene|wenn|falls|bei ... bewertung*|bewerten|rezension*|zufriedene*",
    "bewertung* .. nur .. wenn|falls|zufrieden*",
    "solo|unicamente|solamente si|cuando|clientes ... resena|opinion|valor*|satisfech*",
    "valore* .. solo|unicamente si|cuando",
    "n|ne evaluer|noter|laisser|evaluez|notez|laissez ... que si",
    "uniquement|seulement si .. satisfait*|bien|content* ... avis|evalu*|not*",
    "clients satisfaits ... avis; avis .. uniquement|seulement; 满意再评;满意才;只有满意;好用再评;满意了再;满意后再评",
    // Us before a bad review.
    "before|instead|rather ... post|posting|leave|leaving|write .. negative|bad|poor|low",
    "before|instead|rather ... post|posting|leave|leaving|write .. 1|one|critical|less",
    "before|instead|rather ... writing|give|giving|rate|rating .. negative|bad|poor|low|1|one|critical|less",
    "don_t|do_not leave|post|write|give .. bad|negative|low|poor|1|one ... contact|message|us|tell",
    "negative .. contact|message us",
    "contact|message|talk|write|tell|reach us|me|out ... before you? rate|rating|review|reviewing",
    "contact|message|talk|write|tell|reach us|me|out ... before you? leave|leaving|post|posting",
    "contact|message|talk|tell|reach us|me|out ... instead_of|rather_than ... review|rating|negative|feedback|rate",
    "before|rather_than|instead_of rate|rating|review|reviewing ... contact|message|tell us|me|to",
    "before|rather_than|instead_of rate|rating|review|reviewing ... talk|write|reach us|me|to",
    "before|rather_than|instead_of post|posting|leaving|leave ... contact|message|tell us|me|to",
    "before|rather_than|instead_of post|posting|leaving|leave ... talk|write|reach us|me|to",
    "bevor|anstatt|statt|ehe ... bewert*|rezension*|negativ*|schlechte*|sterne ... uns|melden|kontakt*|schreiben",
    "uns|melden|kontakt*|schreiben ... bevor|ehe|statt|als ... bewert*|rezension*|sterne",
    "keine schlechte|negative|schlechten bewertung*",
    "antes|en_vez|en_lugar de? ... valor*|resena|opinion|negativ*|mala ... contact*|escrib*|diga*|habl*",
    "contact*|escrib*|diga*|habl* ... antes|en_vez|en_lugar ... valor*|resena|opinion|negativ*|mala",
    "no deje .. mala|negativa ... nos|contact*",
    "avant|plutot|au_lieu ... avis|evalu*|negatif|mauvais|noter ... contact*|ecri*|dites|parl*",
    "contact*|ecri*|dites|repond*|parl* ... avant|plutot|au_lieu ... avis|evalu*|negatif|mauvais|not*",
    "ne laissez pas .. negatif|mauvais",
    "先联系 ... 评;先找 ... 评;不要差评;别给差评;不要给差评;先别评;别急着评;不要急着评;千万别 ... 评;差评前;给差评之前;评价前请先;先别给差评",
    "评价之前 .. 联系|找; 有问题 ... 别 ... 评; 评论前先;评价前先")
  static let explained = Notion(
    "amazon|policy|rules|break .. not|forbid*|prohibit*|policy|rules .. allow|us|ask",
    "cannot|can_t|may_not|never ask only; verbiet*",
    "durfen|konnen .. nicht|nur .. bitten; no permite|podemos_pedir; interdit*; not allowed|permitted; 不允许;规定;不能只")
}
