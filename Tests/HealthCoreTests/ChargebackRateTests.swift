import Foundation
import Testing

@testable import HealthCore

@Suite("Orders with a chargeback that counts")
struct ChargebackRateTests {
  @Test(
    "Which chargebacks count, and from when on",
    arguments: [
      OrderRow("No chargeback", order(), 0, of: 1),
      OrderRow("Lost counts", order([], [claim(.chargeback, .lost)]), 1, of: 1),
      OrderRow("Granted counts", order([], [claim(.chargeback, .granted)]), 1, of: 1),
      OrderRow("Won does not", order([], [claim(.chargeback, .won)]), pendingCounts: true, 0, of: 1),
      OrderRow("Lost for a service reason counts", order([], [claim(.chargeback, .lost, reason: .service)]), 1, of: 1),
      OrderRow("Lost for fraud never does", order([], [claim(.chargeback, .lost, reason: .fraud)]), 0, of: 1),
      OrderRow(
        "Pending for fraud never does", order([], [claim(.chargeback, .pending, closed: nil, reason: .fraud)]),
        pendingCounts: true, 0, of: 1),
      OrderRow("Pending does not by itself", order([], [claim(.chargeback, .pending, closed: nil)]), 0, of: 1),
      OrderRow(
        "Pending does where the profile says so", order([], [claim(.chargeback, .pending, closed: nil)]),
        pendingCounts: true, 1, of: 1),
      OrderRow("Lost exactly now is pending yet", order([], [claim(.chargeback, .lost, closed: asked)]), 0, of: 1),
      OrderRow("Lost a second ago counts", order([], [claim(.chargeback, .lost, closed: day(30, -1))]), 1, of: 1),
      OrderRow(
        "Two of one order count once", order([], [claim(.chargeback, .lost), claim(.chargeback, .lost)]), 1, of: 1),
      OrderRow(
        "One for fraud, one for service: counts",
        order([], [claim(.chargeback, .lost, reason: .fraud), claim(.chargeback, .lost)]), 1, of: 1),
      OrderRow("An A-to-z claim is none of it", order([], [claim(.aToZ, .lost)]), pendingCounts: true, 0, of: 1),
      OrderRow("A dispute is none of it", order([], [claim(.dispute, .lost)]), pendingCounts: true, 0, of: 1),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(ChargebackRate.self) == row.expected)
  }

  @Test("Of five orders one, or two with what is pending", arguments: [(false, 1), (true, 2)])
  func worked(pendingCounts: Bool, count: Int) {
    let orders = [
      order(), order([], [claim(.chargeback, .lost)]), order([], [claim(.chargeback, .lost, reason: .fraud)]),
      order([], [claim(.chargeback, .lost, closed: day(40))]), order([], [claim(.chargeback, .won)]),
    ]
    #expect(ratio(ChargebackRate.self, of: orders, pendingCounts: pendingCounts) == Ratio(count, of: 5))
  }
}
