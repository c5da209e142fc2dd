import Foundation

/// The orders of the late shipment rate that were not late.
package enum OnTimeShipmentRate: OrderMetric {
  package static let id = MetricID.onTimeShipmentRate

  /// `LateShipmentRate` counts both.
  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {}

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.shipments] - tally[.lateShipments], of: tally[.shipments])
  }
}
