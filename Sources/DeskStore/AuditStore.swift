import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// Something that was said to a finding of an audit, or to a recurring task, as the desk keeps it.
package struct KeptMark: Sendable, Equatable {
  package var key: String
  package var verdict: String
  package var at: Date
  package var agent: String
  package var note: String?
}

/// An audit as it was kept: when, and its findings as JSON.
package struct KeptAudit: Sendable, Equatable {
  package var at: Date
  package var agent: String
  package var findings: String
}

extension Desk {
  /// Keeps an audit.
  package func keepAudit(_ findings: String, scope: String, as command: Command) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO audits (at, agent, scope, findings) VALUES (?, ?, ?, ?)",
        arguments: [command.at.seconds, command.agent, scope, findings])
    }
  }

  /// The audits of a scope kept before `now`, the newest first.
  package func audits(scope: String, before now: Date, limit: Int) throws -> [KeptAudit] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT at, agent, findings FROM audits WHERE scope = ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?",
        arguments: [scope, now.seconds, limit]
      ).map { KeptAudit(at: Date(seconds: $0[0]), agent: $0[1], findings: $0[2]) }
    }
  }

  /// Notes what somebody says to a finding or a task; `undo` takes it back.
  package func mark(_ key: String, as verdict: String, note: String?, command: Command) throws {
    try write { db in
      let number = try log(command, db)
      try db.execute(
        sql: "INSERT INTO review_marks (key, verdict, at, agent, note, command_id) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [key, verdict, command.at.seconds, command.agent, note, number])
    }
  }

  /// The newest mark of each key up to `now`.
  package func marks(_ keys: [String], at now: Date) throws -> [String: KeptMark] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT key, verdict, at, agent, note FROM review_marks WHERE key = ? AND at <= ? AND undone = 0
          ORDER BY at DESC, id DESC LIMIT 1
          """)
      return try keys.reduce(into: [:]) { marks, key in
        marks[key] = try Row.fetchOne(statement, arguments: [key, now.seconds]).map {
          KeptMark(key: $0[0], verdict: $0[1], at: Date(seconds: $0[2]), agent: $0[3], note: $0[4])
        }
      }
    }
  }

  /// Recurring tasks with a rhythm of their own; one of 0 days is switched off.
  package func reviewTasks() throws -> [(name: String, title: String, days: Int)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, title, days FROM review_tasks ORDER BY name").map {
        ($0[0], $0[1], $0[2])
      }
    }
  }

  package func setReviewTask(_ name: String, title: String, days: Int, at now: Date) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO review_tasks (name, title, days, since) VALUES (?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET title = excluded.title, days = excluded.days
          """, arguments: [name, title, days, now.seconds])
    }
  }

  // MARK: - What an audit looks for

  /// Seller-fulfilled orders bought since an instant that are past their ship-by and not shipped, or shipped for two days
  /// without a scan, or cancelled without its being known by whom: by purchase.
  package func troubledOrders(of account: Int64, boughtSince from: Date, at now: Date, limit: Int) throws -> [OrderFact]
  {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(OrderRows.columns) FROM orders
          WHERE account_id = ?1 AND purchased_at >= ?2 AND purchased_at < ?3 AND ifnull(fulfilled_by, 'seller') = 'seller'
            AND (
              cancelled_at IS NULL AND ship_by < ?3 AND (shipped_at IS NULL OR shipped_at >= ?3) AND delivered_at IS NULL
              OR cancelled_at IS NULL AND tracking_valid = 0 AND shipped_at < ?3 - 172800
                AND (delivered_at IS NULL OR delivered_at >= ?3)
              OR cancelled_at < ?3 AND cancelled_by IS NULL
              OR cancelled_at < ?3 AND cancelled_by = 'seller')
          ORDER BY purchased_at, id LIMIT ?4
          """, arguments: [account, from.clampedSeconds, now.seconds, limit]
      ).map(OrderRows.read)
    }
  }

  /// How many orders delivered before an instant still name their buyer; at most `limit` are counted.
  package func ordersNamingBuyers(of account: Int64, deliveredBefore end: Date, limit: Int) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM orders WHERE account_id = ? AND delivered_at < ? AND buyer IS NOT NULL LIMIT ?)
          """, arguments: [account, end.clampedSeconds, limit]) ?? 0
    }
  }

  /// Replies of the newest five hundred that were sent although the policy check blocked them.
  package func overriddenReplies(of account: Int64, since: Date, at now: Date) throws -> [CaseEvent] {
    try read { db in
      try FactRows.events(
        of: Set(
          try Int64.fetchAll(
            db,
            sql:
              "SELECT case_id FROM (SELECT case_id, account_id FROM outbox ORDER BY id DESC LIMIT 500) WHERE account_id = ?",
            arguments: [account])
        ).sorted(), db
      ).filter { event in
        guard event.at > since, event.at <= now, case .reply(_, _, _, let override?) = event.act else { return false }
        return !override.isEmpty
      }
    }
  }
}
