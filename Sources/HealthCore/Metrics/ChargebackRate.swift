import Foundation

/// Orders with a chargeback that is lost and not for fraud, of all orders bought in the window (MARKETPLACES.md 1.1
/// [O]).
package enum ChargebackRate: OrderMetric {
  package static let id = MetricID.chargebackRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    OrderDefectRate.count(
      .chargeback, of: record, at: now, .chargebacks, orPending: .chargebacksOrPending, into: &tally)
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[pendingClaimsCount ? .chargebacksOrPending : .chargebacks], of: tally[.orders])
  }
}
