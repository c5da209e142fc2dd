/// Finds telephone numbers, in digits or in words, and tells them from order, tracking and article numbers, dates,
/// prices and sizes.
enum NumberScanner {
  struct Number: Equatable {
    /// Indices into `ReadText.characters`.
    var range: Range<Int>
    /// The tokens of the sentence in which it stands.
    var sentence: Range<Int>
  }

  static func telephones(in text: ReadText, outside links: [Link] = []) -> [Number] {
    var found: [Number] = []
    var index = 0
    while index < text.tokens.count {
      guard let run = DigitRun(at: index, in: text) else {
        index += 1
        continue
      }
      let range =
        text.tokens[run.tokens.lowerBound].range.lowerBound..<text.tokens[run.tokens.upperBound - 1].range.upperBound
      if run.isPossible, !links.contains(where: { $0.range.overlaps(range) }), isTelephone(run, text) {
        found.append(Number(range: range, sentence: text.sentence(of: run.tokens.lowerBound)))
      }
      index = run.tokens.upperBound
    }
    return found
  }

  private static func isTelephone(_ run: DigitRun, _ text: ReadText) -> Bool {
    let sentence = text.sentence(of: run.tokens.lowerBound)
    let near = max(sentence.lowerBound, run.tokens.lowerBound - 8)..<run.tokens.lowerBound
    let after = run.tokens.upperBound..<min(sentence.upperBound, run.tokens.upperBound + 6)
    let isCalled = calling.stands(in: text, near)
    let isNamed = naming.stands(in: text, near)
    if run.isVanity { return true }
    if run.isSpoken { return isCalled || run.groups.count >= 6 && !isNamed }
    if run.isOrderNumber || run.isDate || isAmount(run, text) { return false }
    if run.hasPlus { return true }
    if isNamed { return isCalled && isNearer(calling, than: naming, near, text) && run.hasShape }
    if isCalled || run.hasStrongShape { return true }
    if calling.stands(in: text, after), run.hasShape { return true }
    return run.hasShape && !run.separators.isEmpty && calling.stands(in: text, sentence)
  }

  private static func isNearer(_ one: Notion, than other: Notion, _ range: Range<Int>, _ text: ReadText) -> Bool {
    let first = one.places(in: text, range).last?.lowerBound ?? -1
    let second = other.places(in: text, range).last?.lowerBound ?? -1
    return first > second
  }

  private static let units: Set<String> = [
    "$", "€", "£", "¥", "usd", "eur", "gbp", "cm", "mm", "m", "kg", "g", "mah", "w", "v", "hz", "lumen", "元", "公", "厘",
    "%", "x",
    "pcs", "stuck", "件", "个",
  ]

  /// A price, a quantity or a size follows or precedes.
  private static func isAmount(_ run: DigitRun, _ text: ReadText) -> Bool {
    if run.tokens.lowerBound > 0, units.contains(text.tokens[run.tokens.lowerBound - 1].text) { return true }
    return run.tokens.upperBound < text.tokens.count && units.contains(text.tokens[run.tokens.upperBound].text)
  }

  /// What makes a number a telephone's.
  private static let calling = Notion(
    "call|phone|ring|dial|tel|telephone|mobile|cell|hotline",
    "helpline|whatsapp|sms|fax|calling|landline|bell|buzz|shout|handset",
    "text me|us|a_photo|it|to|on|the; support|service line; reach|contact|get me|us|hold; reach .. under|on|at",
    "pick up; speak with|to; give .. ring|call|bell",
    "call|talk to|on; phone_number; number is|:; telefon*|anruf*|rufen|ruf|handy*|mobil*|tel",
    "rufnummer|durchwahl|klingeln|hotline|erreichen|erreichbar|festnetz",
    "nummer ist|lautet|:; unter der nummer; unser service",
    "llam*|telefono|movil|tel|tfno|telefon*|contact*|marque|marcar; al 9|6|7; numero es|:; nuestro numero",
    "appel*|telephon*|tel|portable|joindre|joignable|rappele*|fixe; numero .. est|:; repond* au|meme; au 0",
    "notre numero",
    "电话;手机;拨打;致电;打给;来电;热线;座机;打0;打1;可以打;拨;联系方式; 联系我; 号码是")
  /// What makes it something else.
  private static let naming = Notion(
    "order|tracking|trackingnumber|serial|rma|ean|isbn|asin|upc|sku|gtin",
    "model|invoice|article|item|part|reference|ref|batch|lot|barcode|ticket|case",
    "shipment|parcel|package|postcode|zip|po|voucher|id|vat|account|listing",
    "catalogue|catalog|code|version|firmware|imei|mac|size|waybill|customs|hs|pin",
    "consignment|registration|policy|product|patent|certificate|claim|return|card; number on the label; s n",
    "track*; lc; locker",
    "bestell*|sendung*|serien*|artikel*|rechnung*|modell*|paket*|auftrag*|referenz*",
    "charge*|gutschein*|kunden*|teile*|art|vorgang*|ticket*|ust*|steuer*|plz",
    "retour*|lieferschein*|fahrgestell*|abholcode; pedido|seguimiento|serie|referencia|ref|factura|articulo",
    "modelo|lote|codigo|envio|localizador|albaran|paquete",
    "devolucion|expedicion|guia",
    "commande|suivi|serie|reference|facture|article|modele|colis|bon|dossier|retour|numero_de_serie; 查询号",
    "订单;运单;单号;编号;型号;序列号;条码;货号;快递号;发票;批次;编码;税号;尺寸;规格;追踪;流水号;批号;取件码;单据")
}
