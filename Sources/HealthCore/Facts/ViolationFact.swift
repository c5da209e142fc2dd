import Foundation

/// A violation of a policy that the marketplace has charged the seller with, or a notice of it. What is nil is not
/// known, or left open by a row of an import.
package struct ViolationFact: Sendable, Equatable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case intellectualProperty = "intellectual-property"
    case authenticity, condition, safety, listing, restricted
    case reviewPolicy = "review-policy"
    case other
    /// A performance notification: it must be read and answered, and is no violation itself.
    case notification
  }
  /// MARKETPLACES.md 4.1.
  package enum Severity: String, Sendable, Codable, CaseIterable { case low, medium, high, critical }

  /// Unique within an account.
  package var id: String
  package var kind: Kind?
  package var severity: Severity?
  package var openedAt: Date?
  package var dueAt: Date?
  package var resolvedAt: Date?
  package var listing: String?
  package var text: String?

  package init(id: String) { self.id = id }

  package func isOpen(at now: Date) -> Bool {
    guard let openedAt, openedAt < now else { return false }
    return resolvedAt.map { $0 >= now } ?? true
  }

  package func updated(by row: ViolationFact) -> ViolationFact {
    var merged = self
    merged.kind = row.kind ?? kind
    merged.severity = row.severity ?? severity
    merged.openedAt = row.openedAt ?? openedAt
    merged.dueAt = row.dueAt ?? dueAt
    merged.resolvedAt = row.resolvedAt ?? resolvedAt
    merged.listing = row.listing ?? listing
    merged.text = row.text ?? text
    return merged
  }
}
