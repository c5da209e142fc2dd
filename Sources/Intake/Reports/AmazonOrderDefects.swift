import HealthCore

/// The order defect rate of Amazon's performance report, for the seller's own shipments and for Amazon's, with its
/// three parts (MARKETPLACES.md 1.1, 6.3 [O]).
enum AmazonOrderDefects {
  private static let parts: [(MetricID, String)] = [
    (.negativeFeedbackRate, "negativeFeedback"), (.aToZClaimRate, "claims"), (.chargebackRate, "chargebacks"),
  ]

  static func figures(_ metrics: ReportJSON) -> [ReportedFigure] {
    guard let rate = metrics["orderDefectRate"] else { return [] }
    // By the key: in the schema's example "afn" is of the fulfillmentType "mfn".
    return figures(rate["mfn"], .seller) + figures(rate["afn"], .marketplace)
  }

  private static func figures(_ group: ReportJSON?, _ fulfilment: OrderFact.Fulfilment) -> [ReportedFigure] {
    guard let group else { return [] }
    let orders = group["orderCount"]?.count
    let whole = ReportedFigure(
      .orderDefectRate, group, numerator: group["orderWithDefects"]?["count"]?.count, denominator: orders)
    var figures = [whole].compactMap(\.self)
    for (metric, name) in parts {
      guard let part = group[name], let count = part["count"]?.count else { continue }
      var figure = ReportedFigure(metric: metric)
      figure.setWindow(from: group)
      figure.numerator = count
      figure.denominator = orders
      // The report gives no rate for a part, so that this is no second opinion on one.
      if let orders, orders > 0 { figure.value = Double(count) / Double(orders) }
      figure.verdict = part["status"]?.text
      figures.append(figure)
    }
    for index in figures.indices { figures[index].fulfilment = fulfilment }
    return figures
  }
}

extension ReportedFigure {
  /// What a metric of the performance report says; nil where it says nothing.
  init?(_ metric: MetricID, _ group: ReportJSON, numerator: Int?, denominator: Int?) {
    self.init(metric: metric)
    self.numerator = numerator
    self.denominator = denominator
    value = group["rate"]?.number
    verdict = group["status"]?.text
    setWindow(from: group)
    setTarget(from: group)
    if value == nil, numerator == nil, verdict == nil { return nil }
  }

  mutating func setWindow(from group: ReportJSON) {
    from = group["reportingDateRange"]?["reportingDateFrom"]?.instant
    to = group["reportingDateRange"]?["reportingDateTo"]?.instant
  }

  /// Half a target is none.
  mutating func setTarget(from group: ReportJSON) {
    guard let value = group["targetValue"]?.decimal, let word = group["targetCondition"]?.text else { return }
    let conditions: [String: Condition] = ["LESS_THAN": .lessThan, "GREATER_THAN": .greaterThan, "EQUALS": .equals]
    guard let condition = conditions[word.uppercased()] else { return }
    (target, self.condition) = (value, condition)
  }

  func hasWindow(of other: ReportedFigure) -> Bool {
    metric == other.metric && fulfilment == other.fulfilment && from == other.from && to == other.to
  }
}
