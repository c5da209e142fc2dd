/// What a comment speaks of: each topic with the words that show it.
struct CommentTopics {
  enum Topic: CaseIterable {
    /// How good the product is.
    case product
    /// That it came late or never.
    case delivery
    /// How it was carried and packed.
    case handling
    /// Whether what was sent is what was ordered.
    case listing
    /// What the seller did, said or charges.
    case seller
  }

  private(set) var words: [Topic: [String]] = [:]
  /// It says more than that somebody is content or not.
  private(set) var hasSubstance = false

  init(_ text: ReadText) {
    for sentence in text.sentences {
      let excused = TopicWords.excused.places(in: text, sentence)
      for topic in Topic.allCases {
        let places = TopicWords.of(topic).places(in: text, sentence).filter { place in
          !excused.contains { $0.overlaps(place) }
        }
        if !places.isEmpty { words[topic, default: []] += places.map(text.words) }
      }
    }
    words = words.mapValues(GroundCheck.unique)
    let empty = TopicWords.empty.places(in: text)
    let telling = text.tokens.indices.filter { index in !empty.contains { $0.contains(index) } }
    hasSubstance =
      !TopicWords.dealing.stands(in: text)
      && telling.count
        >= (telling.contains { text.tokens[$0].text.count == 1 && Tokenizer.isHan(text.tokens[$0].text) } ? 8 : 4)
  }
}

extension Tokenizer {
  fileprivate static func isHan(_ word: String) -> Bool { word.unicodeScalars.first.map(isHan) ?? false }
}

enum TopicWords {
  /// Somebody deals with somebody: such a comment is never taken for one of the product for want of other words.
  static let dealing = Notion(
    "paid|pay|ordered|box|legs|parcel|reparto|label|tag|website|sold|sealed|seal|got|snippy|asked",
    "helped|help|told|fixed|promised|redone|shady|crooks|crook|euro|euros|dollars|$|€|£|came|went",
    "verkauft|gebraucht*|porto|ruckporto|telefon|helfen|geholfen|bemuht|gezahlt|bezahlt|kam|gekommen|fremde|neuware",
    "als neu; pague|cobr*|pagado|web|vendid*|nuevo|ayud*|telefono|engan*|ladron*",
    "sinverguenza*|paye|vendu|neuf|site|aide|telephone|escrocs|voleur*|attente",
    "描述|标签|扣|解释|付|网站|新的|帮|电话|打电话|坑|黑店|元|块")
  /// Words of every comment, whatever it is about: praise, blame, who speaks, what was done.
  static let empty = Notion(
    "i|me|my|we|our|it|it_s|its|this|that|these|those|the|a|an|and|or|but|so|too",
    "very|really|just|all|at|of|for|to|in|on|with|from|by|as|if|be|been|is|was|are",
    "were|am|will|would|won_t|wouldn_t|do|don_t|did|didn_t|not|no|never|ever|again|any|anyone|everyone|nobody|you",
    "your|what|how|why|have|has|had|can|can_t|could|should|don|t|s|ve|ll|im|i_m|dont|wont|cant",
    "bad|good|great|awful|terrible|horrible|worst|best|disappointed|disappointing",
    "disappointment|unhappy|happy|satisfied|dissatisfied|recommend|recommended|avoid|beware|stay|away",
    "buy|bought|buying|order|ordered|purchase|experience|money|waste|time|star",
    "stars|zero|one|1|0|ok|okay|fine|nice|wow|ugh",
    "meh|joke|ridiculous|unacceptable|disgusting|shame|sad|sorry|please|thanks|thank",
    "love|hate|like|think|feel|amazon|here|there|first|last|again",
    "nothing|something|everything|happened|more|less|much|enough|absolutely|totally|completely",
    "simply|poor|expected|expect|people|guys|rating|review|feedback|said|says",
    "ich|mir|mein|meine|wir|es|das|dies|der|die|den|dem|ein|eine|einen|und|oder|aber|so|zu",
    "sehr|nur|alles|nicht|nichts|nie|wieder|mehr|ist|war|sind|bin|habe|hat|hatte|wird|wurde|werde|kann|kein",
    "keine|schlecht|gut|super|toll|enttauscht|enttauschend|enttauschung|zufrieden|unzufrieden",
    "empfehlung|empfehlen|empfehlenswert|finger|weg|hande|davon|kaufen|gekauft|kauf",
    "bestellt|geld|stern|sterne|mies|furchtbar|schrecklich|katastrophe|unmoglich|danke",
    "leider|einfach|absolut|total|nochmal|niemals|erfahrung|schade|traurig|frechheit",
    "yo|me|mi|lo|la|el|los|las|un|una|y|o|pero|muy|mas|no",
    "nunca|jamas|nada|es|fue|era|son|he|ha|que|de|a|en|con|por|para",
    "se|le|mal|malo|mala|bien|bueno|buena|pesimo|pesima|horrible|fatal|decepcion*|contento|satisfech*|recomiendo",
    "recomendable|compro|comprar|compre|compra|volvere|volver|dinero",
    "estrella|estrellas|experiencia|todo|gracias|verguenza|lamentable|asco",
    "je|j|me|mon|ma|on|nous|c|ce|ca|cela|le|la|les|l|un|une|des|du",
    "de|d|et|ou|mais|tres|trop|plus|ne|n|pas|jamais|rien|est|etait|sont|ai|a|que",
    "qu|qui|a|en|avec|par|pour|mauvais*|bon|bonne|nul|nulle|horrible|decu|decue|deception|decevant|content|satisfait",
    "mecontent|recommande|acheter|achete|achat|commande|argent|etoile|etoiles",
    "experience|tout|merci|honte|fuir|eviter|dommage|bof|catastrophe|inadmissible",
    "我|你|他|的|了|是|在|和|就|也|都|很|太|真|不|没|有|这|那|个|次|再|会|要|买|购|物|差|好|坏|评|推荐|失望|满意|不满|垃圾",
    "后悔|一|星|钱|体验|非常|十分|极|其|吧|啊|呢|呀|到|说|人|东西|东|西|大家|别|以后|绝对|千万|谢谢|感谢|最|第|上|下|来|去|什么|怎么|还|可以|一般")

