/// Notions that several rules share.
enum Words {
  /// "not", "can't", "unabhängig von", …
  static let denial = Notion(
    "not|never|no|without|cannot|nobody|neither|none",
    "nor|unable|regardless|forbid*|prohibit*|disallow*|nothing|against",
    "don|can|won|isn|doesn|didn|aren|wasn|couldn|wouldn|shouldn|mustn|needn t; dont|cant|wont",
    "nicht|kein|keine|keinen|keiner|keinem|keinerlei|keines",
    "nie|niemals|ohne|untersagt|verboten|weder|unabhangig|verbiet*",
    "no|nunca|jamas|sin|ni|tampoco|prohib*|independiente*",
    "ne|n|pas|jamais|sans|aucun|aucune|ni|interdi*|inutile|independamment",
    "不能;不会;不需要;不用;不可;不提供;没有;没法;无法;无需;无关;未;别;请勿;不要;不再;不接受;不允许;不必;不是;不得;不支持;禁止;严禁")

  /// Denials in form only.
  static let encouragement = Notion(
    "don_t|do_not|dont|not|never hesitate|forget|miss|wait|be|worry; why not; not only",
    "can|could|would|will you not; no matter",
    "no obligation|problem|worries|doubt|time|brainer|questions; if not; or not; not so; were|was never",
    "never been; cannot wait",
    "zogern|vergessen|verpassen sie nicht; nicht nur|vergessen|verpassen|zogern; falls|wenn nicht; nicht wahr",
    "ohne zogern",
    "no dude|olvide|olviden|pierda|pierdas|espere|solo; si no; sin duda|compromiso; por que no",
    "n hesitez|oubliez|attendez|manquez; ne manquez|tardez|ratez; non seulement; sinon; sans hesiter|attendre",
    "pourquoi pas",
    "不要错过;别错过;别忘;不要忘;不仅;没问题;没有问题;未来;不要犹豫;如不;若不")

  /// A sentence that tells what the buyer wrote or asked.
  static let reported = Notion(
    "you wrote|asked|requested|mentioned|said|told|inquired|enquired; you d asked|like_to_know; as you wished|asked",
    "your question was|about; as requested; you were asking|wondering; you wanted to|us|me",
    "sie schrieben|fragten|wollten|baten|erwahnten; hatten|haben sie|uns .. gefragt|geschrieben|erwahnt",
    "auf|zu ihre|ihrer frage",
    "wie gewunscht; sie hatten|haben .. gefragt",
    "usted pregunto|escribio|pidio|menciono; como nos? pidio; nos pregunto|pidio|preguntaba",
    "sobre|en_cuanto_a su pregunta",
    "vous demandiez|vouliez|ecriviez|souhaitiez|demandez; vous avez|aviez demande|ecrit",
    "vous nous? avez|aviez demande|ecrit",
    "您问;您之前问;您提到;您申请;您想知道;您说过")

  /// Whether a sentence repeats the buyer; "what you wrote" only names it.
  static func isReported(_ sentence: Range<Int>, in text: ReadText) -> Bool {
    reported.places(in: text, sentence).contains { place in
      place.lowerBound == sentence.lowerBound || !naming.contains(text.tokens[place.lowerBound - 1].text)
    }
  }

  private static let naming: Set<String> = [
    "what", "that", "which", "text", "words", "comment", "que", "was", "review",
  ]

  /// Reviews and feedback, as things.
  static let review = Notion("@review")

