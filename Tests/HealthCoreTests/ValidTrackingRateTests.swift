import Foundation
import Testing

@testable import HealthCore

@Suite("Orders with valid tracking")
struct ValidTrackingRateTests {
  @Test(
    "Of shipped orders of which it is known",
    arguments: [
      OrderRow("Scanned", scanned(true), 1, of: 1),
      OrderRow("Not scanned", scanned(false), 0, of: 1),
      OrderRow("Unknown does not count", scanned(nil), 0, of: 0),
      OrderRow("A number alone does not say whether it is valid", scanned(nil) { $0.tracking = "1Z" }, 0, of: 0),
      OrderRow("Not shipped does not count", scanned(true) { $0.shippedAt = nil }, 0, of: 0),
      OrderRow("Shipped exactly now is not shipped yet", scanned(true) { $0.shippedAt = asked }, 0, of: 0),
      OrderRow("Shipped a second ago counts", scanned(true) { $0.shippedAt = day(30, -1) }, 1, of: 1),
      OrderRow("Bought exactly now does not exist yet", scanned(true) { $0.purchasedAt = asked }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(ValidTrackingRate.self) == row.expected)
  }

  @Test("Of six orders four are known, and three of them valid")
  func worked() {
    let orders = [
      scanned(true), scanned(true), scanned(true), scanned(false), scanned(nil), scanned(true) { $0.shippedAt = nil },
    ]
    #expect(ratio(ValidTrackingRate.self, of: orders) == Ratio(3, of: 4))
  }
}

/// Shipped on day 2.
func scanned(_ isValid: Bool?, _ change: (inout OrderFact) -> Void = { _ in }) -> OrderRecord {
  order {
    ($0.shippedAt, $0.hasValidTracking) = (day(2), isValid)
    change(&$0)
  }
}
