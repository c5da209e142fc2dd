import HealthCore

/// What a marketplace asks of an account's figures, without the words about it: all that a page of health needs. It is
/// written in plain lines, as decoding the whole profile costs more than a start.
package struct HealthGoals: Sendable, Equatable, CustomStringConvertible {
  package var response: ResponseGoal
  /// In the order in which they are shown.
  package var metrics: [MetricGoal]
  /// Whether a claim counts as a defect while it is pending.
  package var pendingClaimsCount: Bool
  /// How the account health rating is estimated; nil where the marketplace has none.
  package var rating: AccountHealthRating.Rule?

  package init(of profile: Profile) {
    response = ResponseGoal(of: profile)
    metrics = profile.metrics.map(\.goal)
    pendingClaimsCount = profile.pendingClaimsCount
    rating = profile.rating
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ text: Substring) {
    let lines = text.split(separator: "\n")
    guard let first = lines.first, let response = ResponseGoal(String(first)) else { return nil }
    self.response = response
    metrics = []
    pendingClaimsCount = false
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      switch words[0] {
      case "pending-claims-count": pendingClaimsCount = true
      case "rating": rating = AccountHealthRating.Rule(numbers: words.dropFirst().compactMap { Int($0) })
      default:
        guard let goal = MetricGoal(words) else { return nil }
        metrics.append(goal)
      }
    }
  }

  package var description: String {
    var lines = [response.description]
    if pendingClaimsCount { lines.append("pending-claims-count") }
    if let rating { lines.append((["rating"] + rating.numbers.map(String.init)).joined(separator: " ")) }
    return (lines + metrics.map(\.line)).joined(separator: "\n")
  }
}

extension MetricGoal {
  /// "late-shipment-rate 10,30 0 all lessThan 4 100"
  fileprivate var line: String {
    let days = windows.map(String.init).joined(separator: ",")
    let head = "\(id.rawValue) \(days) \(lag) \(isBusinessOnly ? "business" : "all")"
    return target.map { "\(head) \($0.condition.rawValue) \($0.value.numerator) \($0.value.denominator)" } ?? head
  }

  fileprivate init?(_ words: [Substring]) {
    guard words.count == 4 || words.count == 7, let id = MetricID(rawValue: String(words[0])),
      let lag = Int(words[2])
    else { return nil }
    self.init(
      id: id, windows: words[1].split(separator: ",").compactMap { Int($0) }, lag: lag,
      isBusinessOnly: words[3] == "business")
    if words.count == 7 {
      guard let condition = Condition(rawValue: String(words[4])), let numerator = Int(words[5]),
        let denominator = Int(words[6]), denominator > 0
      else { return nil }
      target = Target(value: Decimal(numerator: numerator, denominator: denominator), condition: condition)
    }
  }
}

extension AccountHealthRating.Rule {
  fileprivate var numbers: [Int] { [start, points, perOrders, days, low, medium, high, healthy, atRisk] }

  fileprivate init?(numbers: [Int]) {
    guard numbers.count == 9 else { return nil }
    self.init(
      start: numbers[0], points: numbers[1], perOrders: numbers[2], days: numbers[3], low: numbers[4],
      medium: numbers[5], high: numbers[6], healthy: numbers[7], atRisk: numbers[8])
  }
}
