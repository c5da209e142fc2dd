import Foundation

/// Orders with an A-to-z claim that counts, of all orders bought in the window (MARKETPLACES.md 1.1 [O]).
package enum AToZClaimRate: OrderMetric {
  package static let id = MetricID.aToZClaimRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    let claims = record.claims.filter { $0.kind == .aToZ }
    guard !claims.isEmpty else { return }
    if claims.contains(where: { OrderDefectRate.isDefect($0, at: now, pendingCounts: false) }) {
      tally.add(to: .claims)
    }
    if claims.contains(where: { OrderDefectRate.isDefect($0, at: now, pendingCounts: true) }) {
      tally.add(to: .claimsOrPending)
    }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[pendingClaimsCount ? .claimsOrPending : .claims], of: tally[.orders])
  }
}
