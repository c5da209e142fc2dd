import Foundation
import Testing

@testable import HealthCore

@Suite("Orders shipped in time")
struct OnTimeShipmentRateTests {
  @Test(
    "What was not late, of the orders of the late shipment rate",
    arguments: [
      OrderRow("Exactly at ship-by is in time", shipped(by: day(3), day(3)), 1, of: 1),
      OrderRow("A second after ship-by is late", shipped(by: day(3), day(3, 1)), 0, of: 1),
      OrderRow("Ship-by unknown does not count", shipped(by: nil, day(4)), 0, of: 0),
      OrderRow("Not shipped does not count", shipped(by: day(3), nil), 0, of: 0),
      OrderRow("Shipped exactly now is not shipped yet", shipped(by: day(35), asked), 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(OnTimeShipmentRate.self) == row.expected)
  }

  @Test("Of five shipped orders three were in time")
  func worked() {
    let orders = [
      shipped(by: day(3), day(1)), shipped(by: day(3), day(3)), shipped(by: day(3), day(3, 1)),
      shipped(by: day(3), day(20)), shipped(by: day(9), day(8)), shipped(by: nil, day(8)),
    ]
    #expect(ratio(OnTimeShipmentRate.self, of: orders) == Ratio(3, of: 5))
    #expect(ratio(LateShipmentRate.self, of: orders) == Ratio(2, of: 5))
  }

  @Test("The late order is the one that counts against the seller", arguments: [(3, false), (4, true)])
  func ofOneOrder(shippedOn: Int, isDefect: Bool) {
    let record = shipped(by: day(3), day(shippedOn))
    #expect(OnTimeShipmentRate.isDefect(record, at: asked, pendingClaimsCount: false) == isDefect)
  }
}
