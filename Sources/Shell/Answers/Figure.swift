import Foundation
import HealthCore
import ServiceDesk

/// Figures as people read them. What is compared with a target is never this text.
enum Figure {
  static func value(_ reading: Reading) -> String {
    guard let value = reading.value else { return "–" }
    if let ratio = reading.ratio, ratio.denominator > 0, reading.source == .estimated {
      return text(ratio, value, reading.metric.unit)
    }
    return text(nil, value, reading.metric.unit)
  }

  private static func text(_ ratio: Ratio?, _ value: Double, _ unit: MetricID.Unit) -> String {
    switch unit {
    case .share: ratio.map(share) ?? share(Ratio(Int((value * 1_000_000).rounded()), of: 1_000_000))
    case .seconds: "\(Span(seconds: Int(value.rounded())))"
    case .stars: String(format: "%.2f", value)
    case .points, .count: value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
  }

  /// "0.62 %": two places, rounded half up.
  static func share(_ ratio: Ratio) -> String {
    guard ratio.denominator > 0 else { return "–" }
    let hundredths = (ratio.numerator * 20_000 + ratio.denominator) / (2 * ratio.denominator)
    return "\(hundredths / 100).\(twoDigits(hundredths % 100)) %"
  }

  /// "4 of 645".
  static func counts(_ reading: Reading) -> String {
    guard let ratio = reading.ratio, ratio.denominator > 0 else { return "" }
    switch reading.metric.unit {
    case .share: return "\(ratio.numerator) of \(ratio.denominator)"
    case .seconds, .stars: return "of \(ratio.denominator)"
    case .points, .count: return ""
    }
  }

  /// "0.62 % (4 of 645)".
  static func withCounts(_ reading: Reading) -> String {
    let counts = counts(reading)
    return value(reading) + (counts.isEmpty ? "" : " (\(counts))")
  }

  static func target(_ target: HealthCore.Target?, _ unit: MetricID.Unit) -> String {
    guard let target else { return "" }
    return "\(target.condition.sign) \(amount(target.value, unit))"
  }

  static func amount(_ value: HealthCore.Decimal, _ unit: MetricID.Unit) -> String {
    switch unit {
    case .share:
      let hundredths = value.numerator * 10_000 / value.denominator
      let places = hundredths % 100
      let fraction = places == 0 ? "" : places % 10 == 0 ? ".\(places / 10)" : ".\(twoDigits(places))"
      return "\(hundredths / 100)\(fraction) %"
    case .seconds: return "\(Span(seconds: value.numerator / value.denominator))"
    case .stars, .points, .count:
      return value.numerator % value.denominator == 0 ? "\(value.numerator / value.denominator)" : "\(value)"
    }
  }

  /// In words as well as in colour; after a stroke the marketplace's own word for it.
  static func status(_ reading: Reading) -> Rich {
    let own: Rich =
      switch reading.status {
      case .good: Rich("good", .good)
      case .watch: Rich("watch", .caution)
      case .bad: Rich("bad", .alarm)
      case .noData: Rich("no data", .faint)
      case .noTarget: Rich("no target", .faint)
      }
    guard let verdict = reading.verdict else { return own }
    return Rich("\(own.plainText)/\(TextGate.oneLine(verdict))", own.spans.first?.style ?? .plain)
  }

  /// How much of the way to the target is used up, in eighths of a column: full is the target.
  static func bar(_ reading: Reading) -> Rich {
    guard let target = reading.target, let value = reading.value, reading.metric.unit == .share else { return Rich() }
    let goal = target.value.value
    let isCeiling = target.condition == .lessThan || target.condition == .atMost
    // Of a floor what counts is how much of the room above it is gone.
    let used = isCeiling ? (goal == 0 ? (value > 0 ? 1 : 0) : value / goal) : goal >= 1 ? 1 : (1 - value) / (1 - goal)
    let width = 10
    let filled = min(width, Int((min(max(used, 0), 1) * Double(width)).rounded()))
    let style: Style = reading.status == .bad ? .alarm : reading.status == .watch ? .caution : .good
    return Rich(String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled), style)
  }
}

/// A row of values as a row of blocks, the lowest empty and the highest full.
enum Sparkline {
  static func text(_ values: [Double?]) -> String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max(), values.count > 1 else { return "" }
    return String(
      values.map { value in
        guard let value else { return " " }
        guard high > low else { return blocks[0] }
        return blocks[min(7, Int((value - low) / (high - low) * 8))]
      })
  }
}
