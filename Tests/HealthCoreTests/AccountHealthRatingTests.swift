import Foundation
import Testing

@testable import HealthCore

@Suite("The estimate of the account health rating")
struct AccountHealthRatingTests {
  /// MARKETPLACES.md 4.1: 200 + 4 for each 200 orders, less 2, 4 or 8 for each violation.
  static let rule = AccountHealthRating.Rule(
    start: 200, points: 4, perOrders: 200, days: 180, low: 2, medium: 4, high: 8, healthy: 200, atRisk: 100)

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var fulfilled: Int
    var open: [ViolationFact]
    var points: Int

    init(_ name: String, orders: Int = 0, _ open: [ViolationFact] = [], is points: Int) {
      (testDescription, fulfilled, self.open, self.points) = (name, orders, open, points)
    }
  }

  static let rows = [
    Row("A new seller has 200", is: 200),
    Row("199 orders earn nothing yet", orders: 199, is: 200),
    Row("200 orders earn 4", orders: 200, is: 204),
    Row("399 orders earn 4", orders: 399, is: 204),
    Row("400 orders earn 8", orders: 400, is: 208),
    Row("A low violation costs 2", [violation(.listing, .low)], is: 198),
    Row("A medium one costs 4", [violation(.listing, .medium)], is: 196),
    Row("A high one costs 8", [violation(.listing, .high)], is: 192),
    Row("Of unknown severity: as a low one", [violation(.listing, nil)], is: 198),
    Row("A critical one drops it to 0", orders: 100_000, [violation(.safety, .critical)], is: 0),
    Row("A critical one beside others, too", orders: 400, [violation(.listing), violation(.safety, .critical)], is: 0),
    Row("Two kinds, each for the first time", [violation(.listing, .low), violation(.safety, .high)], is: 190),
    Row("A repeated kind costs double: 2 + 4", [violation(.listing, .low), violation(.listing, .low)], is: 194),
    Row(
      "Three times: 8 + 16 + 16", [violation(.safety, .high), violation(.safety, .high), violation(.safety, .high)],
      is: 160),
    Row("Of no known kind, twice: 2 + 4", [violation(nil, .low), violation(.other, .low)], is: 194),
    Row("A notification costs nothing", [violation(.notification, .high)], is: 200),
    Row("Not even a critical one", [violation(.notification, .critical)], is: 200),
    Row("Never above 1000: 200 + 4 × 200", orders: 40_000, is: 1000),
    Row("Never above 1000: 200 + 4 × 201", orders: 40_200, is: 1000),
    Row("Just below: 200 + 4 × 199", orders: 39_999, is: 996),
    // 8 + 12 × 16 = 200.
    Row("Thirteen high ones of a kind use it up", Array(repeating: violation(.safety, .high), count: 13), is: 0),
    Row("Twelve leave 16", Array(repeating: violation(.safety, .high), count: 12), is: 16),
    Row("Never below 0", Array(repeating: violation(.safety, .high), count: 40), is: 0),
    Row(
      "Orders and violations: 200 + 8 - 4 - 8", orders: 450, [violation(.listing, .medium), violation(.safety, .high)],
      is: 196),
  ]

  @Test("By the rule, worked out by hand", arguments: rows)
  func estimate(row: Row) {
    #expect(AccountHealthRating.estimate(fulfilled: row.fulfilled, open: row.open, by: Self.rule).points == row.points)
  }

  @Test("The parts are the start, the orders and each violation")
  func parts() {
    let estimate = AccountHealthRating.estimate(
      fulfilled: 450, open: [violation(.listing, .low), violation(.listing, .medium), violation(.notification)],
      by: Self.rule)
    #expect(estimate.parts.map(\.points) == [200, 8, -2, -8])
    #expect(estimate.points == 198)
  }

  @Test("The parts add up, where neither end nor a critical one interferes")
  func sum() {
    for row in Self.rows where (1..<1000).contains(row.points) {
      let estimate = AccountHealthRating.estimate(fulfilled: row.fulfilled, open: row.open, by: Self.rule)
      #expect(estimate.parts.reduce(0) { $0 + $1.points } == row.points, "\(row.testDescription)")
    }
  }

  @Test(
    "Weights by severity",
    arguments: [(.low, 2), (.medium, 4), (.high, 8), (.critical, nil)] as [(ViolationFact.Severity, Int?)])
  func weights(severity: ViolationFact.Severity, weight: Int?) {
    #expect(Self.rule.weight(of: severity) == weight)
  }
}
