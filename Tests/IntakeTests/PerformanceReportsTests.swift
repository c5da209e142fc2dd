import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Performance reports are recognised by what they contain")
struct PerformanceReportsTests {
  static let standards = """
    {"standardsLevel":"ABOVE_STANDARD","program":"PROGRAM_US","cycle":{"cycleType":"CURRENT","evaluationDate":"2026-09-20T05:00:00.000Z","evaluationMonth":"2026-09"},
     "metrics":[{"metricKey":"DEFECTIVE_TRANSACTION_RATE","name":"Transaction defect rate","type":"RATE","level":"ABOVE_STANDARD",
      "value":{"value":"0.90","numerator":4,"denominator":444},"thresholdUpperBound":{"value":"2.00"},"lookbackStartDate":"2025-09-01T07:00:00.000Z","lookbackEndDate":"2026-08-31T07:00:00.000Z"}]}
    """

  @Test("eBay's documented profile, its percentages as fractions")
  func ebay() throws {
    let snapshots = try PerformanceReports.read(Array(Self.standards.utf8))
    var expected = PerformanceSnapshot(format: "ebay-seller-standards")
    (expected.marketplace, expected.accountStatus) = ("PROGRAM_US", "ABOVE_STANDARD")
    expected.reportedAt = instant("2026-09-20T05:00:00Z")
    var figure = ReportedFigure(metric: .transactionDefectRate)
    (figure.from, figure.to) = (instant("2025-09-01T07:00:00Z"), instant("2026-08-31T07:00:00Z"))
    (figure.numerator, figure.denominator, figure.value) = (4, 444, 0.009)
    (figure.target, figure.condition, figure.verdict) = (Decimal("0.02"), .atMost, "ABOVE_STANDARD")
    expected.figures = [figure]
    #expect(snapshots == [expected])
  }

  @Test("Several profiles, as a list or under a name; what is projected is no state")
  func profiles() throws {
    let projected = Self.standards.replacingOccurrences(of: "\"CURRENT\"", with: "\"PROJECTED\"")
    for text in ["[\(Self.standards),\(projected)]", "{\"standardsProfiles\":[\(Self.standards),\(projected)]}"] {
      let snapshots = try PerformanceReports.read(Array(text.utf8))
      #expect(snapshots.map(\.accountStatus) == ["ABOVE_STANDARD", nil])
      #expect(snapshots.map(\.figures.count) == [1, 1])
    }
  }

  @Test("Lower bounds, and metrics that are not known")
  func ebayMetrics() throws {
    let text = """
      {"metrics":[{"metricKey":"VALID_TRACKING_UPLOADED_WITHIN_HANDLING_RATE","value":{"value":"97.5"},"thresholdLowerBound":{"value":"95.00"}},
       {"metricKey":"SHIPPING_MISS_RATE","value":{"value":"oops"}},{"metricKey":"GMV","value":{"value":"5"}},{"value":1},7]}
      """
    let figures = try #require(try PerformanceReports.read(Array(text.utf8)).first).figures
    #expect(figures.map(\.metric) == [.validTrackingRate] && figures.map(\.value) == [0.975])
    #expect(figures.map(\.target) == [Decimal("0.95")] && figures.map(\.condition) == [.atLeast])
  }

  @Test(
    "Percentages move by two places",
    arguments: [
      ("0.90", 9, 1000), ("2.00", 2, 100), ("100", 1, 1), ("0", 0, 1), ("12.345 %", 12345, 100_000),
      ("0.0000001", 1, 1_000_000_000),
    ])
  func percent(text: String, numerator: Int, denominator: Int) {
    #expect(ReportDecimal.fraction(ofPercent: text) == Decimal(numerator: numerator, denominator: denominator))
  }

  @Test("No percentage", arguments: ["", "-1", "1,5", "0.00000001", "x", "99999999999"])
  func noPercent(text: String) {
    #expect(ReportDecimal.fraction(ofPercent: text) == nil)
  }

  static let junk: [(String, String)] = [
    ("", "is empty"), (" \n", "is empty"), ("\u{FEFF}", "is empty"), ("hello", "is neither JSON nor XML"),
    ("\0\u{1}\u{2}", "is neither JSON nor XML"), ("{}", "no performance report"), ("[]", "no performance report"),
    ("[1,2]", "no performance report"), ("{\"metrics\":[]}", "no performance report"),
    ("{\"performanceMetrics\":[{\"marketplaceId\":\"A\"", "is no JSON, or only a part of it"),
    ("{\"performanceMetrics\":[{\"x\":NaN}]}", "is no JSON"),
    ("{\"performanceMetrics\":[]}", "reports on no marketplace"),
    ("{\"performanceMetrics\":[1,null]}", "reports on no marketplace"),
    ("{\"performanceMetrics\":{}}", "no performance report"),
    (String(repeating: "[", count: 100_000), "is no JSON"),
    (String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), "is no JSON"),
    (String(repeating: "{\"a\":", count: 100_000), "is no JSON"),
    ("<a>", "is no XML, or only a part"), ("<", "is no XML"), ("<a></b>", "is no XML"), ("<a>x", "is no XML"),
    ("<a/>trailing", "is no XML"), ("<a/>", "is XML, but no performance report"), ("< a>", "is no XML"),
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "a document type of its own"),
    ("<a>&b;</a>", "unknown character \"&b;\""), ("<a>&#xD800;</a>", "unknown character"),
    ("<a>x & y</a>", "unknown character"),
    (String(repeating: "<a>", count: 100_000), "is XML of over 64 levels"),
    (String(repeating: "<a>", count: 66), "is XML of over 64 levels"),
    ("<a>" + String(repeating: "<b/>", count: 100_001) + "</a>", "100000 elements"),
    ("<SellerPerformanceReport/>", "has no figure that is known"),
  ]

  @Test("What is none is refused with its reason", arguments: junk)
  func refused(text: String, reason: String) {
    let fault = #expect(throws: IntakeFault.self) { try PerformanceReports.read(Array(text.utf8)) }
    #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
    #expect((fault?.reason.count ?? 0) < 300)
  }

  @Test("Broken anywhere, a report is refused and never a crash")
  func truncated() {
    for text in [AmazonPerformanceV2Tests.sample, Self.standards, AmazonPerformanceV1Tests.sample] {
      let bytes = Array(text.utf8)
      for end in stride(from: 0, to: bytes.count, by: 7) {
        #expect(throws: IntakeFault.self) { try PerformanceReports.read(Array(bytes[..<end])) }
      }
    }
  }
}
