import Foundation
import HealthCore

/// Amazon's GET_V2_SELLER_PERFORMANCE_REPORT (MARKETPLACES.md 6.3): a snapshot for each marketplace.
///
/// Read are the names of the schema, those of its example, which differ, and those seen in real reports. Rates and
/// verdicts are taken as they are given: in a real report a rate far from its target was called GOOD.
enum AmazonPerformanceV2 {
  static let format = "amazon-performance-v2"

  static func recognises(_ root: ReportJSON) -> Bool {
    root["performanceMetrics"]?.list != nil || root["accountStatuses"]?.list != nil
  }

  static func read(_ root: ReportJSON) throws(IntakeFault) -> [PerformanceSnapshot] {
    let statuses = root["accountStatuses"]?.list ?? []
    var snapshots = (root["performanceMetrics"]?.list ?? []).filter(\.isObject).map(snapshot)
    // A deactivated account may have no figures left, but it has its state.
    if snapshots.isEmpty { snapshots = statuses.compactMap { $0["marketplaceId"]?.text }.map(stateOnly) }
    guard !snapshots.isEmpty else {
      throw IntakeFault(reason: "is Amazon's performance report, but reports on no marketplace")
    }
    for index in snapshots.indices {
      let own = statuses.first { $0["marketplaceId"]?.text == snapshots[index].marketplace }
      snapshots[index].accountStatus = own?["status"]?.text
    }
    return snapshots
  }

  private static func stateOnly(_ marketplace: String) -> PerformanceSnapshot {
    var snapshot = PerformanceSnapshot(format: format)
    snapshot.marketplace = marketplace
    return snapshot
  }

  private static func snapshot(_ metrics: ReportJSON) -> PerformanceSnapshot {
    var snapshot = PerformanceSnapshot(format: format)
    snapshot.marketplace = metrics["marketplaceId"]?.text
    snapshot.figures =
      AmazonOrderDefects.figures(metrics) + rates(metrics) + AmazonViolationCounts.figures(metrics) + rating(metrics)
    snapshot.reportedAt = snapshot.figures.compactMap(\.to).max()
    snapshot.warnings = warnings(metrics)
    return snapshot
  }

  private typealias Rate = (metric: MetricID, names: [String], numerator: [String], denominator: String)

  private static let kinds: [Rate] = [
    (.lateShipmentRate, ["lateShipmentRate"], ["lateShipmentCount"], "orderCount"),
    (
      .cancellationRate, ["preFulfillmentCancellationRate", "prefulfillmentCancelRate"], ["cancellationCount"],
      "orderCount"
    ),
    (.validTrackingRate, ["validTrackingRate"], ["validTrackingCount"], "shipmentCount"),
    (.onTimeDeliveryRate, ["onTimeDeliveryRate"], ["onTimeDeliveryCount"], "shipmentCountWithValidTracking"),
    (.unitOnTimeDeliveryRate, ["unitOnTimeDeliveryRate"], ["unitOnTimeDeliveryCount"], "totalUnitCount"),
    (.invoiceDefectRate, ["invoiceDefectRate"], ["invoiceDefect", "count"], "orderCount"),
  ]

  private static func rates(_ metrics: ReportJSON) -> [ReportedFigure] {
    var figures: [ReportedFigure] = []
    for kind in kinds {
      // Real reports have the late shipments of 10 and of 30 days in a list, one of them alone as well.
      let single = metrics[kind.names].map { [$0] } ?? []
      for group in single + (metrics[kind.names.map { "\($0)List" }]?.list ?? []) {
        let figure = ReportedFigure(
          kind.metric, group, numerator: group[path: kind.numerator]?.count,
          denominator: group[kind.denominator]?.count)
        guard let figure, !figures.contains(where: { $0.hasWindow(of: figure) }) else { continue }
        figures.append(figure)
      }
    }
    return figures
  }

  /// The schema has only a word for it, real reports a number as well.
  private static func rating(_ metrics: ReportJSON) -> [ReportedFigure] {
    guard let group = metrics["accountHealthRating"] else { return [] }
    var figure = ReportedFigure(metric: .accountHealthRating)
    figure.setWindow(from: group)
    figure.value = group["ahrScore"]?.number
    figure.verdict = group["ahrStatus", "accountHealthRatingStatus"]?.text
    return figure.value == nil && figure.verdict == nil ? [] : [figure]
  }

  /// Objects with a status by the schema; some reports have plain words.
  private static func warnings(_ metrics: ReportJSON) -> [String] {
    (metrics["warningStates", "warningState"]?.list ?? []).compactMap { warning in
      if let word = warning.text { return word }
      return ["GOOD", "NONE"].contains(warning["status"]?.text) ? nil : warning["warningType"]?.text
    }
  }
}
