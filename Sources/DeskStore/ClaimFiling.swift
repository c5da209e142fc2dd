import Foundation
import GRDB
import HealthCore
import ServiceDesk

extension HealthFiling {
  mutating func file(_ row: ClaimFact, account: Account) throws -> ImportOutcome {
    let columns = "order_number, kind, opened_at, due_at, closed_at, outcome, reason, amount, currency, text"
    let stored = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT external_id, \(columns), id FROM claims WHERE account_id = ? AND external_id = ?"),
      arguments: [account.id, row.id])
    let known = stored.map(OrderRows.claim)
    var row = row
    if let id: Int64 = stored?["id"], row.text != nil, try Purged.contains(id, of: "claims", db) { row.text = nil }
    let merged = known?.updated(by: row) ?? row
    if merged == known { return .unchanged }
    let values: [(any DatabaseValueConvertible)?] = [
      merged.order, merged.kind?.rawValue, merged.openedAt?.seconds, merged.dueAt?.seconds, merged.closedAt?.seconds,
      merged.outcome?.rawValue, merged.reason?.rawValue, merged.amount, merged.currency, merged.text,
    ]
    try moving(from: known?.order, to: merged.order, account: account) { filing in
      if let stored {
        try filing.db.execute(
          sql: "UPDATE claims SET (\(columns)) = (\(Self.places(10))) WHERE id = ?",
          arguments: StatementArguments(values + [stored["id"] as Int64]))
      } else {
        try filing.db.execute(
          sql: "INSERT INTO claims (account_id, external_id, \(columns)) VALUES (?, ?, \(Self.places(10)))",
          arguments: StatementArguments([account.id, merged.id] + values))
      }
    }
    matters.append(.claim(merged, account))
    return stored == nil ? .added : .updated
  }

  /// An agent says how a claim ended, or takes that back.
  mutating func setDeskOutcome(
    of externalID: String, to outcome: ClaimFact.Outcome?, at end: Date?, account: Account
  ) throws {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT order_number, desk_closed_at, desk_outcome FROM claims WHERE account_id = ? AND external_id = ?",
      arguments: [account.id, externalID])
    guard let row, row.instant("desk_closed_at") != end || row[2] != outcome?.rawValue else { return }
    try changing(row[0], account: account) { filing in
      try filing.db.execute(
        sql: "UPDATE claims SET desk_closed_at = ?, desk_outcome = ? WHERE account_id = ? AND external_id = ?",
        arguments: [end?.seconds, outcome?.rawValue, account.id, externalID])
    }
  }

  mutating func file(_ row: ViolationFact, account: Account) throws -> ImportOutcome {
    let stored = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(OrderRows.violationColumns), id FROM violations WHERE account_id = ? AND external_id = ?"),
      arguments: [account.id, row.id])
    let known = stored.map(OrderRows.violation)
    let merged = known?.updated(by: row) ?? row
    if merged == known { return .unchanged }
    let values: [(any DatabaseValueConvertible)?] = [
      merged.id, merged.kind?.rawValue, merged.severity?.rawValue, merged.openedAt?.seconds, merged.dueAt?.seconds,
      merged.resolvedAt?.seconds, merged.listing, merged.text,
    ]
    if let stored {
      try db.execute(
        sql: "UPDATE violations SET (\(OrderRows.violationColumns)) = (\(Self.places(8))) WHERE id = ?",
        arguments: StatementArguments(values + [stored["id"] as Int64]))
    } else {
      try db.execute(
        sql: "INSERT INTO violations (\(OrderRows.violationColumns), account_id) VALUES (\(Self.places(9)))",
        arguments: StatementArguments(values + [account.id]))
    }
    matters.append(.violation(merged, account))
    return stored == nil ? .added : .updated
  }
}
