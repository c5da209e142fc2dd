/// MSG-033: tells the buyer what to write in a review.
enum ReviewInstructions {
  static let rule = PolicyRule(
    "MSG-033", block: [.amazon], why: "tells the buyer what to write in a review", source: "A66 [Z]"
  ) { reading in
    let text = reading.text
    guard !past.stands(in: text) else { return [] }
    let own = reading.ownSentences
    for (index, sentence) in own.enumerated() {
      let start = index > 0 ? own[index - 1].lowerBound : sentence.lowerBound
      guard let review = review.first(in: text, start..<sentence.upperBound),
        let place = instructions.places(in: text, sentence).first(where: { $0.lowerBound > review.lowerBound })
          ?? (sentence.contains(review.lowerBound) ? instructions.first(in: text, sentence) : nil),
        !reading.isDenied(place), !toSeller.stands(in: text, place), !free.stands(in: text, sentence)
      else { continue }
      return [reading.hit(place)]
    }
    return []
  }

  private static let review = Notion("@review; review|rate|reviewing it|our|us|the; @rate")

  private static let instructions = Notion(
    // What to say.
    "mention|mentioning|describe|describing|include|including ... how|that|the|your|our|its|photo|photos",
    "mention|mentioning|describe|describing|include|including ... words|word|quality|colour",
    "mention|mentioning|describe|describing|include|including ... color|delivery|service|fast|durable",
    "highlight|emphasize|emphasise|stress|praise|cover|feature ... how|that|the|your|our|its|photo|photos",
    "highlight|emphasize|emphasise|stress|praise|cover|feature ... words|word|quality|colour",
    "highlight|emphasize|emphasise|stress|praise|cover|feature ... color|delivery|service|fast|durable",
    "say|state|write|tell .. how|that|something|about|at_least|two|three|words; talk about|of; focus on",
    "point out; comment on; use|add|attach|upload|post ... title|word|words|keyword*|photo",
    "use|add|attach|upload|post ... photos|picture|pictures|image|images|video",
    "a title|headline with|like|such; you might|could|can|may write|say|start|mention; for example|instance",
    "such as; something like; at least .. words|sentences|characters|lines",
    "suggested|sample|following text|wording|sentence",
    "title .. word; template; copy|paste .. text|review|this|sentence|line|below; start with; along the lines",
    "in .. sentences|words; ideally with",
    "gehen sie .. ein|auf; erwahnen|beschreiben|nennen|betonen .. sie|bitte|wie|dass|die|den|das|qualitat|material",
    "loben|hervorheben|erwahne|schildern .. sie|bitte|wie|dass|die|den|das|qualitat|material",
    "schreiben sie|bitte .. etwas|wie|dass|am_besten|mindestens|zur|zum|uber",
    "heben sie .. hervor; verwenden|benutzen sie .. wort|worter|titel|formulierung*|text; etwa so",
    "zum beispiel; mindestens .. worte|worter|satze|zeichen; vorlage; folgenden|folgender text; am besten mit",
    "laden sie .. bild|foto|bilder|fotos|video",
    "mit foto|fotos|bild|bildern|video; drei|zwei fotos|bilder",
    "mencion*|describ*|incluy*|destac*|resalt*|subray* .. que|la|el|los|las|su|fotos|foto|calidad|como",
    "cuente|diga|escriba|comente|ponga|anada|hable .. que|como|de|titulo|un|fotos|foto|palabras|sobre",
    "siguiendo .. esquema; primero ... luego; por ejemplo; al menos|minimo .. palabras|lineas|frases",
    "este texto; puede copiar|poner; con fotos|foto; suba .. foto|fotos|video",
    "mentionn*|decriv*|precis* .. que|la|le|les|l|sur|photo|photos|qualite|votre",
    "insist*|soulign*|inclu*|evoqu* .. que|la|le|les|l|sur|photo|photos|qualite|votre",
    "parlez .. du|de|des|surtout|la; ajoutez|joignez|mettez .. photo|photos|video|titre|mot; redigez .. ainsi",
    "ainsi :; par exemple",
    "au moins|minimum .. mots|phrases|lignes; modele; texte suivant; phrase sur; en .. phrases|mots",
    "avec photo|photos; commencez par; donnez .. titre",
    "提到; 提及; 写上; 写明; 写到; 附图; 附三张; 附上 ... 图; 附上照片; 至少 ... 字; 不少于; 突出; 强调; 参考文案; 复制; 可以这样写; 可以写; 关键词; 配图; 字以上",
    "晒 ... 图; 请写; 模板; 多说说; 夸夸; 重点写; 重点说; 带图; 带上照片; 张照片; 张图; 文案; 例如")
  private static let past = Notion(
    "in your review you; you mentioned|described; your .. review mentions|says|describes",
    "have read your review; your review .. mention*|describe*; erwahnten sie",
    "in ihrer rezension|bewertung .. schreiben|erwahnen; menciono; dans votre avis",
    "您在评价里; 您评价里; 评论里提到; 评价里提到; 评论中; 评价中; your review of the drawing|proof; proof|artwork|drawing",
    "korrekturabzug; serial number; en su resena .. dice|comenta")
  /// What is written is left to the buyer.
  private static let free = Notion(
    "up to you; your decision|choice; you decide; entirely yours; ihnen uberlassen; ihre entscheidung",
    "entscheiden sie; decision suya; usted decide; como .. quiera|prefiera|desee; a vous de; vous decidez",
    "comme .. souhaitez|voulez|preferez; libre; 由您决定; 您自己决定; 您说了算")
  /// Something that the seller needs to know.
  private static let toSeller = Notion(
    "tell|let .. others|buyers|people|shoppers|customers how|about we|it|you|your",
    "write|tell|schreiben|sagen us|me|uns|mir; to us; an uns; serial number; seriennummer; 告诉我们")
}
