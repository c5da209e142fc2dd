import Foundation

/// Orders with feedback of 1 or 2 stars that stands, of all orders bought in the window: by the day of the order, not
/// of the feedback (MARKETPLACES.md 1.1, 3.1 [O]).
package enum NegativeFeedbackRate: OrderMetric {
  package static let id = MetricID.negativeFeedbackRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    if record.feedback.contains(where: { isDefect($0, at: now) }) { tally.add(to: .negativeFeedback) }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.negativeFeedback], of: tally[.orders])
  }

  package static func isDefect(_ feedback: FeedbackFact, at now: Date) -> Bool {
    feedback.isNegative && feedback.stands(at: now)
  }
}
