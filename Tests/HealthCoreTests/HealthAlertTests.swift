import Foundation
import Testing

@testable import HealthCore

@Suite("Alerts")
struct HealthAlertTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reading: Reading
    var kind: HealthAlert.Kind?

    init(
      _ name: String, _ metric: MetricID, _ numerator: Int, of denominator: Int, _ target: Target?,
      _ kind: HealthAlert.Kind?
    ) {
      (testDescription, self.kind) = (name, kind)
      reading = Reading(
        metric: metric, window: MetricWindow(days: 60, at: asked), ratio: Ratio(numerator, of: denominator),
        target: target)
    }
  }

  static let below1 = target(.lessThan, 1, of: 100)
  static let atMost1 = target(.atMost, 1, of: 100)
  static let atLeast90 = target(.atLeast, 9, of: 10)
  static let above90 = target(.greaterThan, 9, of: 10)

  @Test(
    "Near is more than four fifths of what the target allows",
    arguments: [
      // 1 % of 1000 is 10: eight are four fifths.
      Row("8 of 1000, below 1 %: four fifths exactly are not near", .orderDefectRate, 8, of: 1000, below1, nil),
      Row("9 of 1000, below 1 %: the tenth breaks it", .orderDefectRate, 9, of: 1000, below1, .nearThreshold),
      Row("8 of 1000, at most 1 %: four fifths exactly are not near", .orderDefectRate, 8, of: 1000, atMost1, nil),
      Row("9 of 1000, at most 1 %", .orderDefectRate, 9, of: 1000, atMost1, .nearThreshold),
      Row("10 of 1000, at most 1 %: no room", .orderDefectRate, 10, of: 1000, atMost1, .nearThreshold),
      Row("10 of 1000, below 1 %: missed", .orderDefectRate, 10, of: 1000, below1, .threshold),
      Row("11 of 1000, at most 1 %: missed", .orderDefectRate, 11, of: 1000, atMost1, .threshold),
      // 1 % of 10,000 is 100.
      Row("80 of 10,000 is not near", .orderDefectRate, 80, of: 10_000, below1, nil),
      Row("81 of 10,000 is near", .orderDefectRate, 81, of: 10_000, below1, .nearThreshold),
      // 80 / 9999 is more than 0.8 %, 80 / 10,001 less.
      Row("80 of 9,999 is near", .orderDefectRate, 80, of: 9_999, below1, .nearThreshold),
      Row("80 of 10,001 is not", .orderDefectRate, 80, of: 10_001, below1, nil),
      Row("None of 1000 is not near", .orderDefectRate, 0, of: 1000, below1, nil),
      Row(
        "None of 50, below 1 %: few orders leave no room, and nothing is wrong", .orderDefectRate, 0, of: 50, below1,
        nil),
      // At least 90 % of 1000 allows 100 to fail: 80 are four fifths.
      Row("920 of 1000, at least 90 %: four fifths exactly are not near", .responseRate, 920, of: 1000, atLeast90, nil),
      Row("919 of 1000, at least 90 %", .responseRate, 919, of: 1000, atLeast90, .nearThreshold),
      Row("920 of 1000, above 90 %: four fifths exactly are not near", .responseRate, 920, of: 1000, above90, nil),
      Row("919 of 1000, above 90 %", .responseRate, 919, of: 1000, above90, .nearThreshold),
      Row("900 of 1000, at least 90 %: no room", .responseRate, 900, of: 1000, atLeast90, .nearThreshold),
      Row("900 of 1000, above 90 %: missed", .responseRate, 900, of: 1000, above90, .threshold),
      Row("All of 1000, at least 90 %", .responseRate, 1000, of: 1000, atLeast90, nil),
      Row("No violation", .policyViolations, 0, of: 1, target(.equals, 0), nil),
      Row("One violation", .policyViolations, 1, of: 1, target(.equals, 0), .threshold),
      Row("A mean time just inside is not near", .averageResponseTime, 86_399, of: 1, target(.lessThan, 86_400), nil),
      Row(
        "A mean time at the limit is missed", .averageResponseTime, 86_400, of: 1, target(.lessThan, 86_400), .threshold
      ),
      Row("No data gives no alert", .orderDefectRate, 0, of: 0, below1, nil),
      Row("No target gives no alert", .orderDefectRate, 500, of: 1000, nil, nil),
    ])
  func byTarget(row: Row) {
    let alert = HealthAlert.byTarget(row.reading)
    #expect(alert?.kind == row.kind)
    if row.kind != nil {
      #expect(alert?.metric == row.reading.metric)
      #expect(alert?.window == row.reading.window)
      #expect(alert?.reading == row.reading)
    }
  }

  @Test(
    "Only for the worse is a deviation an alert",
    arguments: [
      (.orderDefectRate, 25, true), (.orderDefectRate, 0, false), (.orderDefectRate, 10, false),
      (.lateShipmentRate, 25, true), (.validTrackingRate, 25, false), (.validTrackingRate, 0, true),
      (.feedbackScore, 0, true), (.responseRate, 25, false),
    ] as [(MetricID, Int, Bool)])
  func byNorm(metric: MetricID, defects: Int, isAlert: Bool) {
    let window = MetricWindow(days: 7, at: asked)
    let alert = HealthAlert.byNorm(
      metric, latest: Ratio(defects, of: 100), earlier: ControlChartTests.past, window: window)
    #expect((alert != nil) == isAlert)
    if let alert {
      #expect(alert.kind == .deviation)
      #expect(alert.metric == metric)
      #expect(alert.window == window)
      #expect(alert.deviation?.latest == Ratio(defects, of: 100))
    }
  }

  @Test("The same alert has the same key; another kind, figure, window or source another")
  func keys() {
    let reading = Row("", .orderDefectRate, 11, of: 1000, Self.below1, nil).reading
    var reported = reading
    reported.source = .reported
    let short = MetricWindow(days: 10, at: asked)
    let alerts = [
      HealthAlert(kind: .threshold, metric: .orderDefectRate, window: reading.window, reading: reading),
      HealthAlert(kind: .nearThreshold, metric: .orderDefectRate, window: reading.window, reading: reading),
      HealthAlert(kind: .threshold, metric: .lateShipmentRate, window: reading.window, reading: reading),
      HealthAlert(kind: .threshold, metric: .orderDefectRate, window: short, reading: reading),
      HealthAlert(kind: .threshold, metric: .orderDefectRate, window: reading.window, reading: reported),
      HealthAlert(kind: .standing),
    ]
    #expect(Set(alerts.map(\.key)).count == alerts.count)
    let later = Row("", .orderDefectRate, 12, of: 1000, Self.below1, nil).reading
    let again = HealthAlert(
      kind: .threshold, metric: .orderDefectRate, window: MetricWindow(days: 60, at: day(31)), reading: later)
    #expect(again.key == alerts[0].key)
  }
}
