import Crypto
import Foundation
import GRDB
import ServiceDesk

/// What a purge takes away of one account, or would.
package struct PurgeReport: Sendable, Equatable {
  /// Why the personal data of an order or a case is kept although its time is over.
  package enum Hold: String, Sendable, Equatable {
    case claim = "its claim is open"
    case openCase = "its case is open"
    case otherCase = "another case of its order is kept"
    case reply = "a reply to it has not gone out"
    case tag = "it is tagged legal-hold"
  }

  package var account: Int64
  /// By table: how many rows lose what they hold of a person.
  package var rows: [String: Int] = [:]
  /// The cases that are held back, with their order, if it is known.
  package var held: [(caseID: Int64?, order: String?, hold: Hold)] = []

  package init(account: Int64) { self.account = account }

  package var total: Int { rows.values.reduce(0, +) }

  package static func == (a: PurgeReport, b: PurgeReport) -> Bool {
    a.account == b.account && a.rows == b.rows && a.held.elementsEqual(b.held) { $0 == $1 }
  }
}

extension Desk {
  /// Takes away what is known of buyers whose orders were delivered before `end`; what figures are counted from stays,
  /// and every total is the same afterwards or nothing is changed.
  ///
  /// Where the day of delivery is not known, the order's end is its cancelling, else its promised day, else thirty days
  /// after its purchase; what belongs to no known order goes by its newest message. Kept are the data of open claims,
  /// open cases, replies that have not gone out, and of cases tagged `legal-hold`.
  package func purge(_ account: Account, endedBefore end: Date, at now: Date) throws -> PurgeReport {
    try write { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
      let purge = Purge(desk: self, db: db, account: account, end: end, now: now)
      let totals = try Self.totalsDigest(db)
      let report = try purge.run()
      guard try Self.totalsDigest(db) == totals else {
        throw DeskFault.broken(path: path, reason: "a purge would have changed a total")
      }
      return report
    }
  }

  /// Gives back the space of what was purged, so that no trace of it is left in the file. Waits for nobody: false where
  /// another shell was reading just now, and the next purge will do it.
  package func forgetDeleted() -> Bool {
    do {
      try database.inDatabase { db in
        try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
        try db.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
      }
      return true
    } catch { return false }
  }
}

/// One account's purge, within a transaction.
private struct Purge {
  let desk: Desk
  let db: Database
  let account: Account
  let end: Date
  let now: Date

  func run() throws -> PurgeReport {
    var report = PurgeReport(account: account.id)
    try findCases()
    try findOrders()
    report.held = try held()
    let cases = try Int64.fetchAll(db, sql: "SELECT id FROM due_cases WHERE hold IS NULL ORDER BY id")
    for (table, condition) in Self.reach {
      report.rows[table] = try strip(table, condition)
    }
    // What was learnt from words that are gone is gone too; it is learnt anew from the rest.
    if report.total > 0 { try db.execute(sql: "DELETE FROM suggestion_model") }
    var projection = Projection(desk, db)
    try projection.refresh(Set(cases))
    return report
  }

  // MARK: - What is due

  /// The instant at which an order is over.
  private static let over = "coalesce(o.delivered_at, o.cancelled_at, o.deliver_by, o.purchased_at + 2592000)"

