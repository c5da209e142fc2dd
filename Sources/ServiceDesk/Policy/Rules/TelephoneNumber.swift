/// MSG-005: a telephone number, also in words; those of a carrier, a manufacturer or a warranty are allowed.
enum TelephoneNumber {
  static let rule = PolicyRule(
    "MSG-005", block: [.amazon, .ebay],
    why: "a telephone number; only those of the carrier, the manufacturer and its warranty are allowed",
    source: "A66 [Z], A73, E15"
  ) { reading in
    NumberScanner.telephones(in: reading.text, outside: reading.links).filter { !isService($0.sentence, reading) }
      .map { .init(reading.text.written($0.range)) }
  }

  private static let own = Notion(
    "our|my own|office|shop|store|cell|mobile|workshop|desk; our own; call our|my|me|us",
    "our helpline|hotline|team|office|shop|workshop; in the shop",
    "unser|unsere|unserer|mein|meine uns|mich|buro|werkstatt|laden|team|hotline|handy*|nummer",
    "rufen sie uns|mich; unter uns",
    "nuestro|nuestra|mi tienda|oficina|movil|telefono|numero; llamenos|llameme",
    "notre|mon atelier|boutique|bureau|numero|portable; appelez nous|moi",
    "我的;我们的;我们店;打我;我手机;本店")
  private static let service = Notion(
    "manufacturer*|warranty|carrier|courier|ups|fedex|usps|dhl|dpd|gls|hermes|evri|evri's|depot; royal mail",
    "customer service of; manufacturer s; brand s service",
    "hersteller*|garantie*|paketdienst*|spedition*|servicenummer|zusteller",
    "fabricante|garantia|transportista|correos|seur|mrw; servicio tecnico de; empresa de transporte",
    "fabricant|constructeur|garantie|transporteur|colissimo|chronopost; la poste; service apres vente de",
    "厂家;保修;厂商;制造商;快递公司;顺丰客服;官方售后;售后服务电话;品牌售后;客服热线 95;京东快递;圆通;中通;品牌客服")

  private static func isService(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
    let before = max(0, sentence.lowerBound - 1)
    let start = sentence.lowerBound > 0 ? reading.text.sentence(of: before).lowerBound : sentence.lowerBound
    if own.stands(in: reading.text, sentence) { return false }
    return service.stands(in: reading.text, start..<sentence.upperBound)
  }
}
