import Foundation

/// Orders confirmed as shipped after their ship-by instant, of those whose two instants are known (MARKETPLACES.md 1.1
/// [O]).
package enum LateShipmentRate: OrderMetric {
  package static let id = MetricID.lateShipmentRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    guard let due = record.order.shipBy, let shipped = record.order.shippedAt, shipped < now else { return }
    tally.add(to: .shipments)
    if shipped > due { tally.add(to: .lateShipments) }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.lateShipments], of: tally[.shipments])
  }
}
