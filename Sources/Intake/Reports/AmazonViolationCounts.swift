import HealthCore

/// The counts of violations in Amazon's performance report, which stand there by Amazon's own headings, several to one
/// of the desk's kinds (MARKETPLACES.md 1.1 "Policy compliance counts", 6.3).
enum AmazonViolationCounts {
  private static let kinds: [(MetricID, [String])] = [
    (
      .intellectualPropertyViolations,
      ["suspectedIntellectualPropertyViolations", "receivedIntellectualPropertyComplaints"]
    ),
    (.authenticityViolations, ["productAuthenticityCustomerComplaints"]),
    (.conditionViolations, ["productConditionCustomerComplaints"]),
    (.safetyViolations, ["productSafetyCustomerComplaints", "foodAndProductSafetyIssues"]),
    (.listingViolations, ["listingPolicyViolations"]),
    (.restrictedViolations, ["restrictedProductPolicyViolations"]),
    (.reviewPolicyViolations, ["customerProductReviewsPolicyViolations"]),
    (.otherViolations, ["otherPolicyViolations", "policyViolationWarnings"]),
  ]

  static func figures(_ metrics: ReportJSON) -> [ReportedFigure] {
    var counts: [ReportedFigure] = []
    var all: [ReportedFigure] = []
    for (metric, names) in kinds {
      let parts = names.compactMap { count(metrics[$0], metric) }
      all += parts
      counts += [sum(parts, metric)].compactMap(\.self)
    }
    // A request for documents is no violation.
    let requests = count(metrics["documentRequests", "documentRequest"], .performanceNotifications)
    return [sum(all, .policyViolations)].compactMap(\.self) + counts + [requests].compactMap(\.self)
  }

  private static func count(_ group: ReportJSON?, _ metric: MetricID) -> ReportedFigure? {
    guard let group, let count = group["defectsCount", "warningsCount"]?.count else { return nil }
    var figure = ReportedFigure(metric: metric)
    figure.setWindow(from: group)
    figure.setTarget(from: group)
    figure.numerator = count
    figure.value = Double(count)
    figure.verdict = group["status"]?.text
    return figure
  }

  /// Target and verdict where the parts agree on them: what they make together Amazon does not say.
  private static func sum(_ parts: [ReportedFigure], _ metric: MetricID) -> ReportedFigure? {
    guard let first = parts.first else { return nil }
    var sum = first
    sum.metric = metric
    sum.from = parts.compactMap(\.from).min()
    sum.to = parts.compactMap(\.to).max()
    let count = parts.compactMap(\.numerator).reduce(0, +)
    sum.numerator = count
    sum.value = Double(count)
    if !parts.allSatisfy({ $0.verdict == first.verdict }) { sum.verdict = nil }
    if !parts.allSatisfy({ $0.target == first.target && $0.condition == first.condition }) {
      (sum.target, sum.condition) = (nil, nil)
    }
    return sum
  }
}
