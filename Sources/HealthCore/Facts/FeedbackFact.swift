import Foundation

/// A buyer's feedback on the seller. What is nil is not known, or left open by a row of an import.
package struct FeedbackFact: Sendable, Equatable {
  /// Unique within an account.
  package var id: String
  package var order: String?
  /// 1 to 5 stars.
  package var rating: Int?
  package var comment: String?
  package var leftAt: Date?
  /// When the seller answered it in public.
  package var answeredAt: Date?
  /// When the marketplace or the buyer took it away, or struck it out: from then on it counts nowhere.
  package var removedAt: Date?

  package init(id: String) { self.id = id }

  /// 1 or 2 stars: MARKETPLACES.md 3.1 [O].
  package var isNegative: Bool { rating.map { $0 <= 2 } ?? false }

  /// 4 or 5 stars: MARKETPLACES.md 3.1 [O].
  package var isPositive: Bool { rating.map { $0 >= 4 } ?? false }

  /// Whether it had been left and not taken away before `now`.
  package func stands(at now: Date) -> Bool {
    guard let leftAt, leftAt < now else { return false }
    return removedAt.map { $0 >= now } ?? true
  }

  package func updated(by row: FeedbackFact) -> FeedbackFact {
    var merged = self
    merged.order = row.order ?? order
    merged.rating = row.rating ?? rating
    merged.comment = row.comment ?? comment
    merged.leftAt = row.leftAt ?? leftAt
    merged.answeredAt = row.answeredAt ?? answeredAt
    merged.removedAt = row.removedAt ?? removedAt
    return merged
  }
}
