/// MSG-001: a link to anywhere but the marketplace's order and help pages and the carrier's tracking.
enum ForeignLink {
  static let rule = PolicyRule(
    "MSG-001", block: [.amazon],
    why: "a link out of Amazon; only its order and help pages and the carrier's tracking are allowed",
    source: "A66 [Z], A72 [API]"
  ) { reading in
    reading.links.filter { !Hosts.isCarrier($0.host) && !Hosts.isAmazonOrderPage($0) }
      .map { .init(reading.text.written($0.range)) }
  }
}
