/// MSG-043: who hasn't bought yet gets no way around eBay.
enum ContactBeforePurchase {
  static let rule = PolicyRule(
    "MSG-043", block: [.ebay], why: "your contact data before the purchase", source: "E16"
  ) { reading in
    let text = reading.text
    guard before.stands(in: text) else { return [] }
    let addresses = reading.mailAddresses.map { text.written($0) }
    let numbers = NumberScanner.telephones(in: text, outside: reading.links).map { text.written($0.range) }
    let links = reading.links.filter { !$0.host.contains("ebay") }.map { text.written($0.range) }
    let places = visit.places(in: text).filter { !reading.isDenied($0) && hasNumber($0, text) }.map { text.words($0) }
    return (addresses + numbers + links + places).prefix(1).map { .init($0) }
  }

  private static func hasNumber(_ place: Range<Int>, _ text: ReadText) -> Bool {
    text.sentence(of: place.lowerBound).contains { text.tokens[$0].text.allSatisfy(\.isNumber) }
  }

  private static let before = Notion(
    "before you|buying|bidding|purchase|purchasing|the|placing|deciding|committing; prior to",
    "still available|for_sale|unsold; interested in|buyer; if you re|are interested|unsure|undecided",
    "want to see|view|inspect|look|try",
    "until you buy|bid|decide; ahead of; if you want|would_like to buy|bid; thinking of buying|bidding",
    "for a viewing; auction ends|closes|runs|finishes; before bidding|the_auction; not sold yet; place a bid",
    "yes .. available",
    "vor dem|der|einem|ihrem .. kauf|gebot|bieten|kaufen|ersteigern|auktionsende",
    "bevor sie .. kaufen|bieten|zuschlagen; noch zu haben|verfugbar|da; bei interesse; besichtig*",
    "auktion endet|lauft; wenn sie .. interesse|kaufen_mochten",
    "antes de comprar|pujar|la|hacer|decidir*; si le|te interesa; sigue|todavia|aun|esta disponible|a_la_venta",
    "subasta termina|acaba; avant d|de|l|achat .. acheter|encherir|achat|commander; avant achat",
    "si vous etes|cela_vous interesse*",
    "si ca|cela|l_objet vous? interesse; toujours|encore disponible|en_vente",
    "enchere finit|termine|se_termine|fin; 购买前; 拍之前; 下单前; 出价前; 买之前; 竞拍前; 拍下前; 还在; 还有货; 想看; 竞拍; 感兴趣; 先看货; 还没卖")
  /// A place to meet.
  private static let visit = Notion(
    "showroom|our_shop|store at|in; view|see it at; come by|to|round|over; visit|find me|us at; my|our address",
    "address is; pick it up at; drop by; meet at; i live at|in; besichtigen .. in|bei; meine adresse",
    "kommen sie .. vorbei|in; pase* por; mi direccion; passez .. au|chez; mon adresse; 地址")
}
