import Foundation

/// What the order defect rate would be without one piece of feedback.
package enum RemovalEffect {
  /// - Parameters:
  ///   - record: the order that it is about, with what hangs on it.
  ///   - window: of the rate; an order bought outside it changes nothing.
  /// - Returns: nil where the rate stays as it is: the order is not in it, or has another defect.
  package static func ratio(
    of ratio: Ratio, without feedback: String, about record: OrderRecord, in window: MetricWindow, at now: Date,
    goal: MetricGoal, pendingClaimsCount: Bool
  ) -> Ratio? {
    let order = record.order
    guard let bought = order.purchasedAt, bought >= window.from ?? .distantPast, bought < window.to,
      order.isSellerFulfilled, !goal.isBusinessOnly || order.isBusiness != false
    else { return nil }
    var without = record
    without.feedback.removeAll { $0.id == feedback }
    func isDefect(_ record: OrderRecord) -> Bool {
      OrderDefectRate.isDefect(record, at: now, pendingClaimsCount: pendingClaimsCount)
    }
    guard isDefect(record), !isDefect(without) else { return nil }
    return Ratio(ratio.numerator - 1, of: ratio.denominator)
  }
}
