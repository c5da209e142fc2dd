import Marketplaces

/// Tells mails that a marketplace passes on for a buyer, and the marketplace's own notices, from all others.
enum MarketplaceSender {
  @Sendable static func apply(to reading: inout MailReading) {
    let sender = reading.sender
    let name = reading.mail.from?.name ?? ""
    reading.buyer = buyerName(name) ?? (sender.isEmpty ? nil : sender)
    reading.replyTo = reading.mail.headers["reply-to"].map { address(in: $0) } ?? reading.mail.from?.address
    guard let at = sender.lastIndex(of: "@") else { return }
    let domain = sender[sender.index(after: at)...]
    for candidate in reading.accounts.map(\.profile) {
      if candidate.senders.relays.contains(where: { matches($0, sender: sender, domain: domain) }) {
        reading.marketplace = candidate
        if let named = nameInSubject(reading.mail.subject), sender.hasSuffix("etsy.com") { reading.buyer = named }
        return
      }
      if candidate.senders.notices.contains(where: { sender.hasPrefix($0) }) {
        reading.marketplace = candidate
        reading.isNotice = true
        reading.isAutomatic = true
        return
      }
    }
  }

  private static func matches(_ relay: String, sender: String, domain: Substring) -> Bool {
    relay.contains("@") ? sender == relay : relay.hasPrefix(".") ? domain.hasSuffix(relay) : domain == relay
  }

  /// "Dana Poe - Amazon Marketplace" is Dana Poe.
  private static func buyerName(_ name: String) -> String? {
    var name = Substring(name)
    for ending in [" - Amazon Marketplace", " via eBay", " via Etsy", " (via Etsy)"] where name.hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    return name.isEmpty ? nil : String(name)
  }

  /// "Re: Etsy Conversation with Ana Diaz about Order #3300012345"
  private static func nameInSubject(_ subject: String) -> String? {
    guard let with = subject.range(of: "Conversation with ") else { return nil }
    let rest = subject[with.upperBound...]
    let name = rest.range(of: " about ").map { rest[..<$0.lowerBound] } ?? rest
    return name.isEmpty ? nil : String(name)
  }

  private static func address(in field: String) -> String {
    guard let open = field.lastIndex(of: "<"), let close = field[open...].firstIndex(of: ">") else { return field }
    return String(field[field.index(after: open)..<close])
  }
}
