import Foundation

/// An estimate of Amazon's account health rating, with its parts (MARKETPLACES.md 4.1). The true weights are not
/// published: this says in which direction and how far about, never what the page will show.
package enum AccountHealthRating {
  /// The numbers of the estimate, by profile.
  package struct Rule: Sendable, Equatable, Codable {
    package var start: Int
    /// So many points for each `perOrders` fulfilled orders of the last `days` days.
    package var points: Int
    package var perOrders: Int
    package var days: Int
    package var low: Int
    package var medium: Int
    package var high: Int
    /// From so many points on the account is healthy.
    package var healthy: Int
    /// From so many on at risk; below, it may be deactivated.
    package var atRisk: Int

    package init(
      start: Int, points: Int, perOrders: Int, days: Int, low: Int, medium: Int, high: Int, healthy: Int, atRisk: Int
    ) {
      (self.start, self.points, self.perOrders, self.days) = (start, points, perOrders, days)
      (self.low, self.medium, self.high) = (low, medium, high)
      (self.healthy, self.atRisk) = (healthy, atRisk)
    }

    package func weight(of severity: ViolationFact.Severity) -> Int? {
      switch severity {
      case .low: low
      case .medium: medium
      case .high: high
      case .critical: nil
      }
    }
  }

  package struct Part: Sendable, Equatable {
    package var name: String
    package var points: Int
  }

  package struct Estimate: Sendable, Equatable {
    /// 0 to 1000.
    package var points: Int
    package var parts: [Part]
  }

  /// - Parameters:
  ///   - fulfilled: orders of the last 180 days that were not cancelled, whoever ships them.
  ///   - open: violations of these days that are not resolved.
  package static func estimate(fulfilled: Int, open: [ViolationFact], by rule: Rule) -> Estimate {
    var parts = [Part(name: "start", points: rule.start)]
    let earned = rule.points * (fulfilled / max(1, rule.perOrders))
    parts.append(Part(name: "\(fulfilled) orders fulfilled in \(rule.days) days", points: earned))
    let violations = open.filter { $0.kind != .notification }
    var isCritical = false
    for kind in ViolationFact.Kind.allCases {
      let own = violations.filter { ($0.kind ?? .other) == kind }
      for (number, violation) in own.enumerated() {
        let severity = violation.severity ?? .low
        guard let weight = rule.weight(of: severity) else {
          isCritical = true
          parts.append(Part(name: "critical \(kind.rawValue) violation: the rating is 0", points: 0))
          continue
        }
        // A repeated violation of the same policy costs more (A62 [T]); how much more is not known.
        let isRepeated = number > 0
        parts.append(
          Part(
            name: "\(severity.rawValue) \(kind.rawValue) violation\(isRepeated ? ", repeated" : "")",
            points: -weight * (isRepeated ? 2 : 1)))
      }
    }
    let sum = parts.reduce(0) { $0 + $1.points }
    return Estimate(points: isCritical ? 0 : min(1000, max(0, sum)), parts: parts)
  }
}
