import HealthCore
import ServiceDesk

/// The part of a profile about the account's figures, as it stands in its file.
struct WrittenHealth: Decodable {
  struct Metric: Decodable {
    var windows: [Int]?
    var lag: Int?
    var orders: String?
    var target: String?
    var condition: String?
    var text: String
    var consequence: String?
    var source: String
    var confidence: String
    var date: String
  }
  struct Deadline: Decodable {
    var within: String
    var clock: String?
    var text: String
    var source: String
    var confidence: String
    var date: String
  }
  struct Rating: Decodable {
    var start, points, days, low, medium, high, healthy: Int
    var perOrders, atRisk: Int

    enum CodingKeys: String, CodingKey {
      case start, points, days, low, medium, high, healthy
      case perOrders = "per-orders"
      case atRisk = "at-risk"
    }
  }
  struct Claims: Decodable {
    var pendingCount: Bool
    var text: String
    var source: String
    var confidence: String
    var date: String

    enum CodingKeys: String, CodingKey {
      case text, source, confidence, date
      case pendingCount = "pending-count"
    }
  }
  var metrics: [String: Metric]?
  var notMeasured: [String: String]?
  var deadlines: [String: Deadline]?
  var claims: Claims?
  var rating: Rating?

  enum CodingKeys: String, CodingKey {
    case metrics, deadlines, claims, rating
    case notMeasured = "not-measured"
  }

  static let topics = [
    "a-to-z", "chargeback", "return", "not-received", "dispute", "violation", "notification", "feedback", "shipment",
  ]
}

extension Profile {
  mutating func take(_ written: WrittenHealth) throws(ProfileFault) {
    let name = name
    func fault(_ reason: String, _ remedy: String) -> ProfileFault {
      ProfileFault(name: name, reason: reason, remedy: remedy)
    }
    for key in (written.metrics ?? [:]).keys where MetricID(rawValue: key) == nil {
      throw fault("there is no metric \(key)", "use \(MetricID.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    // In the order of the page, which a map in YAML does not keep.
    for id in MetricID.allCases {
      guard let metric = written.metrics?[id.rawValue] else { continue }
      metrics.append(try Self.rule(id, metric, fault))
    }
    for (key, reason) in written.notMeasured ?? [:] {
      guard let id = MetricID(rawValue: key) else { throw fault("there is no metric \(key)", "compare it with amazon") }
      notMeasured[id] = reason
    }
    for (topic, deadline) in written.deadlines ?? [:] {
      guard WrittenHealth.topics.contains(topic) else {
        throw fault("there is no deadline \(topic)", "use \(WrittenHealth.topics.joined(separator: ", "))")
      }
      guard let span = Span(deadline.within), span.seconds > 0 else {
        throw fault("within \(deadline.within) is no time", "write it as 48h or 7d")
      }
      let clock = deadline.clock ?? "calendar"
      guard ["calendar", "business"].contains(clock) else {
        throw fault("unknown clock \(clock)", "use calendar or business")
      }
      deadlines.limits[topic] = .init(seconds: span.seconds, isBusinessDays: clock == "business")
      rules["deadline " + topic] = Rule(
        text: deadline.text, source: deadline.source, confidence: deadline.confidence, date: deadline.date)
    }
    if let claims = written.claims {
      pendingClaimsCount = claims.pendingCount
      rules["claims"] = Rule(
        text: claims.text, source: claims.source, confidence: claims.confidence, date: claims.date)
    }
    rating = written.rating.map { written in
      AccountHealthRating.Rule(
        start: written.start, points: written.points, perOrders: written.perOrders, days: written.days,
        low: written.low, medium: written.medium, high: written.high, healthy: written.healthy, atRisk: written.atRisk)
    }
  }

  private static func rule(
    _ id: MetricID, _ written: WrittenHealth.Metric, _ fault: (String, String) -> ProfileFault
  ) throws(ProfileFault) -> MetricRule {
    let windows = written.windows ?? MetricGoal.usual(id).windows
    guard windows.allSatisfy({ (0...36_500).contains($0) }), !windows.isEmpty else {
      throw fault("\(id.rawValue) has windows that are no days", "write windows: [30, 90]")
    }
    guard ["all", "business", nil].contains(written.orders) else {
      throw fault("\(id.rawValue) has unknown orders \(written.orders ?? "")", "use all or business")
    }
    var target: Target?
    if let value = written.target {
      guard let value = Decimal(value), let condition = written.condition.flatMap(Condition.init) else {
        throw fault("the target of \(id.rawValue) can't be read", "write target: \"0.01\", condition: lessThan")
      }
      target = Target(value: value, condition: condition)
    }
    return MetricRule(
      id: id, windows: windows, lag: written.lag ?? 0, isBusinessOnly: written.orders == "business", target: target,
      rule: Rule(text: written.text, source: written.source, confidence: written.confidence, date: written.date),
      consequence: written.consequence)
  }
}
