import Foundation
import Testing

@testable import HealthCore

@Suite("Units delivered in time")
struct UnitOnTimeDeliveryRateTests {
  @Test(
    "Units of tracked orders, by the rule of the delivery rate",
    arguments: [
      OrderRow("Units unknown are one", tracked(day(8), units: nil), 1, of: 1),
      OrderRow("No units are none", tracked(day(8), units: 0), 0, of: 0),
      OrderRow("Twelve units in time", tracked(day(8), units: 12), 12, of: 12),
      OrderRow("Twelve units exactly at deliver-by are in time", tracked(day(9), units: 12), 12, of: 12),
      OrderRow("Twelve units late by a second", tracked(day(9, 1), units: 12), 0, of: 12),
      OrderRow("Three units that are not there yet, deliver-by past", tracked(nil, units: 3), 0, of: 3),
      OrderRow("Deliver-by exactly now is not judged yet", tracked(nil, units: 3) { $0.deliverBy = asked }, 0, of: 0),
      OrderRow("Without tracking they do not count", tracked(day(8), units: 3) { $0.tracking = nil }, 0, of: 0),
      OrderRow(
        "A scan counts as tracking where the number is not known",
        tracked(day(8), units: 3) { ($0.tracking, $0.hasValidTracking) = (nil, true) }, 3, of: 3),
      OrderRow(
        "No number and no scan do not count",
        tracked(day(8), units: 3) { ($0.tracking, $0.hasValidTracking) = (nil, false) }, 0, of: 0),
      OrderRow(
        "Delivered without being shipped does not count", tracked(day(8), units: 3) { $0.shippedAt = nil }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(UnitOnTimeDeliveryRate.self) == row.expected)
  }

  @Test("Of 2 + 5 + 1 + 4 units 2 + 1 were in time")
  func worked() {
    let orders = [
      tracked(day(8), units: 2), tracked(day(10), units: 5), tracked(day(9), units: nil), tracked(nil, units: 4),
      tracked(nil, units: 40) { $0.deliverBy = day(31) }, tracked(day(8), units: 7) { $0.tracking = nil },
    ]
    #expect(ratio(UnitOnTimeDeliveryRate.self, of: orders) == Ratio(3, of: 12))
  }
}

/// A tracked order of so many units, shipped on day 2, to be delivered by day 9.
func tracked(_ delivered: Date?, units: Int?, _ change: (inout OrderFact) -> Void = { _ in }) -> OrderRecord {
  HealthCoreTests.delivered(by: day(9), delivered) {
    ($0.tracking, $0.units) = ("1Z", units)
    change(&$0)
  }
}
