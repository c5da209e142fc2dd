import Foundation
import HealthCore
import ServiceDesk
import Testing

@testable import Marketplaces

/// What each marketplace asks of an account's figures, as its profile has it.
@Suite struct HealthRulesTests {
  private func profile(_ name: String) throws -> Profile {
    try Profile(name: name, yaml: try #require(ShippedProfiles.yaml(name)))
  }

  @Test("every figure is measured, or said not to be, in every profile", arguments: ShippedProfiles.names)
  func complete(name: String) throws {
    let profile = try profile(name)
    for id in MetricID.allCases where id != .responseRate {
      let isMeasured = profile.metrics.contains { $0.id == id }
      #expect(isMeasured != (profile.notMeasured[id] != nil), "\(name): \(id.rawValue)")
    }
    #expect(!profile.metrics.contains { $0.id == .responseRate })
  }

  @Test("every rule has a source, a confidence and a date", arguments: ShippedProfiles.names)
  func sources(name: String) throws {
    let profile = try profile(name)
    let rules = profile.metrics.map(\.rule) + profile.rules.values
    for rule in rules {
      #expect(["O", "O-old", "OM", "T", "S", "K"].contains(rule.confidence), "\(name): \(rule.text)")
      #expect(!rule.source.isEmpty && !rule.date.isEmpty && !rule.text.isEmpty, "\(name): \(rule.text)")
    }
    for topic in profile.deadlines.limits.keys { #expect(profile.rules["deadline \(topic)"] != nil) }
  }

  @Test("the goals are read back as they are written", arguments: ShippedProfiles.names)
  func roundTrip(name: String) throws {
    let goals = HealthGoals(of: try profile(name))
    #expect(HealthGoals(goals.description[...]) == goals)
  }

  @Test("the windows of amazon and plain are those of INTERFACE.md", arguments: ["amazon", "plain"])
  func windows(name: String) throws {
    for metric in try profile(name).metrics where OrderMetrics.of(metric.id) != nil || metric.id == .feedbackScore {
      let usual = MetricGoal.usual(metric.id)
      let windows = metric.id == .lateShipmentRate && name == "amazon" ? [10, 30] : usual.windows
      #expect(metric.windows == windows && metric.lag == usual.lag, "\(metric.id.rawValue)")
    }
  }

  @Test(
    "targets are those of MARKETPLACES.md",
    arguments: [
      ("amazon", MetricID.orderDefectRate, "0.01", Condition.lessThan),
      ("amazon", .lateShipmentRate, "0.04", .lessThan), ("amazon", .cancellationRate, "0.025", .lessThan),
      ("amazon", .validTrackingRate, "0.95", .greaterThan), ("amazon", .policyViolations, "0", .equals),
      ("amazon", .accountHealthRating, "200", .atLeast), ("amazon-business", .orderDefectRate, "0.005", .atMost),
      ("amazon-business", .cancellationRate, "0.01", .lessThan), ("walmart", .cancellationRate, "0.02", .atMost),
      ("walmart", .negativeFeedbackRate, "0.02", .atMost), ("ebay", .transactionDefectRate, "0.02", .atMost),
      ("etsy", .orderDefectRate, "0.01", .lessThan), ("etsy", .averageRating, "4.8", .atLeast),
    ] as [(String, MetricID, String, Condition)])
  func targets(name: String, id: MetricID, value: String, condition: Condition) throws {
    let metric = try #require(try profile(name).metrics.first { $0.id == id })
    #expect(metric.target == Target(value: try #require(Decimal(value)), condition: condition))
  }

  @Test("only Amazon Business counts claims that are pending")
  func pending() throws {
    for name in ShippedProfiles.names {
      #expect(try profile(name).pendingClaimsCount == (name == "amazon-business"), "\(name)")
    }
  }

  @Test("plain has no target but the response rate's")
  func plain() throws {
    let profile = try profile("plain")
    #expect(profile.metrics.allSatisfy { $0.target == nil })
    #expect(profile.target == Target(value: try #require(Decimal("0.9")), condition: .atLeast))
  }

  @Test(
    "deadlines run by the calendar, or by days of work",
    arguments: [
      ("amazon", "a-to-z", "2026-03-06T12:00:00Z", "2026-03-08T12:00:00Z"),
      ("amazon", "chargeback", "2026-03-06T12:00:00Z", "2026-03-13T12:00:00Z"),
      ("amazon", "feedback", "2026-03-06T12:00:00Z", "2026-06-04T12:00:00Z"),
      ("ebay", "return", "2026-03-06T12:00:00Z", "2026-03-11T12:00:00Z"),
      ("ebay", "return", "2026-03-07T12:00:00Z", "2026-03-11T12:00:00Z"),
      ("alibaba", "dispute", "2026-03-06T12:00:00Z", "2026-03-09T12:00:00Z"),
    ])
  func deadlines(name: String, topic: String, start: String, end: String) throws {
    let from = try #require(InstantParser.parse(start, zone: .gmt))
    #expect(try profile(name).deadlines.due(topic, from: from, zone: .gmt)?.rfc3339 == end)
  }

  @Test(
    "a profile that can't be read says where and what to write",
    arguments: [
      ("metrics:\n  oder-defect-rate: {text: a, source: b, confidence: K, date: c}", "no metric oder-defect-rate"),
      (
        "metrics:\n  order-defect-rate: {target: \"1 %\", condition: lessThan, text: a, source: b, confidence: K, date: c}",
        "target of order-defect-rate"
      ),
      ("metrics:\n  order-defect-rate: {windows: [-3], text: a, source: b, confidence: K, date: c}", "no days"),
      ("metrics:\n  order-defect-rate: {orders: half, text: a, source: b, confidence: K, date: c}", "unknown orders"),
      ("deadlines:\n  a-to-z: {within: soon, text: a, source: b, confidence: K, date: c}", "within soon"),
      ("deadlines:\n  lunch: {within: 1h, text: a, source: b, confidence: K, date: c}", "no deadline lunch"),
      ("deadlines:\n  return: {within: 1h, clock: lunar, text: a, source: b, confidence: K, date: c}", "clock lunar"),
      ("not-measured: {speed: no}", "no metric speed"),
    ])
  func faults(block: String, reason: String) throws {
    let fault = #expect(throws: ProfileFault.self) {
      try Profile(name: "own", yaml: "title: Own\nresponse: {}\n\(block)\n")
    }
    #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
    #expect(fault?.remedy.isEmpty == false)
  }
}
