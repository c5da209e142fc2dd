import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Amazon's performance report of the second version")
struct AmazonPerformanceV2Tests {
  private func read(_ text: String) throws -> PerformanceSnapshot {
    let snapshots = try PerformanceReports.read(Array(text.utf8))
    #expect(snapshots.count == 1 && snapshots.allSatisfy { $0.format == "amazon-performance-v2" })
    return try #require(snapshots.first)
  }

  private func metrics(_ text: String) throws -> PerformanceSnapshot {
    try read("{\"performanceMetrics\":[{\"marketplaceId\":\"ATVPDKIKX0DER\",\(text)}]}")
  }

  /// MARKETPLACES.md 6.3, to the letter.
  static let sample = """
    {"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"AT_RISK"}],
     "performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER",
      "orderDefectRate":{"mfn":{"reportingDateRange":{"reportingDateFrom":"2026-07-20T00:00:00Z","reportingDateTo":"2026-09-17T23:59:59Z"},
       "orderCount":640,"orderWithDefects":{"count":7,"status":"BAD"},"claims":{"count":3,"status":"NONE"},"chargebacks":{"count":1,"status":"NONE"},
       "negativeFeedback":{"count":4,"status":"NONE"},"fulfillmentType":"mfn","status":"BAD","rate":0.0109375,"targetValue":0.01,"targetCondition":"LESS_THAN"}},
      "accountHealthRating":{"ahrScore":188,"ahrStatus":"WARNED"},
      "receivedIntellectualPropertyComplaints":{"defectsCount":1,"status":"BAD","targetValue":0,"targetCondition":"EQUALS"}}]}
    """

  @Test("The documented sample")
  func documented() throws {
    let snapshot = try read(Self.sample)
    #expect(snapshot.marketplace == "ATVPDKIKX0DER" && snapshot.accountStatus == "AT_RISK")
    #expect(snapshot.reportedAt == instant("2026-09-17T23:59:59Z") && snapshot.warnings == [])

    var defects = ReportedFigure(metric: .orderDefectRate)
    (defects.from, defects.to) = (instant("2026-07-20"), instant("2026-09-17T23:59:59Z"))
    (defects.numerator, defects.denominator, defects.value) = (7, 640, 0.0109375)
    (defects.target, defects.condition, defects.verdict) = (Decimal("0.01"), .lessThan, "BAD")
    #expect(snapshot.figures.first == defects && defects.days == 60)

    let parts = snapshot.figures.dropFirst().prefix(3)
    #expect(parts.map(\.metric) == [.negativeFeedbackRate, .aToZClaimRate, .chargebackRate])
    #expect(parts.map(\.numerator) == [4, 3, 1] && parts.allSatisfy { $0.denominator == 640 && $0.verdict == "NONE" })
    #expect(parts.map(\.value) == [0.00625, 0.0046875, 0.0015625])

    let rest = snapshot.figures.dropFirst(4)
    #expect(rest.map(\.metric) == [.policyViolations, .intellectualPropertyViolations, .accountHealthRating])
    #expect(rest.map(\.value) == [1, 1, 188] && rest.map(\.verdict) == ["BAD", "BAD", "WARNED"])
    #expect(rest.first?.target == Decimal("0") && rest.first?.condition == .equals)
  }

  @Test("Amazon's own example, with its own names", .enabled(if: SharedReports.areThere, "no shared data"))
  func example() throws {
    let bytes = try #require(SharedReports.bytes("performance-v2-example.json"))
    let snapshot = try #require(try PerformanceReports.read(bytes).first)
    #expect(snapshot.marketplace == "ATVPDKIKX0DER" && snapshot.accountStatus == "AT_RISK")
    #expect(snapshot.reportedAt == instant("2020-11-19T23:59:00Z"))
    #expect(snapshot.warnings == ["spammingSellerMessaging"])
    func figure(_ metric: MetricID, _ by: OrderFact.Fulfilment = .seller) -> ReportedFigure? {
      let found = snapshot.figures.filter { $0.metric == metric && $0.fulfilment == by }
      return found.count == 1 ? found.first : nil
    }
    #expect(figure(.orderDefectRate)?.value == 0.009 && figure(.orderDefectRate)?.numerator == 1078)
    #expect(figure(.orderDefectRate, .marketplace)?.denominator == 539_000)
    #expect(figure(.chargebackRate, .marketplace)?.numerator == 15)
    #expect(figure(.lateShipmentRate)?.value == 0.03203973037 && figure(.lateShipmentRate)?.days == 30)
    // As given: 551 of 17197 would be another rate.
    #expect(figure(.cancellationRate)?.value == 0.005 && figure(.cancellationRate)?.numerator == 551)
    #expect(figure(.onTimeDeliveryRate)?.denominator == 808_046)
    #expect(figure(.unitOnTimeDeliveryRate)?.target == Decimal("0.9"))
    #expect(figure(.validTrackingRate)?.condition == .greaterThan)
    #expect(figure(.invoiceDefectRate)?.numerator == 315)
    #expect(figure(.safetyViolations)?.numerator == 165 + 37)
    #expect(figure(.performanceNotifications)?.numerator == 8 && figure(.performanceNotifications)?.days == nil)
    #expect(figure(.policyViolations)?.numerator == 165 + 75 + 86 + 37 + 212 + 337 + 86)
    #expect(figure(.accountHealthRating)?.verdict == "WARNED" && figure(.accountHealthRating)?.value == nil)
  }

