import Foundation
import GRDB
import ServiceDesk

/// A row of `cases`: a case as it stood when its last fact was recorded.
enum CaseRow {
  static let columns =
    "id, account_id, kind, state, buyer, order_number, subject, language, received_at, due_at, wakes_at, rating, "
    + "priority, unanswered, tags, assignee, merged_into, newest_inbound, settled_at"

  static func read(_ row: Row) -> Case {
    var subject = Case(
      id: row["id"], accountID: row["account_id"], kind: CaseKind(rawValue: row["kind"]) ?? .message,
      settledAt: Date(seconds: row["settled_at"]))
    subject.state = CaseState(rawValue: row["state"]) ?? .open
    subject.buyer = row["buyer"]
    subject.order = row["order_number"]
    subject.subject = row["subject"]
    subject.language = row["language"]
    subject.receivedAt = row.instant("received_at")
    subject.dueAt = row.instant("due_at")
    subject.wakesAt = row.instant("wakes_at")
    subject.rating = row["rating"]
    subject.priority = Priority(rawValue: row["priority"]) ?? .normal
    subject.unanswered = row["unanswered"]
    let tags: String = row["tags"]
    subject.tags = tags.isEmpty ? [] : tags.split(separator: " ").map(String.init)
    subject.assignee = row["assignee"]
    subject.mergedInto = row["merged_into"]
    subject.newestInbound = row["newest_inbound"]
    return subject
  }

  static func write(_ subject: Case, buyerKey: String?, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO cases (\(columns), buyer_key, lasting)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, buyer = excluded.buyer,
          order_number = excluded.order_number, subject = excluded.subject, language = excluded.language,
          received_at = excluded.received_at, due_at = excluded.due_at, wakes_at = excluded.wakes_at,
          rating = excluded.rating, priority = excluded.priority, unanswered = excluded.unanswered,
          tags = excluded.tags, assignee = excluded.assignee, merged_into = excluded.merged_into,
          newest_inbound = excluded.newest_inbound, settled_at = excluded.settled_at, buyer_key = excluded.buyer_key,
          lasting = excluded.lasting
        """)
    try statement.execute(
      arguments: [
        subject.id, subject.accountID, subject.kind.rawValue, subject.state.rawValue, subject.buyer, subject.order,
        subject.subject, subject.language, subject.receivedAt?.seconds, subject.dueAt?.seconds,
        subject.wakesAt?.seconds,
        subject.rating, subject.priority.rawValue, subject.unanswered, subject.tags.joined(separator: " "),
        subject.assignee, subject.mergedInto, subject.newestInbound, subject.settledAt.seconds, buyerKey,
        Urgency.lastingTenths(of: subject),
      ])
  }
}