  /// A request to write one.
  static let reviewRequest = Notion(
    // To write a review.
    "@write .. @review; @write ... @lines .. @page; @lines|@review ... @page .. @write; share|tell .. @lines|@review",
    "@review .. abgeben|hinterlassen|schreiben|da|geben|verfassen|abzugeben|dalassen|teilen|verfassten|vergeben",
    // To review.
    "review|rate us|it|our|the|your|this|me|@page; rate|review before|today|now|on|your",
    "please|do|kindly|and|to rate|review",
    "bewerten sie; uns|mich|bitte bewerten; bewerten|bewerte uns|mich|den|das|die; zu|kurz bewerten",
    "zur bewertung|rezension",
    "valore|valoren|valorarnos|valorenos|valoranos|califiquenos|calificanos|puntuenos",
    "@rate nuestro|nuestra|la|el|su|nos",
    "nos valore|valora|califica; puede|podria|pueden|podrian valorar*|opinar|calificar|puntuar",
    "notez|evaluez|noter|evaluer nous|notre|le|la|votre|l; nous noter|evaluer",
    // To tell others.
    "tell|inform|let other|others|amazon|shoppers|everyone|customers|the_world|people|fellow; spread the word",
    "cuente*|cuenta* .. amazon|otros|demas|pagina|ficha; digalo|cuentelo|cuenteselo|cuentalo",
    "dites le|la .. amazon|fiche|page|autres|commentaire; faites le savoir; sagen|erzahlen .. anderen|weiter|amazon",
    // That one would be welcome.
    "would|d|be|are|is|feel|always .. @review; @please .. @review",
    "@review .. @please|welcome|appreciated|means|mean|helps|valuable",
    "@review .. freuen|hilfreich|hilft|willkommen|wert; ihre meinung",
    "@review would|could|will|ware|wurde|seria|serait",
    "@review .. interesiert|interesa|ayuda*|aide*|bienvenid*|bienvenu*|precieux",
    // Stars.
    "stars|sterne .. waiting|page|vergeben|geben|schenken; attribuer .. etoile*; leave|give|click|choose .. stars",
    "写评;留评;给评;写个评;写下;发表评;打分;晒图;晒单;评价一下;评论一下;来评价;去评价;请评价;请评论;给个评;给个好评;给好评;打个分",
    "帮忙评;欢迎评;欢迎写;欢迎留;先给评价;发出来;评价这款;留个好评;分享 ... @lines; 去 ... 说两句|说几句|留言; 商品页 .. @lines; 麻烦评")

  /// "before you review the settings": something to be done, or another thing of the same name.
  private static let otherReview = Notion(
    "you|to|we|i|they|will review|rating|rate|reviewing the|its|your? settings|menu|attached|drawing",
    "you|to|we|i|they|will review|rating|rate|reviewing the|its|your? case|photo|photos|proof",
    "ll|can|and review|rating|rate|reviewing the|its|your? settings|menu|attached|drawing",
    "then|technicians|before review|rating|rate|reviewing the|its|your? settings|menu|attached|drawing",
    "ll|can|and|then|technicians|before review|rating|rate|reviewing the|its|your? case|photo|photos|proof",
    "review the? attached|drawing|proof|design|artwork|settings|case",
    "review the? document|documents|layout|first|contract|file|claim; for|ready_for|under review",
    "will|ll|we|i|who|technicians|engineers review|rate; auditor reviews",
    "review|rating of the drawing|proof|design; rating plate|label|v|amp|watt",
    "energy label",
    "bewertung|beurteilung des|der|vom|von .. gerausch*|schaden*|schadens|mangel*|reklamation*|zustand*|falls",
    "valoracion|evaluacion de|del|de_los .. dano*|siniestro|caso|reclamacion",
    "evaluation|avis de|du|des|d .. dommage*|degat*|sinistre|expert*|reclamation",
    "a mi|nuestro|su|mon|notre|son opinion|avis; opinion del fabricante",
    "avis de|d passage|paiement|expedition|livraison; 看评分; 评分指示; 评价指标; reviewer s; review copy|sample",
    "tactile|haptic feedback")

  /// Whether what reads like a review is something else.
  static func isOther(_ review: Range<Int>, in text: ReadText) -> Bool {
    let sentence = text.sentence(of: review.lowerBound)
    let before = max(sentence.lowerBound, review.lowerBound - 4)..<review.upperBound
    return otherReview.places(in: text, before).contains { $0.overlaps(review) }
  }
}