  @Test("No metric of the schema is passed over", .enabled(if: SharedReports.areThere, "no shared data"))
  func schema() throws {
    let names = SharedReports.metricNames()
    #expect(names.count > 15)
    let group = """
      {"rate":0.5,"status":"GOOD","defectsCount":2,"ahrScore":3,"mfn":{"rate":0.5},"orderCount":4}
      """
    for name in names where name != "marketplaceId" && name != "warningStates" {
      #expect(try metrics("\"\(name)\":\(group)").figures.isEmpty == false, "\(name)")
    }
    #expect(try metrics("\"warningStates\":[\"x\"]").warnings == ["x"])
  }

  @Test("Names of real reports: a list of late shipment rates, warnings as words, further counts")
  func real() throws {
    func window(from day: String) -> String {
      """
      "reportingDateRange":{"reportingDateFrom":"\(day)T00:00Z","reportingDateTo":"2026-09-18T23:59Z"}
      """
    }
    let (month, tenDays) = (window(from: "2026-08-20"), window(from: "2026-09-09"))
    let snapshot = try metrics(
      """
      "lateShipmentRate":{\(month),"rate":0.02,"status":"GOOD"},
      "lateShipmentRateList":[{\(tenDays),"rate":0.05,"status":"BAD"},{\(month),"rate":0.02,"status":"GOOD"}],
      "warningStates":["lateShipments",{"warningType":"spam","status":"GOOD"},{"warningType":"quiz"},7],
      "customerProductReviewsPolicyViolations":{"defectsCount":2,"status":"GOOD"},
      "otherPolicyViolations":{"defectsCount":1,"status":"BAD"},"policyViolationWarnings":{"warningsCount":3},
      "accountHealthRating":{"ahrScore":428,"ahrStatus":"GREAT"},"somethingNew":{"rate":1}
      """)
    #expect(snapshot.figures.filter { $0.metric == .lateShipmentRate }.map(\.value) == [0.02, 0.05])
    #expect(snapshot.figures.filter { $0.metric == .lateShipmentRate }.map(\.days) == [30, 10])
    #expect(snapshot.warnings == ["lateShipments", "quiz"])
    let violations = snapshot.figures.filter { $0.metric.rawValue.hasSuffix("violations") }
    #expect(violations.map(\.metric) == [.policyViolations, .reviewPolicyViolations, .otherViolations])
    #expect(violations.map(\.numerator) == [6, 2, 4])
    // They differ, so there is no word for all of them.
    #expect(violations.map(\.verdict) == [nil, "GOOD", nil])
  }

  @Test(
    "What is no figure is left out",
    arguments: ["{}", "null", "[]", "\"x\"", "{\"rate\":\"0.1\"}", "{\"rate\":true}", "{\"lateShipmentCount\":-1}"])
  func nothing(group: String) throws {
    #expect(try metrics("\"lateShipmentRate\":\(group)").figures == [])
  }

  @Test(
    "Numbers that can't be counts are left out, and the rate stays",
    arguments: ["-3", "\"12\"", "1.5", "1e30", "true", "null", "[1]", "99999999999999999999999999"])
  func badCounts(count: String) throws {
    let figures = try metrics("\"validTrackingRate\":{\"rate\":0.5,\"validTrackingCount\":\(count)}").figures
    #expect(figures.map(\.value) == [0.5] && figures.map(\.numerator) == [nil])
  }

  @Test(
    "Targets are exact, and none where they can't be",
    arguments: [
      ("0.01", "0.01"), ("0.025", "0.025"), ("0.00005", "0.00005"), ("5e-5", "0.00005"), ("0", "0"), ("0.950", "0.95"),
      ("-1", nil), ("\"0.01\"", nil), ("1e300", nil),
    ] as [(String, String?)])
  func targets(written: String, target: String?) throws {
    let figures = try metrics(
      "\"validTrackingRate\":{\"rate\":0.5,\"targetValue\":\(written),\"targetCondition\":\"GREATER_THAN\"}"
    ).figures
    #expect(figures.map(\.target) == [target.flatMap { Decimal($0) }])
    #expect(figures.map(\.condition) == [target == nil ? nil : .greaterThan])
  }

  @Test("Accounts without figures have their state; the state of other marketplaces is theirs")
  func states() throws {
    let statuses = """
      "accountStatuses":[{"marketplaceId":"A","status":"DEACTIVATED"},{"marketplaceId":"B","status":"Odd word"}]
      """
    let states = try PerformanceReports.read(Array("{\(statuses),\"performanceMetrics\":[]}".utf8))
    #expect(states.map(\.accountStatus) == ["DEACTIVATED", "Odd word"] && states.map(\.marketplace) == ["A", "B"])
    let metrics = "\"performanceMetrics\":[{\"marketplaceId\":\"B\"}]"
    let figures = try PerformanceReports.read(Array("{\(statuses),\(metrics)}".utf8))
    #expect(figures.map(\.accountStatus) == ["Odd word"])
  }
}
