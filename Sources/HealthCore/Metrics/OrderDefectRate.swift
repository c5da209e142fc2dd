import Foundation

/// Orders with at least one defect, of all orders bought in the window. A defect is negative feedback, a counting
/// A-to-z claim or a chargeback that is not for fraud; an order counts once, by the day it was bought
/// (MARKETPLACES.md 1.1 [O]; which claims count: INTERFACE.md, Imports).
package enum OrderDefectRate: OrderMetric {
  package static let id = MetricID.orderDefectRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    guard !record.feedback.isEmpty || !record.claims.isEmpty else { return }
    let isNegative = record.feedback.contains { NegativeFeedbackRate.isDefect($0, at: now) }
    if isNegative || record.claims.contains(where: { isDefect($0, at: now, pendingCounts: false) }) {
      tally.add(to: .defects)
    }
    if isNegative || record.claims.contains(where: { isDefect($0, at: now, pendingCounts: true) }) {
      tally.add(to: .defectsOrPending)
    }
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[pendingClaimsCount ? .defectsOrPending : .defects], of: tally[.orders])
  }

  /// Counts an order by its claims of one kind: those that count everywhere, and with those pending.
  static func count(
    _ kind: ClaimFact.Kind, of record: OrderRecord, at now: Date, _ counted: OrderCount, orPending: OrderCount,
    into tally: inout OrderTally
  ) {
    guard !record.claims.isEmpty else { return }
    let claims = record.claims.filter { $0.kind == kind }
    if claims.contains(where: { isDefect($0, at: now, pendingCounts: false) }) { tally.add(to: counted) }
    if claims.contains(where: { isDefect($0, at: now, pendingCounts: true) }) { tally.add(to: orPending) }
  }

  /// Whether a claim is a defect: granted or lost, and pending where the marketplace counts that; never for fraud, and
  /// only an A-to-z claim or a chargeback.
  package static func isDefect(_ claim: ClaimFact, at now: Date, pendingCounts: Bool) -> Bool {
    guard claim.kind == .aToZ || claim.kind == .chargeback, claim.reason != .fraud else { return false }
    return switch claim.outcome(at: now) {
    case .granted, .lost: true
    case .pending: pendingCounts
    case .denied, .withdrawn, .marketplaceFunded, .won, nil: false
    }
  }
}
