import Foundation
import Testing

@testable import HealthCore

@Suite("Orders with negative feedback")
struct NegativeFeedbackRateTests {
  @Test(
    "What is negative, and when it stands",
    arguments: [
      OrderRow("No feedback is no defect", order(), 0, of: 1),
      OrderRow("1 star is negative", order([feedback(1)]), 1, of: 1),
      OrderRow("2 stars are negative", order([feedback(2)]), 1, of: 1),
      OrderRow("3 stars are no defect", order([feedback(3)]), 0, of: 1),
      OrderRow("4 stars are no defect", order([feedback(4)]), 0, of: 1),
      OrderRow("5 stars are no defect", order([feedback(5)]), 0, of: 1),
      OrderRow("Stars unknown are no defect", order([feedback(nil)]), 0, of: 1),
      OrderRow("Left at an unknown instant does not count", order([feedback(1, left: nil)]), 0, of: 1),
      OrderRow("Left a second before now counts", order([feedback(1, left: day(30, -1))]), 1, of: 1),
      OrderRow("Left exactly now does not exist yet", order([feedback(1, left: asked)]), 0, of: 1),
      OrderRow("Left a second after now does not exist yet", order([feedback(1, left: day(30, 1))]), 0, of: 1),
      OrderRow("Removed before now is gone", order([feedback(1, removed: day(30, -1))]), 0, of: 1),
      OrderRow("Removed exactly now stands still", order([feedback(1, removed: asked)]), 1, of: 1),
      OrderRow("Removed after now stands still", order([feedback(1, removed: day(30, 1))]), 1, of: 1),
      OrderRow("Two of one order count once", order([feedback(1), feedback(2)]), 1, of: 1),
      OrderRow(
        "One removed, one standing: counts", order([feedback(1, removed: day(9)), feedback(2, left: day(10))]), 1, of: 1
      ),
      OrderRow("A claim is none of it", order([], [claim(.aToZ, .granted)]), 0, of: 1),
      OrderRow("An order bought exactly now does not exist yet", order { $0.purchasedAt = asked }, 0, of: 0),
      OrderRow("An order bought a second before now counts", order { $0.purchasedAt = day(30, -1) }, 0, of: 1),
      OrderRow("An order bought at an unknown instant does not count", order { $0.purchasedAt = nil }, 0, of: 0),
    ])
  func one(row: OrderRow) {
    #expect(row.ratio(NegativeFeedbackRate.self) == row.expected)
  }

  @Test("Of seven orders two have negative feedback that stands")
  func worked() {
    let orders = [
      order(), order([feedback(5)]), order([feedback(3)]), order([feedback(2)]), order([feedback(1), feedback(1)]),
      order([feedback(1, removed: day(7))]), order([feedback(1, left: day(31))]),
    ]
    #expect(ratio(NegativeFeedbackRate.self, of: orders) == Ratio(2, of: 7))
  }
}
