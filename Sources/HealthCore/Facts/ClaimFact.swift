import Foundation

/// A claim of a buyer, or of the buyer's bank. What is nil is not known, or left open by a row of an import.
package struct ClaimFact: Sendable, Equatable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case aToZ = "a-to-z"
    case chargeback
    case `return`
    case notReceived = "not-received"
    case dispute
  }
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    case pending, granted, denied, withdrawn
    case marketplaceFunded = "marketplace-funded"
    case won, lost
  }
  /// Of a chargeback: payment fraud is the marketplace's own risk and never counts (MARKETPLACES.md 1.1 [O]).
  package enum Reason: String, Sendable, Codable, CaseIterable { case service, fraud }

  /// Unique within an account.
  package var id: String
  package var order: String?
  package var kind: Kind?
  package var openedAt: Date?
  package var dueAt: Date?
  package var closedAt: Date?
  package var outcome: Outcome?
  /// Nil counts as service.
  package var reason: Reason?
  /// Decimal text.
  package var amount: String?
  package var currency: String?
  package var text: String?

  package init(id: String) { self.id = id }

  /// How it stood before `now`; nil while it had not been opened. Until it is closed it is pending, whatever its
  /// outcome was to be; one whose end has no date ended as it began.
  package func outcome(at now: Date) -> Outcome? {
    guard let openedAt, openedAt < now else { return nil }
    if let closedAt, closedAt >= now { return .pending }
    return outcome ?? .pending
  }

  package func updated(by row: ClaimFact) -> ClaimFact {
    var merged = self
    merged.order = row.order ?? order
    merged.kind = row.kind ?? kind
    merged.openedAt = row.openedAt ?? openedAt
    merged.dueAt = row.dueAt ?? dueAt
    merged.closedAt = row.closedAt ?? closedAt
    merged.outcome = row.outcome ?? outcome
    merged.reason = row.reason ?? reason
    merged.amount = row.amount ?? amount
    merged.currency = row.currency ?? currency
    merged.text = row.text ?? text
    return merged
  }
}
