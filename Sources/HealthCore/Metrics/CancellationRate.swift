import Foundation

/// Orders that the seller cancelled before they were shipped, of all orders bought in the window; what the buyer or
/// the marketplace cancelled does not count (MARKETPLACES.md 1.1 [O]).
package enum CancellationRate: OrderMetric {
  package static let id = MetricID.cancellationRate

  package static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally) {
    guard let cancelled = record.order.cancelledAt, cancelled < now else {
      tally.add(to: .fulfilled)
      return
    }
    let shipped = record.order.shippedAt.flatMap { $0 < now ? $0 : nil }
    guard record.order.cancelledBy == .seller, shipped.map({ $0 > cancelled }) ?? true else { return }
    tally.add(to: .cancellations)
  }

  package static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio {
    Ratio(tally[.cancellations], of: tally[.orders])
  }
}
