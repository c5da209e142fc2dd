import Foundation

/// Orders whose tracking number the carrier has scanned, of the shipped ones of which that is known (MARKETPLACES.md
/// 1.1 [O-old]).
package enum ValidTrackingRate: OrderMetric {
  package static let id = MetricID.validTrackingRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    guard record.order.shippedAt.isBefore(now), let isValid = record.order.hasValidTracking else { return }
    tally.add(to: .trackings)
    if isValid { tally.add(to: .validTrackings) }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.validTrackings], of: tally[.trackings])
  }
}
