import HealthCore

/// The desk's own columns for violations of policies and notices of them (INTERFACE.md, Imports).
package struct ViolationTable: TableFormat {
  package static let name = "violations"
  package static let title = "a table of violations"
  package static let kind = ImportKind.violations
  package static let fields = [
    "violation_id", "kind", "severity", "opened_at", "due_at", "resolved_at", "listing", "text",
  ]
  package static let required = ["violation_id"]

  package static func recognises(_ columns: [String]) -> Bool { columns.contains("violation_id") }

  private var dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    var violation = ViolationFact(id: try row.needed("violation_id"))
    violation.kind = try Cell.word(row["kind"], named: "kind")
    violation.severity = try Cell.word(row["severity"], named: "severity")
    violation.openedAt = try dates.instant(row["opened_at"], named: "opened_at")
    violation.dueAt = try dates.instant(row["due_at"], named: "due_at", edge: .last)
    violation.resolvedAt = try dates.instant(row["resolved_at"], named: "resolved_at")
    violation.listing = row["listing"]
    violation.text = row["text"]
    return [IncomingRecord(line: row.line, facts: [.violation(violation)])]
  }
}
