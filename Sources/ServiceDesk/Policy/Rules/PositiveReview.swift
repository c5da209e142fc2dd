/// MSG-010: asks for a good rating.
enum PositiveReview {
  static let rule = PolicyRule(
    "MSG-010", block: [.amazon, .ebay, .etsy], why: "asks for a positive review or rating",
    source: "A67, A70, E14"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      if let place = exchange.first(in: text, sentence) { return reading.hit(place) }
      guard !past.stands(in: text, sentence), !open.stands(in: text, sentence) else { return nil }
      let asked =
        praised.places(in: text, sentence).filter { isOneThought($0, text) } + stars.places(in: text, sentence)
      return asked.first { !reading.isDenied($0) && !thing.stands(in: text, sentence) }.map { reading.hit($0) }
    }
  }

  /// "Good" and "review" on both sides of a comma have little to do with each other.
  private static func isOneThought(_ place: Range<Int>, _ text: ReadText) -> Bool {
    text.clauses(of: place.lowerBound..<(place.lowerBound + 1)).upperBound >= place.upperBound
  }

  private static let praised = Notion(
    "@praise word|words|worte|worten|zeilen|palabras|mots .. @review",
    // A good review.
    "@praise and|or|@praise|und|y|et|的? @review",
    "@praise product|seller|shop|store|verified|public|und|ehrliche @review",
    "@praise @review; @praise few|short|little|kleine|pequena|petite @review; more positive|good|5|five .. @review",
    "@praise word|words .. in|about|on .. @page|us|me|our; @praise stern|star|estrellas|etoiles @review",
    "@praise word|words|worte|palabras|mots|comments .. would|wurden|seria|serait|help; gute worte",
    // Reviews that are good.
    "resena*|opinion*|valoracion*|comentario* muy|bien|lo_mas|realmente? @praise",
    "voto*|calificacion|puntuacion|evaluacion muy|bien|lo_mas|realmente? @praise",
    "avis|commentaire|evaluation|note|temoignage|retour tres|bien|plus|vraiment? @praise; @review zu? positiv*",
    // Superlatives, and a word of praise under another name.
    "resena*|opinion*|valoracion*|comentario*|nota *isima|*isimo; @praise comment|comments about|on our|us|the",
    "earn|deserve|deserved your|those|the @stars; rate us|it|me|this accordingly; 5tar|5tars rating|review|feedback",
    "every|each|a 5tar|5tars; @write .. 5tar|5tars",
    // To rate well.
    "rate|review|score|mark us|it|our|the|me|your|this .. high|highly|well|5|five|top",
    "rate|review|score|mark us|it|our|the|me|your|this .. full|best|great|positively|highest|good",
    "positiv|gut|bestens|top|hochstmoglich|mit_5 bewerten|bewertet|beurteilen",
    "bewerten .. positiv|bestens|bestnote|gut|5|funf",
    "valor*|califi*|puntu* .. positivamente|5|cinco|bien|maxima|maximo|excelente|alto",
    "notez|evaluez|noter|evaluer .. positivement|5|cinq|bien|maximum|maximale; all|your dsr|dsrs .. 5|five",
    // To speak well of the seller.
    "say|write|tell|speak|post something|anything|a_few nice|good|kind|lovely|positive|great|well",
    "speak|write highly|well|good of|about",
    "share|spread|show the|your|some love; how much you love|like|enjoy",
    "how great|good|happy ... review|shoppers|others",
    "thumbs up|thumb_up .. review|feedback|rating; recommend us .. review|page|amazon",
    "leave|give .. positive|good one",
    "hablar|hable bien de; dire|dites du bien; loben sie uns; weiterempfehl* .. bewertung|rezension",
    "给 .. 好评; 打 .. 高分|满分|五分; 求好评;求个好评;留个好评;好评支持;好评一下;个好评;来个好评;五星好评;好评鼓励;写好评;正面评价;正面的评价",
    "积极评价;积极的评价;好的评价;美评;满意的评价;点赞;赞一个;正面反馈;好评价;优质评价;好评哦;好评呀;好评吧;好评吗;晒图好评;好评率")

  /// Stars that are asked for.
  private static let stars = Notion(
    "@write|@rate|@please|click|press|choose|pick|tap|select|hope|deserve*|count|aim|go ... @stars",
    "@stars .. @review|@please|@write|count*|mean*|matter*|help*|keep|make|us|uns|nos|nous|支持|鼓励|哦|呀",
    "@stars ... help*|mean*|@please|abgeben|freuen",
    "anything|everything|nothing less than @stars|5|five; anything|everything below|under .. @stars|stars|5|five",
    "alles unter .. @stars|5|funf; todo lo .. menos .. @stars; moins de .. @stars; 低于 .. @stars",
    "ponernos|darnos|dejarnos|regalenos|denos|ponganos|mettez|donnez|accordez ... @stars",
    "klicken|vergeben|schenken ... @stars",
    "点 .. @stars; 打 .. @stars; 给 .. @stars; 亲 .. @stars; 5|five ★|⭐|*")

  /// You scratch my back.
  private static let exchange = Notion(
    "left|gave|give|leave|leaving you .. feedback|review|stars|rating .. same|likewise|return|too",
    "return the favor|favour",
    "do the same for me|us; feedback .. do the same; leave me the same|one; feedback for feedback",
    "likewise for me|us",
    "bekommen naturlich auch eine; ebenso bewerten; revanchier*; im gegenzug auch .. bewert*|bewertung",
    "hice lo mismo; haga lo mismo; faites de meme; rendez moi la pareille; moi aussi .. evaluation|avis",
    "我也会给您留;也给您好评;互评;互相好评;也会给您好评;给您也留")

  /// What else has five stars, or gives good feedback.
  private static let thing = Notion(
    "flag*|hotel*|pendant|shirt|jersey|badge|sticker*|pattern|lamp",
    "towel|print|fridge|freezer|energy|spf|star_shaped|knob|safety",
    "ncap|necklace|constellation|decal|mug|wall|cutter|cookie",
    "garland|lights|blanket|movie|restaurant|cognac|brandy|chef|general",
    "quilt|ornament|charm|charms|tree|screw*|bit|tactile",
    "haptic|acoustic|force|crash|rated|certificate|sewn|embroidered|printed",
    "trikot|flagge|fahne|anhanger|aufdruck|gestickt",
    "aufgedruckt|schraube*|klinge|energieklasse|gefrierfach|crashtest|sternschraube*",
    "bandera|camiseta|estampad*|pantalla|recortad*|bordad*|eficiencia|congelador|arbol",
    "drapeau|branches|lumineuse|maillot|guirlande|brode*|imprime*|congelateur|sapin|vis",
    "国旗;酒店;图案;徽章;衣服;灯;挂;印;螺丝;包装;餐厅;能效;红旗")
  /// About a review that is there already.
  private static let past = Notion(
    "@thanks ... @review|@star|@stars|words; you left|wrote|posted .. @review|star|stars|us",
    "have read|seen; from|in your @review",
    "read|saw|seen|received|noticed your|the|this ... @review|@stars; despite|according_to ... @review",
    "in the? good|positive review",
    "has|have|had|with|its|many|got .. good|great|positive|excellent reviews|ratings|feedback",
    "words in the|your review",
    "gelesen|gesehen|gefreut|erhalten; freuen|freut uns|mich dass; haben sie .. gegeben|vergeben",
    "in|aus|dank ihrer @review",
    "leimos|hemos leido|vimos|recibido|nos_alegra su|tu; nos alegra|alegramos; que dejo|puso; en su @review",
    "avons|ai lu|vu|recu; laisse|laissee|publie|publiee hier|par; dans|grace votre @review; ravis de|que",
    "看到了;都看了;您给的;已收到您的;收到了您的;评价里;评论里;您的好评我们")
  /// Every opinion is welcome.
  static let open = Notion(
    "good|positive|favourable|favorable or|and|as_well_as bad|negative|critical|not; positive wie negative",
    "praise and|or criticism",
    "whatever|regardless|honest|honestly|either_way|no_matter|critical_or; as_many_or; one to five; 1 to 5",
    "positiv|gut|lob oder|und|wie|sowie negativ|schlecht|kritik|tadel; ganz gleich|egal; ehrlich*",
    "von 1|einem bis 5|funf; gleich ob",
    "buena|bueno|positiva|favor o|y|u mala|malo|negativa|contra|lo_malo; sea cual; sincer*; honest*",
    "con total libertad",
    "positif|bon|positifs|bons|elogieux ou|comme|et mauvais|negatif|negatifs|critique; quel|quelle qu",
    "honnete*|sincere*; tel quel",
    "好坏;好的坏的;不管好;无论;真实的;如实;好评差评;好评还是;好评或;好评和;客观")
}
