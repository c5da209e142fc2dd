import Foundation

/// Orders with a chargeback that is lost and not for fraud, of all orders bought in the window (MARKETPLACES.md 1.1
/// [O]).
package enum ChargebackRate: OrderMetric {
  package static let id = MetricID.chargebackRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    let claims = record.claims.filter { $0.kind == .chargeback }
    guard !claims.isEmpty else { return }
    if claims.contains(where: { OrderDefectRate.isDefect($0, at: now, pendingCounts: false) }) {
      tally.add(to: .chargebacks)
    }
    if claims.contains(where: { OrderDefectRate.isDefect($0, at: now, pendingCounts: true) }) {
      tally.add(to: .chargebacksOrPending)
    }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[pendingClaimsCount ? .chargebacksOrPending : .chargebacks], of: tally[.orders])
  }
}
