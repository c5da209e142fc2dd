import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// A piece of feedback with its case and all that bears on it.
package struct FeedbackEntry: Sendable {
  package var subject: Case
  package var fact: FeedbackFact
  package var order: OrderRecord?
  package var dueAt: Date?
  package var status: FeedbackStatus
}

extension Desk {
  /// Feedback that has a case: by the end of its removal window what is still open, or the newest of all.
  package func feedbackEntries(
    account: Int64?, openOnly: Bool, at now: Date, limit: Int
  ) throws -> (total: Int, entries: [FeedbackEntry]) {
    try read { db in
      let own = """
        FROM matters WHERE kind = 'feedback' AND key GLOB 'feedback *' AND opened_at < ?1
          AND (?2 IS NULL OR account_id = ?2)
        """
      if !openOnly {
        let total = try Int.fetchOne(db, sql: "SELECT count(*) \(own)", arguments: [now.seconds, account]) ?? 0
        let ids = try Int64.fetchAll(
          db, sql: "SELECT case_id \(own) ORDER BY opened_at DESC, case_id LIMIT ?3",
          arguments: [now.seconds, account, limit])
        return (total, try ids.compactMap { try feedbackEntry($0, at: now, db) })
      }
      // Rows tell of the latest state, and the question may be of an earlier one: each candidate is looked at.
      let candidates = try Int64.fetchAll(
        db,
        sql: "SELECT case_id \(own) AND due_at >= ?1 AND (ended_at IS NULL OR ended_at >= ?1) ORDER BY due_at, case_id",
        arguments: [now.seconds, account])
      let open = try candidates.filter { try standing($0, at: now, db).map { $0.state != .resolved } ?? false }
      return (open.count, try open.prefix(limit).compactMap { try feedbackEntry($0, at: now, db) })
    }
  }

  /// The feedback that a case is about; nil where it is about something else.
  package func feedbackEntry(_ id: Int64, at now: Date) throws -> FeedbackEntry? {
    try read { try feedbackEntry(id, at: now, $0) }
  }

  private func feedbackEntry(_ id: Int64, at now: Date, _ db: Database) throws -> FeedbackEntry? {
    guard let subject = try standing(id, at: now, db), let matter = try MatterRows.matter(of: id, subject.kind, db),
      matter.key.hasPrefix("feedback "),
      let fact = try feedback(String(matter.key.dropFirst("feedback ".count)), of: subject.accountID)
    else { return nil }
    let record = try fact.order.flatMap { try self.order($0, of: subject.accountID) }
    let events = try FactRows.events(of: [id], db).filter { $0.at <= now }
    let since = fact.leftAt ?? .distantPast
    let written = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM messages m JOIN cases c ON c.id = m.case_id
          WHERE (c.id = ?1 OR c.order_number = ?2 AND c.account_id = ?3) AND m.direction = 1 AND m.is_void = 0
            AND m.is_automatic = 0 AND m.at > ?4 AND m.at <= ?5)
        """, arguments: [id, fact.order, subject.accountID, since.clampedSeconds, now.seconds])
    return FeedbackEntry(
      subject: subject, fact: fact, order: record, dueAt: matter.dueAt,
      status: .of(
        subject, isRemoved: fact.removedAt.map { $0 <= now } ?? false, hasWritten: written ?? false, events: events))
  }

  /// The removal requests of an account since an instant.
  package func removalRequests(of account: Int64, since: Date, at now: Date) throws -> RemovalRequests {
    try read { db in
      let times = try Int.fetchAll(
        db,
        sql: """
          SELECT e.at FROM events e JOIN cases c ON c.id = e.case_id
          WHERE substr(e.act, 1, 12) = '{"askRemoval' AND e.at > ? AND e.at <= ? AND e.undone = 0 AND c.account_id = ?
          ORDER BY e.at
          """, arguments: [since.seconds, now.seconds, account]
      ).map { Date(seconds: $0) }
      return RemovalRequests(times: times)
    }
  }

  // MARK: - Asking for feedback

  /// Orders delivered in `(from, to]` about which nobody has been asked for feedback and none was left, by delivery.
  /// One that has an open case, or whose buyer wants no messages, is left out.
  package func ordersToAskAbout(
    account: Int64, deliveredAfter from: Date, upTo to: Date, optedOut: String, limit: Int
  ) throws -> (orders: [OrderFact], more: Bool) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(OrderRows.columns) FROM orders o
          WHERE o.account_id = ?1 AND o.delivered_at > ?2 AND o.delivered_at <= ?3 AND o.cancelled_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.account_id = ?1 AND f.order_number = o.number)
            AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.account_id = ?1 AND c.order_number = o.number)
            AND NOT EXISTS (SELECT 1 FROM matters m WHERE m.account_id = ?1 AND m.key = 'follow-up ' || o.number
              AND m.ended_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.order_number = o.number AND c.account_id = ?1
              AND (c.state <> 'resolved' OR ' ' || c.tags || ' ' LIKE '% feedback-request %'))
            AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.account_id = ?1 AND ' ' || c.tags || ' ' LIKE ?4
              AND (c.order_number = o.number OR c.buyer_key IS NOT NULL AND c.buyer = o.buyer))
          ORDER BY o.delivered_at, o.id LIMIT ?5
          """, arguments: [account, from.seconds, to.seconds, "% \(optedOut) %", limit + 1])
      var orders: [OrderFact] = []
      while let row = try rows.next() { orders.append(OrderRows.read(row)) }
      return (Array(orders.prefix(limit)), orders.count > limit)
    }
  }

  /// Makes a case for each order, in which the buyer can be asked for feedback until its time is up.
  package func openFollowUps(_ orders: [OrderFact], of account: Account, until: (OrderFact) -> Date, at now: Date)
    throws
    -> [Case]
  {
    try write { db in
      var filing = try Filing(desk: self, db: db, known: [:])
      try filing.file(
        orders.map { .followUp($0, openedAt: now.addingTimeInterval(-1), until: until($0), account) }, at: now)
      try filing.finish()
      return try orders.compactMap { order in
        try Int64.fetchOne(
          db, sql: "SELECT case_id FROM matters WHERE account_id = ? AND key = ?",
          arguments: [account.id, "follow-up \(order.number)"]
        ).flatMap { try standing($0, at: now, db) }
      }
    }
  }
}
