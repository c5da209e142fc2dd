/// MSG-002: in a message that nobody asked for, a link that the order doesn't need.
enum NeedlessLink {
  static let rule = PolicyRule(
    "MSG-002", block: [.amazon], proactiveOnly: true, why: "a link that is not needed to complete this order",
    source: "A72 [API]"
  ) { reading in
    reading.links.filter { !Hosts.isCarrier($0.host) && !Hosts.isAmazonOrderPage($0) }
      .map { .init(reading.text.written($0.range)) }
  }
}
