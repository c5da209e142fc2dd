import Foundation

/// Orders with an A-to-z claim that counts, of all orders bought in the window (MARKETPLACES.md 1.1 [O]).
package enum AToZClaimRate: OrderMetric {
  package static let id = MetricID.aToZClaimRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    OrderDefectRate.count(.aToZ, of: record, at: now, .claims, orPending: .claimsOrPending, into: &tally)
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[pendingClaimsCount ? .claimsOrPending : .claims], of: tally[.orders])
  }
}
