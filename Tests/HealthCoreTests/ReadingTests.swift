import Foundation
import Testing

@testable import HealthCore

@Suite("A figure held against its target")
struct ReadingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var metric: MetricID
    var ratio: Ratio?
    var value: Double?
    var target: Target?
    var status: Reading.Status
    var headroom: Int?

    init(
      _ name: String, _ metric: MetricID = .orderDefectRate, _ ratio: (Int, Int)? = nil, value: Double? = nil,
      _ target: Target?, _ status: Reading.Status, headroom: Int? = nil
    ) {
      (testDescription, self.metric, self.value) = (name, metric, value)
      self.ratio = ratio.map { Ratio($0.0, of: $0.1) }
      (self.target, self.status, self.headroom) = (target, status, headroom)
    }

    var reading: Reading {
      Reading(metric: metric, window: MetricWindow(days: 60, at: asked), ratio: ratio, value: value, target: target)
    }
  }

  static let below1 = target(.lessThan, 1, of: 100)
  static let atMost1 = target(.atMost, 1, of: 100)
  static let above95 = target(.greaterThan, 95, of: 100)
  static let atLeast90 = target(.atLeast, 9, of: 10)
  static let none = target(.equals, 0)

  @Test(
    "Its status and its headroom",
    arguments: [
      Row("4 of 400 is not below 1 %", .orderDefectRate, (4, 400), below1, .bad, headroom: 0),
      Row("4 of 400 is at most 1 %, with no room", .orderDefectRate, (4, 400), atMost1, .watch, headroom: 0),
      Row("3 of 400 is below 1 %, with no room for a fourth", .orderDefectRate, (3, 400), below1, .watch, headroom: 0),
      Row("3 of 400 leaves one up to at most 1 %", .orderDefectRate, (3, 400), atMost1, .good, headroom: 1),
      Row("2 of 400 leaves one below 1 %", .orderDefectRate, (2, 400), below1, .good, headroom: 1),
      Row("0 of 400 leaves three below 1 %", .orderDefectRate, (0, 400), below1, .good, headroom: 3),
      Row("0 of 100 is below 1 %, but one more is not", .orderDefectRate, (0, 100), below1, .watch, headroom: 0),
      Row("0 of 101 leaves one below 1 %", .orderDefectRate, (0, 101), below1, .good, headroom: 1),
      Row("5 of 400 is bad by either", .orderDefectRate, (5, 400), atMost1, .bad, headroom: 0),
      Row("95 of 100 is not above 95 %", .validTrackingRate, (95, 100), above95, .bad, headroom: 0),
      Row("96 of 100 is above 95 %, with no room", .validTrackingRate, (96, 100), above95, .watch, headroom: 0),
      Row("97 of 100 leaves one above 95 %", .validTrackingRate, (97, 100), above95, .good, headroom: 1),
      Row("9 of 10 is at least 90 %, with no room", .responseRate, (9, 10), atLeast90, .watch, headroom: 0),
      Row("89 of 99 is not at least 90 %", .responseRate, (89, 99), atLeast90, .bad, headroom: 0),
      Row("20 of 20 leaves two", .responseRate, (20, 20), atLeast90, .good, headroom: 2),
      Row("No orders are no data, not 0", .orderDefectRate, (0, 0), below1, .noData),
      Row("No counts and no value are no data", .orderDefectRate, nil, below1, .noData),
      Row("No data and no target are no data", .orderDefectRate, (0, 0), nil, .noData),
      Row("Without a target there is none to meet", .orderDefectRate, (4, 400), nil, .noTarget),
      Row("No violation is good", .policyViolations, (0, 1), none, .good),
      Row("One violation is bad", .policyViolations, (1, 1), none, .bad),
      Row("An account that never had one: no data", .policyViolations, nil, none, .noData),
      Row("A mean of 24 h is not below 24 h", .averageResponseTime, (864_000, 10), target(.lessThan, 86_400), .bad),
      Row("A second less in all is", .averageResponseTime, (863_999, 10), target(.lessThan, 86_400), .good),
      Row("4.5 stars in the mean", .averageRating, (9, 2), target(.atLeast, 45, of: 10), .good),
      Row("200 points are enough", .accountHealthRating, value: 200, target(.atLeast, 200), .good),
      Row("199 points are not", .accountHealthRating, value: 199, target(.atLeast, 200), .bad),
      Row("0 points are data", .accountHealthRating, value: 0, target(.atLeast, 200), .bad),
      Row("A value without counts: 0.009 is below 1 %", value: 0.009, below1, .good),
      Row("A value without counts: 0.01 is not below 1 %", value: 0.01, below1, .bad),
      Row("A value without counts: 0.01 is at most 1 %", value: 0.01, atMost1, .good),
      Row("A value without counts: 0 is below 1 %", value: 0, below1, .good),
      Row(
        "Counts come before a value that was rounded", .orderDefectRate, (4, 401), value: 0.01, below1, .watch,
        headroom: 0),
      Row("Half of the counts, and a value", .orderDefectRate, (3, 0), value: 0.004, below1, .good),
    ])
  func status(row: Row) {
    #expect(row.reading.status == row.status)
    #expect(row.reading.headroom == row.headroom)
  }

  @Test(
    "A value with many digits is compared as it is",
    arguments: [
      // 1 of 300, as a report prints it; 4.73 hours in seconds; 1 of 100,000.
      Row("A third of a percent", value: 0.0033333333333333335, below1, .good),
      Row("A hair above 1 %", value: 0.010000000000000002, below1, .bad),
      Row(
        "17028.000000000004 seconds", .averageResponseTime, value: 17028.000000000004, target(.lessThan, 86_400), .good),
      Row("A thousandth of a percent", value: 0.00001, below1, .good),
      Row("99.9999999999 %", .validTrackingRate, value: 0.999999999999, above95, .good),
    ])
  func digits(row: Row) {
    #expect(row.reading.status == row.status)
  }

  @Test("The value is the ratio's, unless another is given")
  func value() {
    let row = Row("", .orderDefectRate, (3, 400), Self.below1, .watch)
    #expect(row.reading.value == 0.0075)
    #expect(Row("", .orderDefectRate, (3, 400), value: 0.0074, Self.below1, .watch).reading.value == 0.0074)
    #expect(row.reading.source == .estimated)
  }
}
