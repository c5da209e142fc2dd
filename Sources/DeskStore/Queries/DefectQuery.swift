import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// An order that counts against the seller, and what there is to open about it.
package struct DefectOrder: Sendable, Equatable {
  package var record: OrderRecord
  /// The cases about it, newest first.
  package var cases: [Int64]
}

extension Desk {
  /// The orders bought in `[from, to)` that count against the seller in a figure, by purchase.
  package func defects(
    _ metric: any OrderMetric.Type, of account: Int64, from: Date, to: Date, at now: Date,
    fulfilment: OrderFact.Fulfilment? = .seller, goal: MetricGoal, pendingClaimsCount: Bool
  ) throws -> [DefectOrder] {
    try orders(
      of: account, from: from, to: min(to, now), fulfilment: fulfilment, businessOnly: goal.isBusinessOnly,
      onlyLinked: Self.needsLink.contains(metric.id)
    ) { metric.isDefect($0, at: now, pendingClaimsCount: pendingClaimsCount) }
  }

  /// When they were bought, in order: without what else is known of them, as there may be thousands.
  package func purchases(
    ofDefectsIn metric: any OrderMetric.Type, of account: Int64, from: Date, to: Date, at now: Date, goal: MetricGoal,
    pendingClaimsCount: Bool
  ) throws -> [Date] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(OrderRows.countedColumns) FROM orders WHERE account_id = ? AND purchased_at >= ? AND purchased_at < ?
          \(Self.needsLink.contains(metric.id) ? "AND is_linked = 1" : "") ORDER BY purchased_at
          """, arguments: [account, from.clampedSeconds, min(to, now).seconds])
      let scopes = OrderScope.numbers(.seller, businessOnly: goal.isBusinessOnly)
      return try OrderRows.counted(rows, account: account, db).filter {
        scopes.contains(OrderScope(of: $0.order).number)
          && metric.isDefect($0, at: now, pendingClaimsCount: pendingClaimsCount)
      }.compactMap(\.order.purchasedAt)
    }
  }

  /// The figures whose defects all hang on an order: the others are found by looking at each order.
  private static let needsLink: Set<MetricID> = [
    .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate,
  ]

  /// The orders bought in `[from, to)` for which `isMeant` holds, by purchase.
  ///
  /// - Parameter openAt: only those that were neither delivered nor cancelled before then: the rest is not even read.
  package func orders(
    of account: Int64, from: Date, to: Date, fulfilment: OrderFact.Fulfilment?, businessOnly: Bool,
    onlyLinked: Bool = false, openAt: Date? = nil, where isMeant: (OrderRecord) -> Bool = { _ in true }
  ) throws -> [DefectOrder] {
    try read { db in
      let open = openAt.map {
        " AND ifnull(cancelled_at, \(Int.max)) >= \($0.seconds) AND ifnull(delivered_at, \(Int.max)) >= \($0.seconds)"
      }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(OrderRows.columns), is_linked FROM orders
          WHERE account_id = ? AND purchased_at >= ? AND purchased_at < ?\(onlyLinked ? " AND is_linked = 1" : "")\(open ?? "")
          ORDER BY purchased_at, id
          """, arguments: [account, from.clampedSeconds, to.seconds])
      let scopes = OrderScope.numbers(fulfilment, businessOnly: businessOnly)
      return try OrderRows.records(rows, account: account, db)
        .filter { scopes.contains(OrderScope(of: $0.order).number) && isMeant($0) }
        .map { DefectOrder(record: $0, cases: try self.cases(about: $0.order.number, account, db)) }
    }
  }

  private func cases(about order: String, _ account: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM cases WHERE order_number = ? AND account_id = ? AND merged_into IS NULL ORDER BY id DESC
          """), arguments: [order, account])
  }

  /// One order with what hangs on it; nil where none of that number is known.
  package func order(_ number: String, of account: Int64) throws -> OrderRecord? {
    try read { db in
      guard let stored = try OrderRows.stored(number, account: account, db) else { return nil }
      return try OrderRows.record(of: stored.order, account: account, db)
    }
  }

  /// Feedback left in `[from, to)` that stands at `now`, by when it was left.
  package func feedback(of account: Int64, from: Date, to: Date, at now: Date) throws -> [FeedbackFact] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(OrderRows.feedbackColumns) FROM feedback WHERE account_id = ? AND left_at >= ? AND left_at < ?
          ORDER BY left_at, id
          """, arguments: [account, from.clampedSeconds, min(to, now).seconds]
      ).map(OrderRows.feedback).filter { $0.stands(at: now) }
    }
  }

  /// Feedback by its own id; nil where none is known.
  package func feedback(_ id: String, of account: Int64) throws -> FeedbackFact? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(OrderRows.feedbackColumns) FROM feedback WHERE account_id = ? AND external_id = ?",
        arguments: [account, id]
      ).map(OrderRows.feedback)
    }
  }

  /// A claim by its own id; nil where none is known.
  package func claim(_ id: String, of account: Int64) throws -> ClaimFact? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(OrderRows.claimColumns) FROM claims WHERE account_id = ? AND external_id = ?",
        arguments: [account, id]
      ).map(OrderRows.claim)
    }
  }

  /// What a case is about, by the fact's own id: "feedback 17". Nil for a conversation.
  package func matterKey(of caseID: Int64) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT key FROM matters WHERE case_id = ?", arguments: [caseID])
    }
  }

  /// The case about a fact: "feedback 17".
  package func caseAbout(_ key: String, of account: Int64) throws -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT case_id FROM matters WHERE account_id = ? AND key = ?", arguments: [account, key])
    }
  }

  /// Violations open at `now`, of whatever age, with their cases.
  package func violations(of account: Int64, from: Date, at now: Date) throws -> [ViolationFact] {
    try figures(of: account, at: now, earliest: from).openViolations(from: from) ?? []
  }

  /// Deadlines of what is no conversation, before `until`, of cases that are not dealt with: by deadline.
  package func dueMatters(
    account: Int64?, from: Date? = nil, until: Date, at now: Date, limit: Int
  ) throws -> [(caseID: Int64, dueAt: Date, kind: CaseKind)] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT m.case_id, m.due_at, m.kind FROM matters m JOIN cases c ON c.id = m.case_id
            WHERE m.ended_at IS NULL AND m.has_lapsed = 0 AND m.due_at >= ? AND m.due_at < ? AND m.opened_at < ?
              AND c.state <> 'resolved' AND c.merged_into IS NULL AND (?4 IS NULL OR m.account_id = ?4)
            ORDER BY m.due_at, m.case_id LIMIT ?
            """),
        arguments: [from?.seconds ?? 0, until.seconds, now.seconds, account, limit]
      ).map { ($0[0], Date(seconds: $0[1]), CaseKind(rawValue: $0[2]) ?? .notification) }
    }
  }
}
