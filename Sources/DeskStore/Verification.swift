import Crypto
import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// What a check of the whole desk has found.
package struct Verification: Sendable, Equatable {
  /// Entries of the log.
  package var events: Int
  /// Whether each entry of the log follows from the one before, and each fact is as the log has it.
  package var chainIsWhole: Bool
  /// The digest of the log's last entry, in hexadecimal; whoever keeps it can tell later whether anything before it was
  /// changed, or entries were cut off at the end.
  package var head: String
  /// Whether every total is what its facts add up to.
  package var totalsAgree: Bool
  /// What is wrong, in words, each with its place.
  package var problems: [String]
}

extension Desk {
  /// Follows the log's chain, holds every fact against it, recomputes all totals, timers and cases from the facts and
  /// holds them against what is kept. Nothing is changed, and as it works on a copy, nobody waits for it.
  package func verify() throws -> Verification {
    let folder = NSTemporaryDirectory() + "/replywell-verify-\(UUID().uuidString)"
    let file = folder + "/desk.sqlite"
    try Self.prepareFolder(of: file)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let copy = try DatabaseQueue(path: file)
      try database.backup(to: copy)
      try copy.close()
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
    let copy = try Desk(path: file)
    defer { copy.close() }
    copy.timerEngine = timerEngine
    copy.deadlines = deadlines
    return try copy.recomputed()
  }

  private func recomputed() throws -> Verification {
    try rehearse {
      try read { db in
        let log = try LogCheck(db)
        var found = Verification(
          events: log.entries, chainIsWhole: log.problems.isEmpty,
          head: log.headText, totalsAgree: true, problems: log.problems)
        let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check")
        if damage != ["ok"] { found.problems += damage.prefix(10).map { "the file: \($0)" } }
        do { try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") } catch {
          found.problems.append("the index of find: damaged")
        }
        let kept = try Self.derivedTables.map { try Self.digest($0, db) }
        try rebuildDerived(db)
        for problem in try Self.misplaced(db) {
          found.totalsAgree = false
          found.problems.append(problem)
        }
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
        name: "timers",
        columns: "message_id, case_id, account_id, started_at, due_at, shop_due_at, stopped_at, stop_known, stopper, "
          + "exempt_from, exempt_until, channel", condition: "1"),
      DerivedTable(
        name: "timer_totals", columns: "account_id, start_day, effect_day, status, bucket, n, seconds",
        condition: "n <> 0"),
      DerivedTable(
        name: "timer_speeds", columns: "account_id, bucket, start_day, effect_day, seconds, n", condition: "n <> 0"),
      DerivedTable(name: "order_days", columns: "account_id, scope, day, \(counts)", condition: some),
      DerivedTable(name: "order_hours", columns: "account_id, scope, hour, \(counts)", condition: some),
      DerivedTable(name: "order_effects", columns: "account_id, scope, effect_day, day, \(counts)", condition: some),
      DerivedTable(name: "feedback_days", columns: "account_id, day, stars, n", condition: "n <> 0"),
      DerivedTable(
        name: "cases", columns: CaseRow.columns + ", buyer_key, lasting", condition: "1"),
      DerivedTable(
        name: "reported_figures",
        columns: "snapshot_id, place, metric, fulfilment, from_at, to_at, numerator, denominator, value, "
          + "target_numerator, target_denominator, condition, verdict", condition: "1"),
    ]
  }()

  /// The rows of a table as text, in order.
  private static func digest(_ table: DerivedTable, _ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: text(of: table))
  }

  private static func text(of table: DerivedTable) -> String {
    let columns = table.columns.split(separator: ", ")
    let row = columns.map { "'\($0) ' || ifnull(\($0), '–')" }.joined(separator: " || ', ' || ")
    return "SELECT \(row) FROM \(table.name) WHERE \(table.condition) ORDER BY 1"
  }

  /// Makes everything anew that is derived from the facts.
  func rebuildDerived(_ db: Database) throws {
    for account in try Self.readAccounts(db) {
      try rebuildTimers(of: account, db)
      try HealthFiling.rebuildTotals(of: account, self, db)
    }
    try rebuildReportedFigures(db)
  }

  /// A digest of every total and timer: the same afterwards, where nothing was to change them.
  static func totalsDigest(_ db: Database) throws -> SHA256Digest {
    var hash = SHA256()
    for table in derivedTables where table.name != "cases" {
      let rows = try String.fetchCursor(db, sql: text(of: table))
      while let row = try rows.next() { hash.update(data: Data(row.utf8)) }
    }
    return hash.finalize()
  }

  /// Cases that are of another kind or account than what they hold.
  private static func misplaced(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT 'cases: kept id ' || c.id || ', kind ' || c.kind || ', account_id ' || c.account_id FROM cases c
        LEFT JOIN matters m ON m.case_id = c.id
        WHERE c.kind <> ifnull(m.kind, 'message') OR c.account_id <> ifnull(m.account_id, c.account_id)
          OR EXISTS (SELECT 1 FROM messages WHERE case_id = c.id AND account_id <> c.account_id)
        ORDER BY c.id LIMIT 20
        """)
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
