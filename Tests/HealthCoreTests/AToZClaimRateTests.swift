import Foundation
import Testing

@testable import HealthCore

@Suite("Orders with an A-to-z claim that counts")
struct AToZClaimRateTests {
  @Test(
    "Which claims count, and from when on",
    arguments: [
      OrderRow("No claim", order(), 0, of: 1),
      OrderRow("Granted counts", order([], [claim(.aToZ, .granted)]), 1, of: 1),
      OrderRow("Lost counts", order([], [claim(.aToZ, .lost)]), 1, of: 1),
      OrderRow("Denied does not", order([], [claim(.aToZ, .denied)]), 0, of: 1),
      OrderRow("Withdrawn does not", order([], [claim(.aToZ, .withdrawn)]), 0, of: 1),
      OrderRow("Paid by the marketplace does not", order([], [claim(.aToZ, .marketplaceFunded)]), 0, of: 1),
      OrderRow("Won does not", order([], [claim(.aToZ, .won)]), 0, of: 1),
      OrderRow("Pending does not by itself", order([], [claim(.aToZ, .pending, closed: nil)]), 0, of: 1),
      OrderRow(
        "Pending does where the profile says so", order([], [claim(.aToZ, .pending, closed: nil)]), pendingCounts: true,
        1, of: 1),
      OrderRow(
        "Granted a second before now counts", order([], [claim(.aToZ, .granted, closed: day(30, -1))]), 1, of: 1),
      OrderRow("Granted exactly now is pending yet", order([], [claim(.aToZ, .granted, closed: asked)]), 0, of: 1),
      OrderRow(
        "What will be denied is pending before", order([], [claim(.aToZ, .denied, closed: day(31))]),
        pendingCounts: true, 1, of: 1),
      OrderRow(
        "Denied before now is pending no more", order([], [claim(.aToZ, .denied, closed: day(30, -1))]),
        pendingCounts: true, 0, of: 1),
      OrderRow(
        "Granted counts where pending does too", order([], [claim(.aToZ, .granted)]), pendingCounts: true, 1, of: 1),
      OrderRow(
        "Opened exactly now does not exist yet", order([], [claim(.aToZ, .pending, opened: asked, closed: nil)]),
        pendingCounts: true, 0, of: 1),
      OrderRow(
        "Two claims of one order count once", order([], [claim(.aToZ, .granted), claim(.aToZ, .lost)]), 1, of: 1),
      OrderRow(
        "Fraud never counts", order([], [claim(.aToZ, .granted, reason: .fraud)]), pendingCounts: true, 0, of: 1),
      OrderRow("A chargeback is none of it", order([], [claim(.chargeback, .lost)]), pendingCounts: true, 0, of: 1),
      OrderRow("A return is none of it", order([], [claim(.return, .granted)]), pendingCounts: true, 0, of: 1),
      OrderRow(
        "A claim of no known kind is none of it", order([], [claim(nil, .granted)]), pendingCounts: true, 0, of: 1),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(AToZClaimRate.self) == row.expected)
  }

  @Test("Of six orders two, or three with what is pending", arguments: [(false, 2), (true, 3)])
  func worked(pendingCounts: Bool, count: Int) {
    let orders = [
      order(), order([], [claim(.aToZ, .granted), claim(.aToZ, .granted)]), order([], [claim(.aToZ, .lost)]),
      order([], [claim(.aToZ, .pending, closed: nil)]), order([], [claim(.aToZ, .withdrawn)]),
      order([feedback(1)], [claim(.chargeback, .lost)]),
    ]
    #expect(ratio(AToZClaimRate.self, of: orders, pendingCounts: pendingCounts) == Ratio(count, of: 6))
  }
}
