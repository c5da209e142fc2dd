import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// What a check of the whole desk has found.
package struct Verification: Sendable, Equatable {
  package var events: Int
  /// Whether every total is what its facts add up to.
  package var totalsAgree: Bool
  /// What is wrong, in words, each with its place.
  package var problems: [String]
}

extension Desk {
  /// Recomputes all totals, timers and cases from the facts and holds them against what is kept. Nothing is changed.
  package func verify() throws -> Verification {
    try rehearse {
      try read { db in
        var found = Verification(
          events: try Int.fetchOne(db, sql: "SELECT count(*) FROM events") ?? 0, totalsAgree: true, problems: [])
        let damage = try String.fetchAll(db, sql: "PRAGMA quick_check")
        if damage != ["ok"] { found.problems += damage.prefix(10).map { "the file: \($0)" } }
        let kept = try Self.derivedTables.map { try Self.digest($0, db) }
        try rebuildDerived(db)
        for (table, before) in zip(Self.derivedTables, kept) {
          let after = try Self.digest(table, db)
          guard before != after else { continue }
          found.totalsAgree = false
          for row in Set(before).symmetricDifference(after).sorted().prefix(5) {
            found.problems.append("\(table.name): \(Set(before).contains(row) ? "kept" : "recomputed") \(row)")
          }
        }
        return found
      }
    }
  }

  private struct DerivedTable {
    var name: String
    var columns: String
    /// Rows in which everything is nothing are as good as none.
    var condition: String
  }

  private static let derivedTables: [DerivedTable] = {
    let counts = Schema2.counts.joined(separator: ", ")
    let some = Schema2.counts.map { "\($0) <> 0" }.joined(separator: " OR ")
    return [
      DerivedTable(
        name: "timers", columns: "message_id, case_id, started_at, due_at, stopped_at, stop_known, exempt_from",
        condition: "1"),
      DerivedTable(
        name: "timer_totals", columns: "account_id, start_day, effect_day, status, bucket, n, seconds",
        condition: "n <> 0"),
      DerivedTable(name: "order_days", columns: "account_id, scope, day, \(counts)", condition: some),
      DerivedTable(name: "order_hours", columns: "account_id, scope, hour, \(counts)", condition: some),
      DerivedTable(name: "order_effects", columns: "account_id, scope, effect_day, day, \(counts)", condition: some),
      DerivedTable(name: "feedback_days", columns: "account_id, day, stars, n", condition: "n <> 0"),
      DerivedTable(
        name: "cases", columns: "id, state, due_at, wakes_at, unanswered, tags, assignee, merged_into",
        condition: "1"),
    ]
  }()

  /// The rows of a table as text, in order.
  private static func digest(_ table: DerivedTable, _ db: Database) throws -> [String] {
    let columns = table.columns.split(separator: ", ")
    let row = columns.map { "'\($0) ' || ifnull(\($0), '–')" }.joined(separator: " || ', ' || ")
    return try String.fetchAll(db, sql: "SELECT \(row) FROM \(table.name) WHERE \(table.condition) ORDER BY 1")
  }

  /// Makes everything anew that is derived from the facts.
  func rebuildDerived(_ db: Database) throws {
    for account in try Self.readAccounts(db) {
      try rebuildTimers(of: account, db)
      try HealthFiling.rebuildTotals(of: account, self, db)
    }
  }
}

extension HealthFiling {
  /// Counts an account's orders and feedback anew.
  static func rebuildTotals(of account: Account, _ desk: Desk, _ db: Database) throws {
    for table in ["order_days", "order_hours", "order_effects", "feedback_days"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE account_id = ?", arguments: [account.id])
    }
    var filing = HealthFiling(desk, db)
    try filing.countAll(account)
    try filing.flush()
  }

  private mutating func countAll(_ account: Account) throws {
    let orders = try Row.fetchCursor(
      db, sql: "SELECT \(OrderRows.columns) FROM orders WHERE account_id = ?", arguments: [account.id])
    while let row = try orders.next() {
      let order = OrderRows.read(row)
      totals.count(
        try OrderRows.record(of: order, account: account.id, db), account: account.id, sign: 1)
    }
    let feedback = try Row.fetchCursor(
      db, sql: "SELECT \(OrderRows.feedbackColumns) FROM feedback WHERE account_id = ?", arguments: [account.id])
    while let row = try feedback.next() { count(OrderRows.feedback(row), account, 1) }
  }
}
