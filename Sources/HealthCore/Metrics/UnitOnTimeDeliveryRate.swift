import Foundation

/// Units delivered at or before the seller's own deliver-by instant, of the tracked units that are delivered or should
/// be by now: two weeks that ended a week ago (MARKETPLACES.md 1.1 [OM]). An order whose units are not known is one.
package enum UnitOnTimeDeliveryRate: OrderMetric {
  package static let id = MetricID.unitOnTimeDeliveryRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    let order = record.order
    guard order.tracking != nil || order.hasValidTracking == true, OnTimeDeliveryRate.isJudged(order, at: now) else {
      return
    }
    // What is summed up must fit; nobody ships more in one order.
    let units = min(order.units ?? 1, 100_000)
    tally.add(units, to: .units)
    if OnTimeDeliveryRate.isOnTime(order, at: now) { tally.add(units, to: .onTimeUnits) }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.onTimeUnits], of: tally[.units])
  }
}
