import Foundation
import Testing

@testable import HealthCore

@Suite("Orders delivered in time")
struct OnTimeDeliveryRateTests {
  @Test(
    "In time is at or before the deliver-by instant",
    arguments: [
      OrderRow("A second before deliver-by is in time", delivered(by: day(9), day(9, -1)), 1, of: 1),
      OrderRow("Exactly at deliver-by is in time", delivered(by: day(9), day(9)), 1, of: 1),
      OrderRow("A second after deliver-by is late", delivered(by: day(9), day(9, 1)), 0, of: 1),
      OrderRow("Not delivered and deliver-by past is late", delivered(by: day(30, -1), nil), 0, of: 1),
      OrderRow("Not delivered and deliver-by exactly now is not judged yet", delivered(by: asked, nil), 0, of: 0),
      OrderRow("Not delivered and deliver-by to come is not judged yet", delivered(by: day(31), nil), 0, of: 0),
      OrderRow("Delivered early is judged at once", delivered(by: day(35), day(9)), 1, of: 1),
      OrderRow("Delivered exactly now is not delivered yet", delivered(by: day(35), asked), 0, of: 0),
      OrderRow("Delivered exactly now, deliver-by past: late so far", delivered(by: day(9), asked), 0, of: 1),
      OrderRow("Deliver-by unknown does not count", delivered(by: nil, day(9)), 0, of: 0),
      OrderRow(
        "Delivered without being shipped does not count", delivered(by: day(9), day(8)) { $0.shippedAt = nil }, 0, of: 0
      ),
      OrderRow(
        "Neither shipped nor delivered does not count", delivered(by: day(9), nil) { $0.shippedAt = nil }, 0, of: 0),
      OrderRow(
        "Shipped exactly now is not shipped yet", delivered(by: day(9), nil) { $0.shippedAt = asked }, 0, of: 0),
      OrderRow("Shipped a second ago counts", delivered(by: day(9), nil) { $0.shippedAt = day(30, -1) }, 0, of: 1),
      OrderRow(
        "Bought exactly now does not exist yet", delivered(by: day(9), day(8)) { $0.purchasedAt = asked }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(OnTimeDeliveryRate.self) == row.expected)
  }

  @Test("Of seven orders four are judged, and two of them were in time")
  func worked() {
    let orders = [
      delivered(by: day(9), day(8)), delivered(by: day(9), day(9)), delivered(by: day(9), day(11)),
      delivered(by: day(20), nil), delivered(by: day(31), nil), delivered(by: nil, day(8)),
      delivered(by: day(9), day(8)) { $0.shippedAt = nil },
    ]
    #expect(ratio(OnTimeDeliveryRate.self, of: orders) == Ratio(2, of: 4))
  }
}

/// An order shipped on day 2, to be delivered by one instant and delivered at another.
func delivered(by due: Date?, _ delivered: Date?, _ change: (inout OrderFact) -> Void = { _ in }) -> OrderRecord {
  order {
    ($0.shippedAt, $0.deliverBy, $0.deliveredAt) = (day(2), due, delivered)
    change(&$0)
  }
}