  /// Cases whose order is over, or whose newest message is old where the desk knows no such order; with why they are
  /// held back.
  private func findCases() throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS due_cases;
        CREATE TEMP TABLE due_cases AS
        SELECT c.id, c.order_number, CASE
          WHEN EXISTS (SELECT 1 FROM claims l WHERE l.account_id = c.account_id AND l.order_number = c.order_number
            AND \(Self.isOpen)) THEN 'claim'
          WHEN ' ' || c.tags || ' ' LIKE '% legal-hold %' THEN 'tag'
          WHEN c.state IN ('open', 'snoozed') OR EXISTS (SELECT 1 FROM cases t
            WHERE t.id = c.merged_into AND t.state IN ('open', 'snoozed')) THEN 'openCase'
          WHEN EXISTS (SELECT 1 FROM outbox b WHERE b.case_id = c.id
            AND b.state NOT IN ('sent', 'cancelled', 'failed')) THEN 'reply' END AS hold
        FROM cases c LEFT JOIN orders o ON o.account_id = c.account_id AND o.number = c.order_number
        WHERE c.account_id = :account AND c.kind IN ('message', 'feedback', 'claim', 'shipment') AND ifnull(\(Self.over),
          (SELECT max(at) FROM messages m WHERE m.case_id = c.id)) < :end
        """, arguments: ["account": account.id, "end": end.clampedSeconds, "now": now.seconds])
  }

  /// A claim that the desk's agent has called won or lost is open until the marketplace says so.
  private static let isOpen = "(l.closed_at IS NULL OR l.closed_at >= :now)"

  /// Orders that are over, unless a claim of theirs or one of their cases holds them back.
  private func findOrders() throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS due_orders;
        CREATE TEMP TABLE due_orders AS
        SELECT o.id, o.number FROM orders o
        WHERE o.account_id = :account AND \(Self.over) < :end
          AND NOT EXISTS (SELECT 1 FROM claims l WHERE l.account_id = o.account_id AND l.order_number = o.number
            AND \(Self.isOpen))
          AND NOT EXISTS (SELECT 1 FROM due_cases d WHERE d.order_number = o.number AND d.hold IS NOT NULL);
        CREATE INDEX temp.due_orders_number ON due_orders(number);
        UPDATE due_cases SET hold = 'otherCase' WHERE hold IS NULL AND order_number IN (
          SELECT order_number FROM due_cases WHERE hold IS NOT NULL);
        """, arguments: ["account": account.id, "end": end.clampedSeconds, "now": now.seconds])
  }

  private func held() throws -> [(caseID: Int64?, order: String?, hold: PurgeReport.Hold)] {
    try Row.fetchAll(db, sql: "SELECT id, order_number, hold FROM due_cases WHERE hold IS NOT NULL ORDER BY id").map {
      let hold: PurgeReport.Hold =
        switch $0[2] as String {
        case "claim": .claim
        case "tag": .tag
        case "reply": .reply
        case "otherCase": .otherCase
        default: .openCase
        }
      return ($0[0], $0[1], hold)
    }
  }

  // MARK: - Taking away

  /// Which rows of a table belong to what is due.
  private static let reach: [(table: String, condition: String)] = {
    let cases = "SELECT id FROM due_cases WHERE hold IS NULL"
    return [
      ("messages", "case_id IN (\(cases))"), ("events", "case_id IN (\(cases))"), ("outbox", "case_id IN (\(cases))"),
      // A command that worked on other cases too keeps its words until those are due.
      (
        "commands",
        """
        id IN (SELECT command_id FROM events WHERE case_id IN (\(cases)))
          AND NOT EXISTS (SELECT 1 FROM events e WHERE e.command_id = commands.id AND e.case_id NOT IN (\(cases)))
        """
      ),
      ("orders", "id IN (SELECT id FROM due_orders)"),
      ("feedback", "account_id = :account AND order_number IN (SELECT number FROM due_orders)"),
      ("claims", "account_id = :account AND order_number IN (SELECT number FROM due_orders)"),
    ]
  }()

  /// How many rows lost something.
  private func strip(_ name: String, _ condition: String) throws -> Int {
    let table = FactTable.named(name)
    let columns = PersonalColumn.all[name] ?? []
    let names = columns.map(\.name).joined(separator: ", ")
    let arguments: StatementArguments = condition.contains(":account") ? ["account": account.id] : []
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, \(names) FROM \(name) WHERE \(condition)
          AND NOT EXISTS (SELECT 1 FROM purged WHERE fact_table = \(table.number) AND fact = \(name).id)
        """, arguments: arguments)
    let update = try db.makeStatement(
      sql: "UPDATE \(name) SET (\(names)) = (\(HealthFiling.places(columns.count))) WHERE id = ?")
    let mark = try db.makeStatement(sql: "INSERT INTO purged (fact_table, fact) VALUES (\(table.number), ?)")
    let pseudonym = try pseudonym()
    var changed = 0
    for row in rows {
      let id: Int64 = row[0]
      let old = Array(row.databaseValues.dropFirst())
      let new = zip(columns, old).map { $0.replace($1, pseudonym: pseudonym) }
      try mark.execute(arguments: [id])
      guard new != old else { continue }
      if name == "messages" { try SearchWords.remove(row: id, db) }
      try update.execute(arguments: StatementArguments(new + [id.databaseValue]))
      if name == "messages" { try SearchWords.add(row: id, db) }
      changed += 1
    }
    return changed
  }

  /// Under "per buyer and day" rules figures hang on who is the same buyer; elsewhere nobody need be told apart.
  private func pseudonym() throws -> (String) -> String? {
    guard try desk.timerEngine(account).policy.scope == .perBuyerPerDay else { return { _ in nil } }
    let names = Pseudonyms(
      key: SymmetricKey(data: try Data.fetchOne(db, sql: "SELECT key FROM desk_key") ?? Data()))
    return { $0.hasPrefix("buyer-") ? $0 : names.name(of: $0) }
  }
}
