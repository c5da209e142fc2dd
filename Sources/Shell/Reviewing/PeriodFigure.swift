import HealthCore
import Reviews

/// A figure of one period, to be held against that of the period before.
enum PeriodFigure {
  case share(Ratio)
  case count(Int)

  var cell: ReportTable.Cell {
    switch self {
    case .count(let number): .int(number)
    case .share(let ratio):
      .number(
        ratio.value,
        ratio.denominator > 0 ? "\(Figure.share(ratio)) (\(ratio.numerator) of \(ratio.denominator))" : "–")
    }
  }

  /// The counts behind a share, for machines.
  var counts: [ReportTable.Cell] {
    guard case .share(let ratio) = self else { return [.int(nil), .int(nil)] }
    return [.int(ratio.numerator), .int(ratio.denominator)]
  }

  /// By how much it has changed: shares in points.
  func change(since before: PeriodFigure) -> ReportTable.Cell {
    switch (self, before) {
    case (.count(let new), .count(let old)):
      return ReportTable.Cell(.int(new - old), "\(Self.sign(Double(new - old)))\(abs(new - old))")
    case (.share(let new), .share(let old)):
      guard let new = new.value, let old = old.value else { return .int(nil) }
      let points = Report.share(abs(new - old)).replacing(" %", with: "")
      return .number(new - old, "\(Self.sign(new - old))\(points) points")
    default: return .int(nil)
    }
  }

  private static func sign(_ value: Double) -> String { value > 0 ? "+" : value < 0 ? "−" : "±" }
}
