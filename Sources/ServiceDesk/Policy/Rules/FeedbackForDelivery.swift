/// MSG-039: goods or a refund only against feedback.
enum FeedbackForDelivery {
  static let rule = PolicyRule(
    "MSG-039", block: [.ebay, .amazon], why: "makes goods or a refund depend on feedback", source: "E14, A54"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      guard let review = review.places(in: text, sentence).first(where: { !Words.isOther($0, in: text) }),
        condition.stands(in: text, sentence),
        let due = owed.places(in: text, sentence).first(where: { !$0.overlaps(review) }),
        !independent.stands(in: text, sentence)
      else { return nil }
      return reading.hit(Reading.span(review, due))
    }
  }

  private static let review = Notion(
    "@review; rated|rate|reviewed us|me|it|the; the negative; positive|stars .. is|are|on|shows|up",
    "bewertet haben; uns|mich .. bewerten|bewertet; haben .. bewertet",
    "nos|me valore|valora|califique|puntue; nous|m ayez|avez note|evalue; note|evalue nous",
    "negativ* .. weg|geloscht|entfernt; 评完; 评了; 评价完")
  private static let owed = Notion(
    "refund|refunds|refunded|money|replacement|parcel|posted|post",
    "ship|shipped|shipping|item|package|send|sent|release|released",
    "reimburse*|exchange|return|part|dispatch|dispatched|credit|goods|order|despatch*|mail|hand_over; get .. back",
    "ware|ruckzahlung|erstattung|ersatz*|paket|packchen|geld|verschick*",
    "versand|versende*|erstatt*|zuruck|schicke*|sendung|artikel|raus",
    "dinero|reembolso|devol*|devuelv*|envio|envi*|paquete",
    "recambio|producto|reembols*|importe|mercancia|articulo|pieza",
    "rembours*|colis|expedi*|envoi|envoy*|envoie|argent|remplacement|article|livr*|marchandise|piece; 退款; 发货",
    "补发; 换货; 寄; 退钱; 退您; 才退; 才发; 货")
  private static let condition = Notion(
    "once|until|after|unless|only|before|when|as_soon_as|first; no feedback|review|rating",
    "not|nothing before|earlier|until|till",
    "depend*|conditional|condition*; in_order_to|provided|on_hold; to get .. leave|rate|review",
    "if you .. @write|@rate|change|remove",
    "erst|sobald|nachdem|bevor|vorher|dann|solange|abhangig|wenn; nur wenn|gegen; hangt .. davon; ohne bewertung*",
    "si nos|me|usted|deja",
    "solo|antes|hasta|cuando|despues|una_vez|primero|en_cuanto|depende|tan_pronto|siempre_que|tras",
    "sin resena|valoracion|voto",
    "apres|avant|qu|que|tant|lorsque|des|seulement|une_fois|condition|depend|quand|aussitot; sans avis|evaluation",
    "先;才;后才;之后;等您;等;前提;只有;不给;否则;再")
  private static let independent = Notion(
    "not|doesn_t|does_not|no_way|never depend|tied|linked|conditional; independent*|regardless|whether",
    "nothing to do; @thanks .. for|your",
    "you don_t have; have read|seen; no need; up to you; unabhangig*|egal|gleichgultig",
    "nicht .. abhangig|davon; gesehen|danke|gelesen",
    "no depende|tiene_que_ver|esta; independiente*; gracias; hemos leido|visto; ne depend; n y|a",
    "independamment; merci; avons lu|vu",
    "没有关系;无关;不影响;不管;感谢;谢谢您的评价;看到了;无论")
}
