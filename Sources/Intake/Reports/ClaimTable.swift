import HealthCore

/// The desk's own columns for claims (INTERFACE.md, Imports).
package struct ClaimTable: TableFormat {
  package static let name = "claims"
  package static let title = "a table of claims"
  package static let kind = ImportKind.claims
  package static let fields = [
    "claim_id", "order_id", "kind", "opened_at", "due_at", "closed_at", "outcome", "reason", "amount", "currency",
    "text",
  ]
  package static let required = ["claim_id"]

  package static func recognises(_ columns: [String]) -> Bool { columns.contains("claim_id") }

  private var dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    var claim = ClaimFact(id: try row.needed("claim_id"))
    claim.order = row["order_id"]
    claim.kind = try Cell.word(row["kind"], named: "kind")
    claim.openedAt = try dates.instant(row["opened_at"], named: "opened_at")
    claim.dueAt = try dates.instant(row["due_at"], named: "due_at", edge: .last)
    claim.closedAt = try dates.instant(row["closed_at"], named: "closed_at")
    claim.outcome = try Cell.word(row["outcome"], named: "outcome")
    claim.reason = try Cell.word(row["reason"], named: "reason")
    claim.amount = try Cell.amount(row["amount"], named: "amount")
    claim.currency = row["currency"]?.uppercased()
    claim.text = row["text"]
    return [IncomingRecord(line: row.line, facts: [.claim(claim)])]
  }
}
