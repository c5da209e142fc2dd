import Testing

@testable import HealthCore

@Suite("The response rate and its percentiles")
struct ResponseRateTests {
  @Test("Running and exempt timers are counted apart")
  func required() throws {
    let rate = ResponseRate(onTime: 7, late: 2, unanswered: 1, running: 5, exempt: 3)
    #expect(rate.required == 10)
    #expect(rate.answered == 9)
    #expect(rate.rate == 0.7)
    let target = Target(value: try #require(Decimal("0.7")), condition: .atLeast)
    #expect(rate.meets(target) == true)
  }

  @Test("Without anything required there is no rate, and nothing is met or missed")
  func noRate() throws {
    let rate = ResponseRate(running: 5, exempt: 3)
    #expect(rate.rate == nil)
    #expect(rate.meets(Target(value: try #require(Decimal("0.9")), condition: .atLeast)) == nil)
  }

  @Test("Rates add up count by count")
  func adding() {
    let left = ResponseRate(onTime: 1, late: 2, unanswered: 3, running: 4, exempt: 5)
    let right = ResponseRate(onTime: 10, late: 20, unanswered: 30, running: 40, exempt: 50)
    #expect(left + right == ResponseRate(onTime: 11, late: 22, unanswered: 33, running: 44, exempt: 55))
  }

  @Test(
    "Nearest rank, worked out by hand",
    arguments: [
      (50, [15, 20, 35, 40, 50], 35), (30, [15, 20, 35, 40, 50], 20), (40, [15, 20, 35, 40, 50], 20),
      (100, [15, 20, 35, 40, 50], 50), (5, [15, 20, 35, 40, 50], 15), (0, [15, 20], 15), (90, [7], 7),
      (50, [1, 2, 3, 4], 2), (90, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9), (91, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10),
    ])
  func nearestRank(percent: Int, values: [Int], value: Int) {
    #expect(NearestRank.value(percent: percent, of: values) == value)
  }

  @Test("Of no values there is no percentile")
  func nothing() {
    #expect(NearestRank.value(percent: 50, of: []) == nil)
    #expect(NearestRank.rank(percent: 50, count: 0) == 0)
  }
}
