import Foundation
import Testing

@testable import HealthCore

@Suite("Orders shipped too late")
struct LateShipmentRateTests {
  @Test(
    "Late is strictly after the ship-by instant",
    arguments: [
      OrderRow("A second before ship-by is in time", shipped(by: day(3), day(3, -1)), 0, of: 1),
      OrderRow("Exactly at ship-by is in time", shipped(by: day(3), day(3)), 0, of: 1),
      OrderRow("A second after ship-by is late", shipped(by: day(3), day(3, 1)), 1, of: 1),
      OrderRow("Ship-by unknown does not count", shipped(by: nil, day(4)), 0, of: 0),
      OrderRow("Not shipped does not count, however late", shipped(by: day(3), nil), 0, of: 0),
      OrderRow("Shipped exactly now is not shipped yet", shipped(by: day(3), asked), 0, of: 0),
      OrderRow("Shipped a second ago counts", shipped(by: day(3), day(30, -1)), 1, of: 1),
      OrderRow("Ship-by in the future, shipped: in time", shipped(by: day(35), day(2)), 0, of: 1),
      OrderRow("Shipped before it was bought is kept and counted", shipped(by: day(3), day(-1)), 0, of: 1),
      OrderRow(
        "Cancelled after a late shipment counts", shipped(by: day(3), day(4)) { $0.cancelledAt = day(5) }, 1, of: 1),
      OrderRow(
        "Bought exactly now does not exist yet", shipped(by: day(3), day(4)) { $0.purchasedAt = asked }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(LateShipmentRate.self) == row.expected)
  }

  @Test("Of six orders four were shipped with a known limit, and one of them late")
  func worked() {
    let orders = [
      shipped(by: day(3), day(1)), shipped(by: day(3), day(3)), shipped(by: day(3), day(3, 1)),
      shipped(by: nil, day(9)),
      shipped(by: day(3), nil), shipped(by: day(9), day(8)),
    ]
    #expect(ratio(LateShipmentRate.self, of: orders) == Ratio(1, of: 4))
  }
}

/// An order to be shipped by one instant and shipped at another.
func shipped(by due: Date?, _ shipped: Date?, _ change: (inout OrderFact) -> Void = { _ in }) -> OrderRecord {
  order {
    ($0.shipBy, $0.shippedAt) = (due, shipped)
    change(&$0)
  }
}
