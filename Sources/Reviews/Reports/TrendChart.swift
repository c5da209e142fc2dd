import Foundation
import HealthCore

/// A share by time as a line, its target as another; with the same in words for those who don't see it.
enum TrendChart {
  private static let width = 600.0
  private static let height = 180.0
  /// Room for the scale on the left, the dates below.
  private static let left = 66.0
  private static let bottom = 24.0
  private static let top = 10.0

  static func svg(_ trend: Report.Trend, id: String) -> String {
    let values = trend.points.map { $0.ratio?.value }
    let known = values.compactMap { $0 }
    guard known.count > 1, let first = trend.points.first?.at, let last = trend.points.last?.at else {
      return "<p class=\"quiet\">\(HTML.text(trend.title)): too few figures for a line.</p>\n"
    }
    let target = trend.target?.value.value
    let all = known + (target.map { [$0] } ?? [])
    let low = all.min() ?? 0
    let high = all.max() ?? 1
    let room = max((high - low) * 0.12, 0.002)
    let floor = max(0, low - room)
    let ceiling = min(1, high + room) == floor ? floor + 0.01 : min(1, high + room)
    func x(_ index: Int) -> Double { left + (width - left - 8) * Double(index) / Double(max(1, values.count - 1)) }
    func y(_ value: Double) -> Double { top + (height - top - bottom) * (1 - (value - floor) / (ceiling - floor)) }
    var parts: [String] = []
    for value in [floor, (floor + ceiling) / 2, ceiling] {
      parts.append(line(left, y(value), width - 8, y(value), "grid"))
      parts.append(label(left - 6, y(value) + 4, Report.share(value), "end"))
    }
    parts.append(label(left, height - 6, String(first.rfc3339.prefix(10)), "start"))
    parts.append(label(width - 8, height - 6, String(last.rfc3339.prefix(10)), "end"))
    if let target { parts.append(line(left, y(target), width - 8, y(target), "target")) }
    for run in runs(values) {
      let points = run.map { "\(tenths(x($0.index))),\(tenths(y($0.value)))" }.joined(separator: " ")
      parts.append("<polyline class=\"line\" points=\"\(points)\"/>")
    }
    if let end = values.indices.last(where: { values[$0] != nil }), let value = values[end] {
      parts.append("<circle class=\"end\" cx=\"\(tenths(x(end)))\" cy=\"\(tenths(y(value)))\" r=\"4\"/>")
    }
    return """
      <figure>
      <figcaption id="\(id)-title">\(HTML.text(trend.title))</figcaption>
      <svg viewBox="0 0 \(Int(width)) \(Int(height))" role="img" aria-labelledby="\(id)-title \(id)-words">
      <desc id="\(id)-words">\(HTML.text(words(trend, known)))</desc>
      \(parts.joined(separator: "\n"))
      </svg>
      <p class="quiet">\(HTML.text(words(trend, known)))</p>
      </figure>

      """
  }

  /// What the line shows, in a sentence.
  static func words(_ trend: Report.Trend, _ known: [Double]) -> String {
    let first = trend.points.first { $0.ratio?.value != nil }
    let last = trend.points.last { $0.ratio?.value != nil }
    func said(_ point: (at: Date, ratio: Ratio?)?) -> String {
      guard let ratio = point?.ratio, let value = ratio.value else { return "–" }
      return "\(Report.share(value)) (\(ratio.numerator) of \(ratio.denominator))"
    }
    var words = "from \(said(first)) to \(said(last))"
    if let low = known.min(), let high = known.max() {
      words += "; lowest \(Report.share(low)), highest \(Report.share(high))"
    }
    if let target = trend.target { words += "; target \(target.condition.sign) \(Report.share(target.value.value))" }
    return words
  }

  /// Stretches without gaps.
  private static func runs(_ values: [Double?]) -> [[(index: Int, value: Double)]] {
    var runs: [[(index: Int, value: Double)]] = []
    var isOpen = false
    for (index, value) in values.enumerated() {
      guard let value else {
        isOpen = false
        continue
      }
      if isOpen { runs[runs.count - 1].append((index, value)) } else { runs.append([(index, value)]) }
      isOpen = true
    }
    return runs
  }

  private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String {
    "<line class=\"\(style)\" x1=\"\(tenths(x1))\" y1=\"\(tenths(y1))\" x2=\"\(tenths(x2))\" y2=\"\(tenths(y2))\"/>"
  }

  private static func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> String {
    "<text x=\"\(tenths(x))\" y=\"\(tenths(y))\" text-anchor=\"\(anchor)\">\(HTML.text(text))</text>"
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}

extension Report.Trend {
  var title: String { "\(account): \(metric.title), \(days) days" }
}
