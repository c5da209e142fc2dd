import HealthCore

/// eBay's seller standards profile (MARKETPLACES.md 6.11): one, or a list of them for the programmes that an account
/// takes part in.
enum EbayStandards {
  static let format = "ebay-seller-standards"

  private static let metrics: [String: MetricID] = [
    "DEFECTIVE_TRANSACTION_RATE": .transactionDefectRate, "CLAIMS_SAF_RATE": .unresolvedCaseRate,
    "SHIPPING_MISS_RATE": .lateShipmentRate,
    "VALID_TRACKING_UPLOADED_WITHIN_HANDLING_RATE": .validTrackingRate,
  ]

  static func recognises(_ root: ReportJSON) -> Bool { !profiles(root).isEmpty }

  static func read(_ root: ReportJSON) -> [PerformanceSnapshot] { profiles(root).map(snapshot) }

  private static func profiles(_ root: ReportJSON) -> [ReportJSON] {
    (root["standardsProfiles"]?.list ?? root.list ?? [root]).filter {
      $0["standardsLevel"]?.text != nil || $0["metrics"]?.list?.contains { $0["metricKey"]?.text != nil } == true
    }
  }

  private static func snapshot(_ profile: ReportJSON) -> PerformanceSnapshot {
    var snapshot = PerformanceSnapshot(format: format)
    snapshot.marketplace = profile["program"]?.text
    snapshot.reportedAt = profile["cycle"]?["evaluationDate"]?.instant
    // A projected level is what the next evaluation would give, not the state of the account.
    let isProjected = profile["cycle"]?["cycleType"]?.text == "PROJECTED"
    snapshot.accountStatus = isProjected ? nil : profile["standardsLevel"]?.text
    snapshot.figures = (profile["metrics"]?.list ?? []).compactMap(figure)
    return snapshot
  }

  /// Rates and thresholds are percentages, as text.
  private static func figure(_ metric: ReportJSON) -> ReportedFigure? {
    guard let id = metric["metricKey"]?.text.flatMap({ metrics[$0] }), let value = metric["value"] else { return nil }
    var figure = ReportedFigure(metric: id)
    figure.value = percent(value)?.value
    figure.numerator = value["numerator"]?.count
    figure.denominator = value["denominator"]?.count
    figure.from = metric["lookbackStartDate"]?.instant
    figure.to = metric["lookbackEndDate"]?.instant
    figure.verdict = metric["level"]?.text
    if let bound = metric["thresholdUpperBound"].flatMap(percent) {
      (figure.target, figure.condition) = (bound, .atMost)
    } else if let bound = metric["thresholdLowerBound"].flatMap(percent) {
      (figure.target, figure.condition) = (bound, .atLeast)
    }
    return figure.value == nil && figure.numerator == nil && figure.verdict == nil ? nil : figure
  }

  private static func percent(_ value: ReportJSON) -> Decimal? {
    (value["value"] ?? value).text.flatMap(ReportDecimal.fraction)
  }
}
