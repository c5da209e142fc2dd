import Foundation

/// Orders delivered at or before their deliver-by instant, of the shipped ones that are delivered or should be by now
/// (MARKETPLACES.md 1.1 [O-old]; the definition: INTERFACE.md).
package enum OnTimeDeliveryRate: OrderMetric {
  package static let id = MetricID.onTimeDeliveryRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    guard isJudged(record.order, at: now) else { return }
    tally.add(to: .deliveries)
    if isOnTime(record.order, at: now) { tally.add(to: .onTimeDeliveries) }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.onTimeDeliveries], of: tally[.deliveries])
  }

  static func isJudged(_ order: OrderFact, at now: Date) -> Bool {
    guard order.shippedAt.isBefore(now), let due = order.deliverBy else { return false }
    return order.deliveredAt.isBefore(now) || due < now
  }

  static func isOnTime(_ order: OrderFact, at now: Date) -> Bool {
    guard let delivered = order.deliveredAt, let due = order.deliverBy, delivered < now else { return false }
    return delivered <= due
  }
}
