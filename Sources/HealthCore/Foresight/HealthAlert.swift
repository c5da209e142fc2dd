import Foundation

/// Something about a figure that somebody should look at, with its reason.
package struct HealthAlert: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The target is missed.
    case threshold
    /// It is met, with little room left.
    case nearThreshold = "near-threshold"
    /// It has left what is normal for this account.
    case deviation
    /// The account itself is not healthy.
    case standing
  }

  package var kind: Kind
  package var metric: MetricID?
  package var window: MetricWindow?
  package var reading: Reading?
  package var deviation: ControlChart.Deviation?

  package init(
    kind: Kind, metric: MetricID? = nil, window: MetricWindow? = nil, reading: Reading? = nil,
    deviation: ControlChart.Deviation? = nil
  ) {
    self.kind = kind
    self.metric = metric
    self.window = window
    self.reading = reading
    self.deviation = deviation
  }

  /// What makes it the same alert as one that was given before.
  package var key: String {
    [kind.rawValue, metric?.rawValue, window?.days.map(String.init), reading?.source.rawValue].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Of the way to a target, so much used up is near, in percent.
  private static let near = 80

  /// The alert that a reading gives by its target; nil where it is well inside.
  package static func byTarget(_ reading: Reading) -> HealthAlert? {
    guard let target = reading.target else { return nil }
    switch reading.status {
    case .bad:
      return HealthAlert(kind: .threshold, metric: reading.metric, window: reading.window, reading: reading)
    case .watch:
      // Few orders leave no room, but nothing has gone wrong yet.
      guard let ratio = reading.ratio,
        reading.metric.countsDefects ? ratio.numerator > 0 : ratio.numerator < ratio.denominator
      else { return nil }
    case .good:
      guard let ratio = reading.ratio, reading.metric.unit == .share, isNear(ratio, target) else { return nil }
    case .noData, .noTarget: return nil
    }
    return HealthAlert(kind: .nearThreshold, metric: reading.metric, window: reading.window, reading: reading)
  }

  /// Whether more than four fifths of what the target allows are used up, in integers.
  private static func isNear(_ ratio: Ratio, _ target: Target) -> Bool {
    let (goal, scale) = (target.value.numerator, target.value.denominator)
    switch target.condition {
    case .lessThan, .atMost:
      return ratio.numerator > 0 && ratio.numerator * scale * 100 > goal * ratio.denominator * near
    case .greaterThan, .atLeast:
      let bad = ratio.denominator - ratio.numerator
      return bad > 0 && bad * scale * 100 > (scale - goal) * ratio.denominator * near
    case .equals: return false
    }
  }

  /// The alert of a control chart, if the latest period is worse than normal.
  package static func byNorm(_ metric: MetricID, latest: Ratio, earlier: [Ratio], window: MetricWindow) -> HealthAlert?
  {
    guard let deviation = ControlChart.deviation(latest: latest, earlier: earlier) else { return nil }
    let isWorse = (deviation.sigmas > 0) == metric.countsDefects
    return isWorse ? HealthAlert(kind: .deviation, metric: metric, window: window, deviation: deviation) : nil
  }
}
