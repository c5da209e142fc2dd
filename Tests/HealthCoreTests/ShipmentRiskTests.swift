import Foundation
import Testing

@testable import HealthCore

@Suite("Orders that are about to go wrong")
struct ShipmentRiskTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var order: OrderFact
    var expected: [ShipmentRisk]

    init(_ name: String, _ change: (inout OrderFact) -> Void, _ expected: ShipmentRisk...) {
      testDescription = name
      order = HealthCoreTests.order(change).order
      self.expected = expected
    }
  }

  static func risk(_ stage: ShipmentRisk.Stage, _ opens: Date, due: Date, ends: Date? = nil)
    -> ShipmentRisk
  {
    ShipmentRisk(stage: stage, opensAt: opens, dueAt: due, endsAt: ends)
  }

  @Test(
    "By stage, with a day's notice before ship-by; stale 90 days after it became a risk",
    arguments: [
      Row("Nothing is known: no risk", { _ in }),
      Row("To be shipped by day 3", { $0.shipBy = day(3) }, risk(.unshipped, day(2), due: day(3))),
      Row("Shipped a day before: never", { ($0.shipBy, $0.shippedAt) = (day(3), day(2)) }),
      Row(
        "Shipped a second later: over at once", { ($0.shipBy, $0.shippedAt) = (day(3), day(2, 1)) },
        risk(.unshipped, day(2), due: day(3), ends: day(2, 1))),
      Row(
        "Shipped late", { ($0.shipBy, $0.shippedAt) = (day(3), day(5)) },
        risk(.unshipped, day(2), due: day(3), ends: day(5))),
      Row(
        "Cancelled in place of being shipped", { ($0.shipBy, $0.cancelledAt) = (day(3), day(4)) },
        risk(.unshipped, day(2), due: day(3), ends: day(4))),
      Row("Cancelled early: never", { ($0.shipBy, $0.cancelledAt) = (day(3), day(1)) }),
      Row("Delivered without being shipped: no risk left", { ($0.shipBy, $0.deliveredAt) = (day(3), day(2)) }),
      Row(
        "Not scanned, deliver-by unknown: a week from shipping",
        { ($0.shippedAt, $0.hasValidTracking) = (day(1), false) },
        risk(.unscanned, day(3), due: day(8))),
      Row("Scanned: no risk", { ($0.shippedAt, $0.hasValidTracking) = (day(1), true) }),
      Row("Nobody knows whether it was scanned: no risk", { $0.shippedAt = day(1) }),
      Row(
        "Not scanned and never delivered",
        { ($0.shippedAt, $0.hasValidTracking, $0.deliverBy) = (day(1), false, day(9)) },
        risk(.unscanned, day(3), due: day(9)), risk(.undelivered, day(9), due: day(12))
      ),
      Row(
        "Delivered within two days, unscanned: never",
        { ($0.shippedAt, $0.hasValidTracking, $0.deliveredAt) = (day(1), false, day(3)) }),
      Row(
        "Delivered a second later, unscanned",
        { ($0.shippedAt, $0.hasValidTracking, $0.deliveredAt) = (day(1), false, day(3, 1)) },
        risk(.unscanned, day(3), due: day(8), ends: day(3, 1))),
      Row(
        "Delivered exactly at deliver-by: never",
        { ($0.shippedAt, $0.deliverBy, $0.deliveredAt) = (day(1), day(9), day(9)) }),
      Row(
        "Delivered a second later", { ($0.shippedAt, $0.deliverBy, $0.deliveredAt) = (day(1), day(9), day(9, 1)) },
        risk(.undelivered, day(9), due: day(12), ends: day(9, 1))),
      Row(
        "Shipped only after deliver-by: from then on", { ($0.shippedAt, $0.deliverBy) = (day(10), day(9)) },
        risk(.undelivered, day(10), due: day(12))),
      Row("Not shipped: not undelivered either", { $0.deliverBy = day(9) }),
      Row(
        "The marketplace ships: its own risk",
        { ($0.shipBy, $0.shippedAt, $0.deliverBy, $0.fulfilledBy) = (day(3), day(5), day(9), .marketplace) }),
      Row(
        "All three, one after another",
        { ($0.shipBy, $0.shippedAt, $0.hasValidTracking, $0.deliverBy) = (day(3), day(4), false, day(9)) },
        risk(.unshipped, day(2), due: day(3), ends: day(4)),
        risk(.unscanned, day(6), due: day(9)), risk(.undelivered, day(9), due: day(12))
      ),
    ])
  func stages(row: Row) {
    let risks = ShipmentRisk.all(of: row.order, lead: 86_400)
    #expect(risks == row.expected)
    for risk in risks { #expect(risk.isStaleAt == risk.opensAt.addingTimeInterval(90 * 86_400)) }
  }

  @Test("The notice is as long as is asked for", arguments: [0, 3600, 172_800])
  func lead(seconds: Int) {
    let risks = ShipmentRisk.all(of: order { $0.shipBy = day(3) }.order, lead: Double(seconds))
    #expect(risks.map(\.opensAt) == [day(3, -seconds)])
  }

  @Test("Each stage has a name", arguments: [(0, "unshipped"), (1, "unscanned"), (2, "undelivered")])
  func names(stage: Int, name: String) {
    #expect(ShipmentRisk.Stage(rawValue: stage)?.name == name)
  }
}
