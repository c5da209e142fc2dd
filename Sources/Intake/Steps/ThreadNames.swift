import ServiceDesk

/// What names the conversation: the mails that this one answers, then relay address with order, then the order.
enum ThreadNames {
  @Sendable static func apply(to reading: inout MailReading) {
    reading.threads.references = (reading.mail.inReplyTo + reading.mail.references.reversed()).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    let other = reading.direction == .in ? reading.sender : reading.mail.to.first?.address.lowercased() ?? ""
    // Amazon sends its copies of the seller's replies to the seller: that address names no conversation.
    let isOwn = reading.accounts.contains { $0.account.addresses.contains(other) }
    let isRelay = reading.marketplace != nil && !reading.isNotice && !other.isEmpty && !isOwn
    if let order = reading.order {
      if isRelay { reading.threads.names.append("relay \(other) \(order)") }
      reading.threads.names.append("order \(order)")
    } else if isRelay || reading.direction == .out && isRelayAddress(other, reading) {
      // One alias stands for one buyer: what comes from it without an order is one conversation.
      if !isSharedSender(other) { reading.threads.names.append("relay \(other)") }
    }
  }

  private static func isRelayAddress(_ address: String, _ reading: MailReading) -> Bool {
    let domain = MailReading.domain(of: address)
    return reading.accounts.contains { $0.profile.senders.relays.contains(domain) }
  }

  /// Etsy writes for every buyer from the same address.
  private static func isSharedSender(_ address: String) -> Bool { address.hasSuffix("etsy.com") }
}
