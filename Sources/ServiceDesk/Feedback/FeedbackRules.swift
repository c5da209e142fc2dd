/// What a marketplace lets a seller do about feedback: its rules as data.
package struct FeedbackRules: Sendable, Equatable, Codable {
  /// On which grounds it takes feedback away; empty where it is not known to.
  package var grounds: Set<RemovalGround> = []
  /// So many removal requests in `per` seconds, and no more: many wrong ones are a violation (MARKETPLACES.md 3.1, A53).
  package var mostRequests = 10
  package var per = 30 * 86_400
  /// Seconds after the delivery between which a buyer may be asked for feedback; nil where nobody may be asked.
  package var askFrom: Int?
  package var askUntil: Int?
  /// Seconds after the delivery for which a buyer's personal data may be kept; nil: as long as the seller likes.
  package var retention: Int?

  package init() {}
}
