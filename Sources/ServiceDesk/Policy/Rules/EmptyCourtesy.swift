/// MSG-017: an unasked message that says no more than thanks, or "write if there is a problem".
enum EmptyCourtesy {
  static let rule = PolicyRule(
    "MSG-017", block: [.amazon], proactiveOnly: true,
    why: "says only thanks, or to write if there is a problem", source: "A67, A69"
  ) { reading in
    let text = reading.text
    guard !text.tokens.isEmpty else { return [] }
    // Whatever is said beside courtesies makes it a message.
    let substantial = text.sentences.filter { !isCourtesy($0, text) }
    let longest = substantial.map { weight($0, text) }.max() ?? 0
    guard longest < 3, courtesy.stands(in: text) else { return [] }
    return courtesy.first(in: text).map { [reading.hit($0)] } ?? []
  }

  private static func isCourtesy(_ sentence: Range<Int>, _ text: ReadText) -> Bool {
    // A long sentence says something else too.
    courtesy.stands(in: text, sentence) && weight(sentence, text) <= 30 && !matter.stands(in: text, sentence)
  }

  /// A Chinese character is about half a word.
  private static func weight(_ sentence: Range<Int>, _ text: ReadText) -> Int {
    let han = sentence.count { text.tokens[$0].text.unicodeScalars.contains(where: Tokenizer.isHan) }
    return sentence.count - han / 2
  }

  private static let courtesy = Notion(
    "thank you|u; thanks; many thanks; appreciate your|you|the; grateful",
    "any|a|some problem|problems|question|questions|issue|issues|concern|concerns|trouble; anything else",
    "need help|anything|assistance|us; here for you|to help|should; let us know; contact us; reach out",
    "have a lovely|nice|great|good|wonderful; enjoy your|it|the; happy to help; hope you",
    "at your service|disposal; kind|best|warm regards; hello|hi|dear|regards|sincerely|team; welcome",
    "vielen|herzlichen|besten dank; danke; bei fragen|problemen; fur sie da; melden sie sich",
    "kontaktieren sie uns; viel freude|spass; zogern sie nicht; jederzeit",
    "guten|liebe|lieber tag|frau|herr|kundin|kunde; grusse|grussen; schonen tag",
    "gracias; agradecemos; cualquier duda|consulta|problema|pregunta|cosa; no dude; a su disposicion",
    "escribanos; contactenos; esperamos que; un saludo|cordial; hola|estimado|estimada; disfrute",
    "merci; remercions; n hesitez pas; question|questions|souci|probleme|besoin; a votre disposition",
    "contactez|ecrivez; bonne journee; cordialement; bonjour; esperons que; profitez bien",
    "感谢;谢谢;多谢;有任何问题;有问题;有什么问题;随时联系;欢迎联系;联系我们;祝您;为您服务;您好;惠顾;支持;光临;随时为您")
  private static let matter = Notion(
    "one|hinge|part|needs|missing|attached|replaces|contains|wrong|error",
    "monday|tuesday|wednesday|thursday|friday|saturday|courier|driver",
    "engraving|appointment|review|feedback|shipped|address|invoice|delivery|delay",
    "please check|tell|name|confirm",
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|benotigen|brauchen",
    "fehlt|gravur|datum|anbei|zustell*|spediteur|rechnung|liefer*",
    "lunes|martes|miercoles|jueves|viernes|sabado|necesita",
    "transportista|ascensor|grabado|falta|factura|direccion|entrega",
    "transporteur|livreur|livrer|creneau|lundi|mardi|mercredi|jeudi|vendredi",
    "samedi|notice|jointe|remplace|besoin|manque|livraison|facture|adresse|gravure",
    "门牌;补充;无法;发货;缺;地址;发票;配件")
}
