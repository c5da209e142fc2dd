import Foundation
import HealthCore

/// Figures that a marketplace shows but gives no file of, typed by hand: the inventory performance index, the response
/// rate (MARKETPLACES.md 6.1, 6.14). Each row is a report with one figure.
package struct FigureTable: TableFormat {
  package static let name = "figures"
  package static let title = "a table of figures"
  package static let kind = ImportKind.performance
  package static let fields = [
    "metric", "days", "from", "to", "numerator", "denominator", "value", "target", "condition", "verdict",
    "reported_at",
  ]
  package static let required = ["metric"]

  package static func recognises(_ columns: [String]) -> Bool { columns.contains("metric") }

  private var dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let name = try row.needed("metric")
    guard let metric = MetricID(rawValue: name.lowercased()) else {
      let known = MetricID.allCases.map(\.rawValue).joined(separator: ", ")
      throw IntakeFault(reason: "metric \"\(Cell.short(name))\" is none of \(known)")
    }
    var snapshot = PerformanceSnapshot(format: Self.name)
    snapshot.reportedAt = try dates.instant(row["reported_at"], named: "reported_at")
    var figure = ReportedFigure(metric: metric)
    figure.numerator = try Cell.count(row["numerator"], named: "numerator")
    figure.denominator = try Cell.count(row["denominator"], named: "denominator")
    figure.value = try Cell.number(row["value"], named: "value") ?? quotient(of: figure)
    guard figure.value != nil else { throw IntakeFault(reason: "has neither a value nor a numerator and denominator") }
    figure.target = try target(row["target"])
    figure.condition = try Cell.word(row["condition"], named: "condition")
    figure.verdict = row["verdict"]
    try setWindow(of: &figure, row, reportedAt: snapshot.reportedAt)
    snapshot.figures = [figure]
    return [IncomingRecord(line: row.line, facts: [.snapshot(snapshot)])]
  }

  private func quotient(of figure: ReportedFigure) -> Double? {
    guard let numerator = figure.numerator, let denominator = figure.denominator, denominator > 0 else { return nil }
    return Double(numerator) / Double(denominator)
  }

  private func target(_ text: String?) throws(IntakeFault) -> HealthCore.Decimal? {
    guard let text else { return nil }
    guard let target = HealthCore.Decimal(text), target.numerator <= Cell.largestCount else {
      throw IntakeFault(reason: "target \"\(Cell.short(text))\" is no number from 0 on; write it as 0.95 or 400")
    }
    return target
  }

  /// The end that is not written follows from the other and `days`; without both, the report's own instant is the end.
  /// Never the instant of the import: the same file would say something else each day.
  private mutating func setWindow(
    of figure: inout ReportedFigure, _ row: TableRow, reportedAt: Date?
  ) throws(IntakeFault) {
    figure.from = try dates.instant(row["from"], named: "from")
    figure.to = try dates.instant(row["to"], named: "to", edge: .last)
    guard let days = try Cell.count(row["days"], named: "days") else { return }
    guard (1...36_500).contains(days) else { throw IntakeFault(reason: "days \"\(days)\" is not 1 to 36500") }
    // Both ends belong to the window.
    let length = Double(days) * 86_400 - 1
    switch (figure.from, figure.to ?? (figure.from == nil ? reportedAt : nil)) {
    case (nil, nil): throw IntakeFault(reason: "days \"\(days)\" needs from, to or reported_at beside it")
    case (nil, let to?):
      figure.to = to
      figure.from = to.addingTimeInterval(-length)
    case (let from?, nil): figure.to = from.addingTimeInterval(length)
    case (_?, _?):
      guard figure.days == days else {
        throw IntakeFault(reason: "days \"\(days)\" contradicts from and to; leave one of the three empty")
      }
    }
  }
}
