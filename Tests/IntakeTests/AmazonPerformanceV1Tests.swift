import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Amazon's performance report of the first version")
struct AmazonPerformanceV1Tests {
  static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- invented figures -->
    <sellerPerformanceReports xmlns="http://example.com/v1">
      <sellerPerformanceReport>
        <marketplaceId>ATVPDKIKX0DER</marketplaceId>
        <performanceChecklist>
          <orderDefectRate><status>Good</status></orderDefectRate>
          <orderCancellationRate><status>Bad</status></orderCancellationRate>
          <contactResponseTime><status>Fair</status></contactResponseTime>
          <policyViolation><status>None</status></policyViolation>
        </performanceChecklist>
        <orderDefects>
          <orderDefectMetrics>
            <timeFrame><start>2026-07-20T00:00:00Z</start><end>2026-09-17T23:59:59Z</end></timeFrame>
            <orderCount>640</orderCount>
            <orderWithDefects><rate>1.09%</rate><count>7</count></orderWithDefects>
            <negativeFeedbacks><rate>0.63%</rate><count>4</count></negativeFeedbacks>
            <a_z_claims><rate>0.47%</rate><count>3</count></a_z_claims>
            <chargebacks><rate>0.16%</rate><count>1</count></chargebacks>
          </orderDefectMetrics>
        </orderDefects>
        <customerExperience>
          <customerExperienceMetrics>
            <timeFrame><start>2026-09-13T00:00:00Z</start><end>2026-09-19T23:59:59Z</end></timeFrame>
            <lateShipment><rate>2.5</rate><count>3</count></lateShipment>
            <preFulfillmentCancellation><rate>3%</rate><count>-4</count></preFulfillmentCancellation>
            <refunds><rate>1%</rate><count>1</count></refunds>
          </customerExperienceMetrics>
        </customerExperience>
        <buyerSellerContactResponseTimeMetrics>
          <responseTimeMetrics>
            <timeFrame><start>2026-09-13T00:00:00Z</start><end>2026-09-19T23:59:59Z</end></timeFrame>
            <averageResponseTimeInHours>7.5</averageResponseTimeInHours>
            <responseUnder24Hours>45</responseUnder24Hours>
            <responseTimeGreaterThan24Hours>3</responseTimeGreaterThan24Hours>
            <noResponseForContactsOlderThan24Hours>2</noResponseForContactsOlderThan24Hours>
          </responseTimeMetrics>
          <responseTimeMetrics>
            <timeFrame><start>2026-08-21T00:00:00Z</start><end>2026-09-19T23:59:59Z</end></timeFrame>
            <responseUnder24Hours>100</responseUnder24Hours>
          </responseTimeMetrics>
        </buyerSellerContactResponseTimeMetrics>
        <returnDissatisfaction>
          <returnDissatisfactionMetrics>
            <returnDissatisfaction><rate>4.00%</rate><count>2</count></returnDissatisfaction>
          </returnDissatisfactionMetrics>
        </returnDissatisfaction>
      </sellerPerformanceReport>
    </sellerPerformanceReports>
    """

  private func read(_ text: String) throws -> PerformanceSnapshot {
    try #require(try PerformanceReports.read(Array(text.utf8)).first)
  }

  @Test("Rates, counts and the answers to messages, each with its time frame")
  func figures() throws {
    let snapshot = try read(Self.sample)
    #expect(snapshot.format == "amazon-performance-v1" && snapshot.marketplace == "ATVPDKIKX0DER")
    #expect(snapshot.reportedAt == instant("2026-09-19T23:59:59Z"))
    #expect(
      snapshot.figures.map(\.metric) == [
        .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .lateShipmentRate,
        .cancellationRate, .returnDissatisfactionRate, .responseRate, .averageResponseTime,
      ])
    #expect(snapshot.figures.map(\.value) == [0.0109, 0.0063, 0.0047, 0.0016, 0.025, 0.03, 0.04, 0.9, 27_000])
    #expect(snapshot.figures.map(\.numerator) == [7, 4, 3, 1, 3, nil, 2, 45, nil])
    #expect(snapshot.figures.map(\.denominator) == [640, 640, 640, 640, nil, nil, nil, 50, nil])
    #expect(snapshot.figures.map(\.days) == [60, 60, 60, 60, 7, 7, nil, 7, 7])
    #expect(snapshot.figures.map(\.verdict) == ["Good", nil, nil, nil, nil, "Bad", nil, "Fair", "Fair"])
  }

  @Test("Prefixes and other cases of the names change nothing")
  func prefixes() throws {
    let text = Self.sample.replacing(#/<(/?)([a-z]\w*)/#) { "<\($0.output.1)x:\($0.output.2.uppercased())" }
    #expect(try read(text) == read(Self.sample))
  }

  @Test("Elements, attributes, comments, CDATA and the characters with names")
  func xml() throws {
    let text = "<?xml?><A:b c='>' d=\"/>\"><!-- <x> --><e/>one &lt;&amp;&gt; <![CDATA[<two>]]> &#65;&#x42;</A:b >\n"
    let root = try ReportXML.read(Array(text.utf8)[...])
    #expect(root.name == "b" && root.children.map(\.name) == ["e"])
    #expect(root.text == "one <&> <two> AB")
  }
}
