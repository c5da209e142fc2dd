import Foundation
import Testing

@testable import HealthCore

@Suite("Leaving one's own norm")
struct ControlChartTests {
  /// 99 of 998 in four periods: with one good and one bad put to them the norm is 100 of 1000, a tenth.
  static let past = [Ratio(24, of: 249), Ratio(25, of: 249), Ratio(26, of: 250), Ratio(24, of: 250)]

  @Test(
    "Of 100 orders a standard error is 3 percent: more than 19 or fewer than 1 are outside",
    arguments: [(10, false), (1, false), (2, false), (18, false), (20, true), (25, true), (0, true), (100, true)])
  func threeErrors(defects: Int, isOutside: Bool) throws {
    let deviation = ControlChart.deviation(latest: Ratio(defects, of: 100), earlier: Self.past)
    #expect((deviation != nil) == isOutside)
    if let deviation {
      #expect(deviation.norm == Ratio(99, of: 998))
      #expect(deviation.latest == Ratio(defects, of: 100))
      // (share - 0.1) / 0.03
      #expect(abs(deviation.sigmas - Double(defects - 10) / 3) < 1e-9)
    }
  }

  @Test(
    "Too little past has no norm",
    arguments: [
      ([], false), ([Ratio(10, of: 1000)], false), (Array(repeating: Ratio(1, of: 100), count: 3), false),
      (Array(repeating: Ratio(1, of: 100), count: 4), true), (Array(repeating: Ratio(0, of: 25), count: 4), true),
      // 24 + 25 + 25 + 25 = 99 orders.
      ([Ratio(0, of: 24), Ratio(0, of: 25), Ratio(0, of: 25), Ratio(0, of: 25)], false),
      // Periods without orders are none.
      (Array(repeating: Ratio(1, of: 100), count: 3) + [Ratio(0, of: 0)], false),
      (Array(repeating: Ratio(1, of: 100), count: 4) + [Ratio(0, of: 0)], true),
    ] as [([Ratio], Bool)])
  func past(earlier: [Ratio], hasNorm: Bool) {
    #expect((ControlChart.deviation(latest: Ratio(50, of: 50), earlier: earlier) != nil) == hasNorm)
  }

  @Test("A latest period without orders is not outside")
  func noOrders() {
    #expect(ControlChart.deviation(latest: Ratio(0, of: 0), earlier: Self.past) == nil)
  }

  @Test("A past without any defect has a spread too: one of 100 is no alarm, ten are")
  func spotless() {
    // p = 1 / 402; a standard error of 100 orders is 0.0050, three are 0.0149: 1 % lies within, 2 % without.
    let spotless = Array(repeating: Ratio(0, of: 100), count: 4)
    #expect(ControlChart.deviation(latest: Ratio(1, of: 100), earlier: spotless) == nil)
    #expect(ControlChart.deviation(latest: Ratio(2, of: 100), earlier: spotless) != nil)
    #expect(ControlChart.deviation(latest: Ratio(0, of: 100), earlier: spotless) == nil)
  }
}
