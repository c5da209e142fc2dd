import Marketplaces

/// Tells mails that a marketplace passes on for a buyer, and the marketplace's own notices, from all others.
enum MarketplaceSender {
  @Sendable static func apply(to reading: inout MailReading) {
    let sender = reading.sender
    let name = reading.mail.from?.name ?? ""
    reading.buyer = buyerName(name) ?? (sender.isEmpty ? nil : sender)
    reading.replyTo = reading.mail.headers["reply-to"].map { address(in: $0) } ?? reading.mail.from?.address
    guard !sender.isEmpty else { return }
    for candidate in reading.accounts {
      let senders = candidate.profile.senders
      if senders.relays.contains(reading.senderDomain) || senders.relays.contains(sender) {
        reading.marketplace = candidate.profile
        if reading.senderDomain.hasSuffix("etsy.com"), let named = nameInSubject(reading.mail.subject) {
          reading.buyer = named
        }
        return
      }
      if senders.notices.contains(where: { sender.utf8.starts(with: $0.utf8) }) {
        reading.marketplace = candidate.profile
        reading.isNotice = true
        reading.isAutomatic = true
        return
      }
    }
  }

  /// "Dana Poe - Amazon Marketplace" is Dana Poe.
  private static func buyerName(_ name: String) -> String? {
    guard !name.isEmpty else { return nil }
    for ending in [" - Amazon Marketplace", " via eBay", " via Etsy", " (via Etsy)"]
    where name.utf8.last == ending.utf8.last {
      if name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
    }
    return name
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
