import Foundation

/// Return requests that were not answered within 48 hours or were rejected, of those that were answered or have waited
/// so long: an old figure of Amazon's, whose third part, the buyer's own verdict, only Amazon knows (MARKETPLACES.md
/// 1.1, A28 [T]).
package enum ReturnDissatisfactionRate {
  /// In seconds.
  package static let limit: TimeInterval = 48 * 3600

  package static func ratio(of returns: [ClaimFact], at now: Date) -> Ratio {
    var ratio = Ratio(0, of: 0)
    for claim in returns where claim.kind == .return {
      guard let opened = claim.openedAt, opened < now else { continue }
      let closed = claim.closedAt.flatMap { $0 < now ? $0 : nil }
      let isOver = opened.addingTimeInterval(limit) < now
      let isAnsweredUndated = claim.closedAt == nil && claim.outcome(at: now) != .pending
      guard closed != nil || isOver || isAnsweredUndated else { continue }
      ratio.denominator += 1
      let isLate =
        isAnsweredUndated ? false : closed.map { $0.timeIntervalSince(opened) > limit } ?? isOver
      if isLate || claim.outcome(at: now) == .denied { ratio.numerator += 1 }
    }
    return ratio
  }
}
