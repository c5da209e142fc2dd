/// Recognises the seller's own replies: mails from the seller's addresses, and the copies that Amazon sends of what
/// was written in Seller Central (MARKETPLACES.md 6.8).
enum SellersCopy {
  @Sendable static func apply(to reading: inout MailReading) {
    let own = reading.accounts.contains { $0.account.addresses.contains(reading.sender) }
    let notification = reading.mail.headers["x-space-notification-type"] ?? ""
    let isConfirmation = reading.marketplace != nil && notification.hasPrefix("BBC_MESSAGE_CONFIRMATION")
    guard own || isConfirmation else { return }
    reading.direction = .out
    reading.isNotice = false
    reading.isAutomatic = false
    reading.replyTo = nil
    if isConfirmation, reading.mail.subject.hasPrefix("Your e-mail to ") {
      reading.buyer = String(reading.mail.subject.dropFirst("Your e-mail to ".count))
    } else {
      reading.buyer = reading.mail.to.first.map { $0.name.isEmpty ? $0.address : $0.name }
    }
  }
}
