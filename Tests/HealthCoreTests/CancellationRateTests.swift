import Foundation
import Testing

@testable import HealthCore

@Suite("Orders that the seller cancelled")
struct CancellationRateTests {
  @Test(
    "By the seller, and before it was shipped",
    arguments: [
      OrderRow("Not cancelled", order(), 0, of: 1),
      OrderRow("By the seller, not shipped", cancelled(.seller), 1, of: 1),
      OrderRow("By the buyer", cancelled(.buyer), 0, of: 1),
      OrderRow("By the marketplace", cancelled(.marketplace), 0, of: 1),
      OrderRow("By whom is unknown", cancelled(nil), 0, of: 1),
      OrderRow("By the seller, at an unknown instant", cancelled(.seller, at: nil), 0, of: 1),
      OrderRow("By the seller, a second before shipping", cancelled(.seller, shipped: day(4, 1)), 1, of: 1),
      OrderRow("By the seller, exactly when it was shipped", cancelled(.seller, shipped: day(4)), 0, of: 1),
      OrderRow("By the seller, a second after shipping", cancelled(.seller, shipped: day(4, -1)), 0, of: 1),
      OrderRow("By the buyer, before shipping", cancelled(.buyer, shipped: day(6)), 0, of: 1),
      OrderRow("Cancelled a second before now", cancelled(.seller, at: day(30, -1)), 1, of: 1),
      OrderRow("Cancelled exactly now is not cancelled yet", cancelled(.seller, at: asked), 0, of: 1),
      OrderRow("Cancelled after now is not cancelled yet", cancelled(.seller, at: day(31)), 0, of: 1),
      OrderRow("A shipment to come is not known yet", cancelled(.seller, shipped: day(31)), 1, of: 1),
      OrderRow("Bought exactly now does not exist yet", order { $0.purchasedAt = asked }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(CancellationRate.self) == row.expected)
  }

  @Test("Of eight orders two were cancelled by the seller in time to count")
  func worked() {
    let orders = [
      order(), order(), cancelled(.seller), cancelled(.seller, shipped: day(5)), cancelled(.seller, shipped: day(3)),
      cancelled(.buyer), cancelled(.marketplace), cancelled(.seller, at: day(31)),
    ]
    #expect(ratio(CancellationRate.self, of: orders) == Ratio(2, of: 8))
  }

  @Test(
    "Fulfilled is what nobody had cancelled before now",
    arguments: [
      (order(), 1), (cancelled(.seller), 0), (cancelled(.buyer), 0), (cancelled(nil), 0),
      (cancelled(.seller, at: asked), 1),
    ])
  func fulfilled(record: OrderRecord, count: Int) {
    #expect(OrderTally(of: record, at: asked)[.fulfilled] == count)
  }
}

/// Cancelled on day 4 unless it says otherwise.
func cancelled(_ by: OrderFact.Canceller?, at cancelled: Date? = day(4), shipped: Date? = nil) -> OrderRecord {
  order { ($0.cancelledBy, $0.cancelledAt, $0.shippedAt) = (by, cancelled, shipped) }
}
