import Foundation
import Testing

@testable import HealthCore

@Suite("Windows")
struct MetricGoalTests {
  @Test(
    "The usual windows are those of INTERFACE.md",
    arguments: [
      (.orderDefectRate, [60]), (.negativeFeedbackRate, [60]), (.aToZClaimRate, [60]), (.chargebackRate, [60]),
      (.lateShipmentRate, [30]), (.onTimeShipmentRate, [30]), (.onTimeDeliveryRate, [14]), (.cancellationRate, [7]),
      (.validTrackingRate, [30]), (.feedbackScore, [30, 90, 365, 0]), (.responseRate, [7, 30, 90]),
      (.averageResponseTime, [7, 30, 90]),
    ] as [(MetricID, [Int])])
  func usual(id: MetricID, windows: [Int]) {
    #expect(MetricGoal.usual(id) == MetricGoal(id: id, windows: windows))
  }

  @Test(
    "Those that only MARKETPLACES.md gives",
    arguments: [
      // 1.1: units are counted over 14 days that ended 7 days ago; violations and the rating over 180 days.
      (.unitOnTimeDeliveryRate, [14], 7), (.policyViolations, [180], 0), (.listingViolations, [180], 0),
      (.performanceNotifications, [180], 0), (.accountHealthRating, [180], 0), (.invoiceDefectRate, [7], 0),
      (.returnDissatisfactionRate, [60], 0),
    ] as [(MetricID, [Int], Int)])
  func further(id: MetricID, windows: [Int], lag: Int) {
    #expect(MetricGoal.usual(id) == MetricGoal(id: id, windows: windows, lag: lag))
  }

  @Test("By itself a marketplace states no target", arguments: MetricID.allCases)
  func noTarget(id: MetricID) {
    #expect(MetricGoal.usual(id).target == nil)
    #expect(MetricGoal.usual(id).id == id)
  }

  @Test(
    "Windows are whole days of 86,400 seconds, whatever the calendar does",
    arguments: [
      // (now, days, lag, from, to)
      ("2026-11-22T04:00:00Z", 60, 0, "2026-09-23T04:00:00Z", "2026-11-22T04:00:00Z"),
      // 29 February 2024 is one of the two days.
      ("2024-03-01T12:00:00Z", 2, 0, "2024-02-28T12:00:00Z", "2024-03-01T12:00:00Z"),
      ("2023-03-01T12:00:00Z", 2, 0, "2023-02-27T12:00:00Z", "2023-03-01T12:00:00Z"),
      ("2025-02-28T00:00:00Z", 365, 0, "2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z"),
      // On 29 March 2026 the clocks of Europe go forward, on 25 October back.
      ("2026-03-30T01:30:00Z", 2, 0, "2026-03-28T01:30:00Z", "2026-03-30T01:30:00Z"),
      ("2026-10-26T00:30:00Z", 7, 0, "2026-10-19T00:30:00Z", "2026-10-26T00:30:00Z"),
      ("2026-11-22T04:00:00Z", 14, 7, "2026-11-01T04:00:00Z", "2026-11-15T04:00:00Z"),
      ("2026-04-05T00:00:00Z", 7, 7, "2026-03-22T00:00:00Z", "2026-03-29T00:00:00Z"),
    ])
  func bounds(now: String, days: Int, lag: Int, from: String, to: String) throws {
    let window = MetricWindow(days: days, lag: lag, at: try instant(now))
    #expect(window == MetricWindow(days: days, from: try instant(from), to: try instant(to)))
  }

  @Test("A lifetime has no beginning, and no number of days", arguments: [0, 7])
  func lifetime(lag: Int) {
    #expect(MetricWindow(days: 0, lag: lag, at: asked) == MetricWindow(days: nil, from: nil, to: day(30 - lag)))
  }
}