  static func of(_ topic: CommentTopics.Topic) -> Notion {
    switch topic {
    case .product: product
    case .delivery: delivery
    case .handling: handling
    case .listing: listing
    case .seller: seller
    }
  }

  /// Words of a topic that say nothing about it here: when something was noticed, or that nobody is blamed.
  static let excused = Notion(
    "when|once|since|after|until|day|moment|as_soon_as it|they|this|the_item|product? arrived|came|delivered",
    "not|isn_t|wasn_t|no the? seller|sellers|vendor s? fault; not the seller; gave up hope",
    "would|will|won_t|wouldn_t not? get|receive; the app; off|from|at|to work",
    "delivers|delivered on|great|good|poor|solid; for|at|given|considering|worth the|this|its|that price",
    "price quality|performance|value|point; overpriced|expensive for what; promised window|date|day|time|delivery|by",
    "been used as|like; back to the? original brand; my phone|pocket; two|tried phones; overpriced for|at",
    "for what it is; wochen|tage gedauert .. halt; war .. halt; no sin; app says|said|shows",
    "photo .. delivered package; statt der|den angegebenen; bestellt am; annonce pour|le; no parcel|package",
    "para el precio; por lo que cuesta; trop chere pour; destinataire; date|window|time|day i|we? was|were promised",
    "promised .. monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|by",
    "attente .. trop? longue|long; date annoncee|promise; 包装 .. 结实|好|差|破|完好; 胶带 .. 裂开|开",
    "箱 .. 裂开|开裂; padding at all; no padding; with no padding; honest lady|man|neighbour|neighbor|opinion|person",
    "chat|cat hair; sieht|ganz|schaut nett; instead of picking|cutting|cleaning|working|lasting|being; je l utilise",
    "l utilise; las fotos son|estan|del_libro; trop cher pour; precio calidad; calidad precio; qualite prix",
    "rapport qualite; preis leistung*; fur den preis; por el precio|este_precio; pour le|ce prix; 这个价格; 这价格",
    "性价比; 慢充; 充电 .. 慢; 反应慢; 运行慢; 加热慢; 升温慢; 速度慢; 服务器; als es|sie|er|das_paket? ankam",
    "kann der verkaufer nichts dafur; liegt nicht am verkaufer; cuando llego; no es culpa del vendedor",
    "quand .. arrive; pas la faute du vendeur; 不怪卖家; 不是卖家的错; 不是卖家的问题",
    "delivery of the|bass|sound|power; long delayed reaction")
}
