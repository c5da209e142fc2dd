import Foundation
import GRDB
import ServiceDesk

/// What cases are about, between rows and values.
enum MatterRows {
  static let columns = "key, kind, opened_at, due_at, ended_at, lapses, has_lapsed, rating"

  /// Of a case; conversations have none, and are not asked for it.
  static func matter(of caseID: Int64, _ kind: CaseKind, _ db: Database) throws -> Matter? {
    guard kind != .message else { return nil }
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM matters WHERE case_id = ?"), arguments: [caseID]
    ).map(read)
  }

  static func read(_ row: Row) -> Matter {
    var matter = Matter(
      key: row["key"], kind: CaseKind(rawValue: row["kind"]) ?? .notification,
      openedAt: Date(seconds: row["opened_at"]), dueAt: row.instant("due_at"), endedAt: row.instant("ended_at"),
      lapses: row["lapses"], rating: row["rating"])
    matter.hasLapsed = row["has_lapsed"]
    return matter
  }

  static func write(_ matter: Matter, caseID: Int64, account: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO matters (case_id, account_id, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, opened_at = excluded.opened_at,
          due_at = excluded.due_at, ended_at = excluded.ended_at, lapses = excluded.lapses,
          has_lapsed = excluded.has_lapsed, rating = excluded.rating
        """
    ).execute(
      arguments: [
        caseID, account, matter.key, matter.kind.rawValue, matter.openedAt.seconds, matter.dueAt?.seconds,
        matter.endedAt?.seconds, matter.lapses, matter.hasLapsed, matter.rating,
      ])
  }
}
