import Foundation
import HealthCore

/// Amazon's older GET_V1_SELLER_PERFORMANCE_REPORT in XML (MARKETPLACES.md 6.4): the only export of Amazon's that tells
/// how fast buyers' messages were answered.
///
/// Its layout is known from its attributes' names and from programs that read it, so elements are looked for by name
/// anywhere below the group they belong to. A group comes once for each time frame: 7, 30, 60 or 90 days.
enum AmazonPerformanceV1 {
  static let format = "amazon-performance-v1"

  static func read(_ root: ReportXML) throws(IntakeFault) -> [PerformanceSnapshot] {
    let isReport = root.name.hasPrefix("sellerperformancereport") || root.first("sellerPerformanceReport") != nil
    guard isReport else {
      throw IntakeFault(
        reason: "is XML, but no performance report; Amazon's GET_V1_SELLER_PERFORMANCE_REPORT is expected")
    }
    let within = root.all("sellerPerformanceReport")
    let snapshots = (within.isEmpty ? [root] : within).map(snapshot).filter { !$0.figures.isEmpty }
    guard !snapshots.isEmpty else {
      throw IntakeFault(reason: "is Amazon's performance report, but has no figure that is known")
    }
    return snapshots
  }

  private static func snapshot(_ report: ReportXML) -> PerformanceSnapshot {
    var snapshot = PerformanceSnapshot(format: format)
    snapshot.marketplace = report.text("marketplaceId")
    snapshot.figures = rates.flatMap { figures($0, report) } + report.all("responseTimeMetrics").flatMap(contacts)
    let checklist = report.first("performanceChecklist")
    for index in snapshot.figures.indices {
      // The checklist has one verdict for a metric, whatever its time frame.
      let entry = checks[snapshot.figures[index].metric].flatMap { checklist?.first($0) }
      snapshot.figures[index].verdict = entry?.text("status")
    }
    snapshot.reportedAt = snapshot.figures.compactMap(\.to).max()
    return snapshot
  }

  private typealias Rate = (metric: MetricID, group: String, element: String)

  private static let rates: [Rate] = [
    (.orderDefectRate, "orderDefectMetrics", "orderWithDefects"),
    (.negativeFeedbackRate, "orderDefectMetrics", "negativeFeedbacks"),
    (.aToZClaimRate, "orderDefectMetrics", "a_z_claims"),
    (.chargebackRate, "orderDefectMetrics", "chargebacks"),
    (.lateShipmentRate, "customerExperienceMetrics", "lateShipment"),
    (.cancellationRate, "customerExperienceMetrics", "preFulfillmentCancellation"),
    (.validTrackingRate, "trackingMetrics", "validTracking"),
    (.onTimeDeliveryRate, "trackingMetrics", "onTimeDelivery"),
    (.returnDissatisfactionRate, "returnDissatisfactionMetrics", "returnDissatisfaction"),
  ]

  private static let checks: [MetricID: String] = [
    .orderDefectRate: "orderDefectRate", .cancellationRate: "orderCancellationRate",
    .lateShipmentRate: "lateShipmentRate", .onTimeDeliveryRate: "onTimeDelivery",
    .validTrackingRate: "validTrackingRate", .averageResponseTime: "contactResponseTime",
    .responseRate: "contactResponseTime", .returnDissatisfactionRate: "returnDissatisfactionRate",
  ]

  private static func figures(_ rate: Rate, _ report: ReportXML) -> [ReportedFigure] {
    report.all(rate.group).compactMap { group in
      guard let element = group.first(rate.element) else { return nil }
      var figure = ReportedFigure(metric: rate.metric)
      figure.setWindow(from: group)
      figure.numerator = count(element.text("count"))
      figure.denominator = count(group.text("orderCount"))
      // Rates are written as percentages, with the sign or without it.
      figure.value = element.text("rate").flatMap(ReportDecimal.fraction)?.value
      return figure.value == nil && figure.numerator == nil ? nil : figure
    }
  }

  private static func contacts(_ group: ReportXML) -> [ReportedFigure] {
    var rate = ReportedFigure(metric: .responseRate)
    rate.setWindow(from: group)
    var average = rate
    average.metric = .averageResponseTime
    average.value = group.first("averageResponseTimeInHours").flatMap { Double($0.trimmed) }.flatMap {
      $0.isFinite && $0 >= 0 ? $0 * 3600 : nil
    }
    let counts = ["responseUnder24Hours", "responseTimeGreaterThan24Hours", "noResponseForContactsOlderThan24Hours"]
      .map { count(group.first($0)?.trimmed) }
    // Without one of the three the rate is not known: none of them is a part of another.
    let known = counts.compactMap(\.self)
    if known.count == 3 {
      rate.numerator = known[0]
      rate.denominator = known.reduce(0, +)
      if let asked = rate.denominator, asked > 0 { rate.value = Double(known[0]) / Double(asked) }
    }
    return [rate, average].filter { $0.value != nil || $0.numerator != nil }
  }

  private static func count(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...Cell.largestCount).contains($0) ? $0 : nil }
  }
}

extension ReportXML {
  fileprivate var trimmed: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension ReportedFigure {
  fileprivate mutating func setWindow(from group: ReportXML) {
    let frame = group.first("timeFrame")
    from = frame?.text("start").flatMap(ReportDecimal.instant)
    to = frame?.text("end").flatMap(ReportDecimal.instant)
  }
}
