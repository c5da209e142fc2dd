import Foundation
import ServiceDesk

/// Finds the order that a mail is about: in its subject, else in its text, else in what it quotes.
enum NamedOrder {
  @Sendable static func apply(to reading: inout MailReading) {
    for text in [reading.mail.subject, reading.text, reading.mail.text] {
      if let number = OrderNumber.amazon(in: text).first {
        reading.order = number
        return
      }
    }
    reading.order = labelled(in: reading.mail.subject)
  }

  /// "about Order #3300012345", "(501024781234567)", "Order: 77-1": a number that the subject itself calls an order.
  private static func labelled(in subject: String) -> String? {
    guard let label = subject.range(of: "order", options: .caseInsensitive) else { return nil }
    let rest = subject[label.upperBound...].drop { !$0.isNumber }
    let number = rest.prefix { $0.isNumber || $0 == "-" }
    return number.filter(\.isNumber).count >= 6 ? String(number) : nil
  }
}
