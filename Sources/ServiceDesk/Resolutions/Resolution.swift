import Foundation

/// How a case was settled and why it arose.
package struct Resolution: Sendable, Equatable, Codable {
  package var outcome: String
  package var cause: String
  package var cost: Money?
  package var note: String?

  package init(outcome: String, cause: String, cost: Money? = nil, note: String? = nil) {
    self.outcome = outcome
    self.cause = cause
    self.cost = cost
    self.note = note
  }

  /// The outcomes that every desk knows; a configuration may add to them.
  package static let outcomes = [
    "answered", "refunded", "replaced", "returned", "cancelled", "tracking-provided", "claim-won", "claim-lost",
    "removed", "no-action", "other",
  ]
  /// The root causes that every desk knows; a configuration may add to them.
  package static let causes = [
    "carrier-delay", "late-handling", "wrong-item", "damaged", "defective", "not-as-described", "lost", "stock",
    "price-error", "listing-error", "buyer-remorse", "fraud", "policy", "other",
  ]
  package static let unknownCause = "unknown"
}

/// An amount as decimal text, exact to the digit, with its currency.
package struct Money: Sendable, Equatable, Codable, CustomStringConvertible {
  package var amount: String
  /// ISO 4217, such as `EUR`; nil where it was not said.
  package var currency: String?

  /// Reads `12.50`, `12.50 EUR`, `EUR 12.50`; nil where it is none of these or negative.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard (1...2).contains(words.count) else { return nil }
    guard let amount = words.first(where: Self.isAmount) else { return nil }
    if words.count == 2 {
      guard let code = words.first(where: Self.isCurrency) else { return nil }
      currency = code.uppercased()
    }
    self.amount = amount
  }

  private static func isAmount(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && word.utf8.count <= 18
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func isCurrency(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }

  package var description: String { currency.map { "\(amount) \($0)" } ?? amount }
}
