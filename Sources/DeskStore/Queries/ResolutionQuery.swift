import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// A resolution with its case and order, as the log has it.
package struct SettledRow: Sendable {
  package var subject: Case
  package var at: Date
  package var agent: String
  package var resolution: Resolution
  package var order: OrderRecord?
  /// When the buyer was last answered before it was resolved.
  package var answeredAt: Date?
}

extension Desk {
  /// The last resolution of each case that was resolved in `[from, to)`, by when it was: undone ones left out, and cases
  /// that were opened again since.
  package func settled(account: Int64?, from: Date, to: Date, at now: Date) throws -> [SettledRow] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.case_id, e.at, e.agent, e.act FROM events e JOIN cases c ON c.id = e.case_id
          WHERE substr(e.act, 1, 10) = '{"resolve"' AND e.at >= ? AND e.at < ? AND e.at <= ? AND e.undone = 0
            AND (?4 IS NULL OR c.account_id = ?4)
          ORDER BY e.at, e.id
          """, arguments: [from.clampedSeconds, to.seconds, now.seconds, account])
      var last: [Int64: Int] = [:]
      for (index, row) in rows.enumerated() { last[row[0]] = index }
      return try last.values.sorted().compactMap { index in
        let row = rows[index]
        guard case .resolve(let resolution)? = Self.decode(Act.self, row[3]),
          let subject = try standing(row[0], at: now, db), subject.state == .resolved
        else { return nil }
        let order = try subject.order.flatMap { try self.order($0, of: subject.accountID) }
        let answered = try Int.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT max(at) FROM messages WHERE case_id = ? AND direction = 1 AND is_automatic = 0 AND is_void = 0 AND at <= ?
              """), arguments: [subject.id, row[1] as Int])
        var settled = SettledRow(
          subject: subject, at: Date(seconds: row[1]), agent: row[2], resolution: resolution, order: order)
        settled.answeredAt = answered.map { Date(seconds: $0) }
        return settled
      }
    }
  }
}
