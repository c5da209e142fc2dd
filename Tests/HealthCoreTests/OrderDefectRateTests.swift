import Foundation
import Testing

@testable import HealthCore

@Suite("Orders with a defect")
struct OrderDefectRateTests {
  @Test(
    "An order counts once, whatever befell it",
    arguments: [
      OrderRow("Nothing befell it", order(), 0, of: 1),
      OrderRow("Negative feedback is a defect", order([feedback(2)]), 1, of: 1),
      OrderRow("3 stars are no defect", order([feedback(3)]), 0, of: 1),
      OrderRow("A granted A-to-z claim is a defect", order([], [claim(.aToZ, .granted)]), 1, of: 1),
      OrderRow("A lost chargeback is a defect", order([], [claim(.chargeback, .lost)]), 1, of: 1),
      OrderRow("Feedback and a claim count once", order([feedback(1)], [claim(.aToZ, .granted)]), 1, of: 1),
      OrderRow(
        "All three kinds count once", order([feedback(1)], [claim(.aToZ, .lost), claim(.chargeback, .lost)]), 1, of: 1),
      OrderRow(
        "Removed feedback leaves the claim", order([feedback(1, removed: day(7))], [claim(.aToZ, .granted)]), 1, of: 1),
      OrderRow(
        "Removed feedback and a denied claim are none",
        order([feedback(1, removed: day(7))], [claim(.aToZ, .denied)]), pendingCounts: true, 0, of: 1),
      OrderRow("Feedback removed exactly now is a defect still", order([feedback(1, removed: asked)]), 1, of: 1),
      OrderRow("Feedback left exactly now is none yet", order([feedback(1, left: asked)]), 0, of: 1),
      OrderRow("A return never counts", order([], [claim(.return, .granted)]), pendingCounts: true, 0, of: 1),
      OrderRow("A dispute never counts", order([], [claim(.dispute, .lost)]), pendingCounts: true, 0, of: 1),
      OrderRow("Not received never counts", order([], [claim(.notReceived, .granted)]), pendingCounts: true, 0, of: 1),
      OrderRow(
        "Fraud never counts", order([], [claim(.chargeback, .lost, reason: .fraud)]), pendingCounts: true, 0, of: 1),
      OrderRow("Pending is none by itself", order([], [claim(.aToZ, .pending, closed: nil)]), 0, of: 1),
      OrderRow(
        "Pending is one where the profile says so", order([], [claim(.aToZ, .pending, closed: nil)]),
        pendingCounts: true, 1, of: 1),
      OrderRow(
        "Before it is closed, granted is pending", order([], [claim(.aToZ, .granted, closed: day(31))]), 0, of: 1),
      OrderRow(
        "Before it is closed, withdrawn is pending", order([], [claim(.aToZ, .withdrawn, closed: day(31))]),
        pendingCounts: true, 1, of: 1),
      OrderRow(
        "Granted without a closing date ended as it began", order([], [claim(.aToZ, .granted, closed: nil)]), 1, of: 1),
      OrderRow(
        "Denied without a closing date ended as it began", order([], [claim(.aToZ, .denied, closed: nil)]),
        pendingCounts: true, 0, of: 1),
      OrderRow(
        "Neither outcome nor closing date is pending: none", order([], [claim(.aToZ, nil, closed: nil)]), 0, of: 1),
      OrderRow(
        "Neither outcome nor closing date is pending: one", order([], [claim(.aToZ, nil, closed: nil)]),
        pendingCounts: true, 1, of: 1),
      OrderRow(
        "A claim opened at an unknown instant does not count", order([], [claim(.aToZ, .granted, opened: nil)]), 0,
        of: 1),
      OrderRow("A cancelled order counts like any other", order([feedback(1)]) { $0.cancelledAt = day(2) }, 1, of: 1),
      OrderRow(
        "An order bought exactly now does not exist yet", order([feedback(1)]) { $0.purchasedAt = asked }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(OrderDefectRate.self) == row.expected)
  }

  @Test("As in Amazon's own example: 442 + 15 + 628 parts are 1,078 orders with a defect")
  func amazonsExample() {
    // Seven orders have two parts: four feedback and claim, two feedback and chargeback, one claim and chargeback.
    let (bad, claimed, charged) = (feedback(1), claim(.aToZ, .granted), claim(.chargeback, .lost))
    var orders = Array(repeating: order([bad], [claimed]), count: 4)
    orders += Array(repeating: order([bad], [charged]), count: 2)
    orders += [order([], [claimed, charged])]
    orders += Array(repeating: order([bad]), count: 442 - 4 - 2)
    orders += Array(repeating: order([], [claimed]), count: 15 - 4 - 1)
    orders += Array(repeating: order([], [charged]), count: 628 - 2 - 1)
    orders += Array(repeating: order(), count: 2000 - 1078)
    #expect(ratio(NegativeFeedbackRate.self, of: orders) == Ratio(442, of: 2000))
    #expect(ratio(AToZClaimRate.self, of: orders) == Ratio(15, of: 2000))
    #expect(ratio(ChargebackRate.self, of: orders) == Ratio(628, of: 2000))
    #expect(ratio(OrderDefectRate.self, of: orders) == Ratio(1078, of: 2000))
  }

  @Test("Whether one order counts against the seller", arguments: [(false, false), (true, true)])
  func ofOneOrder(pendingCounts: Bool, isDefect: Bool) {
    let pending = order([], [claim(.aToZ, .pending, closed: nil)])
    #expect(OrderDefectRate.isDefect(pending, at: asked, pendingClaimsCount: pendingCounts) == isDefect)
  }
}
