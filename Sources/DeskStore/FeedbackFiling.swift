import Foundation
import GRDB
import HealthCore
import ServiceDesk

extension HealthFiling {
  mutating func file(_ row: FeedbackFact, account: Account) throws -> ImportOutcome {
    let stored = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT external_id, order_number, rating, comment, left_at, answered_at, removed_at, id, desk_removed_at
          FROM feedback WHERE account_id = ? AND external_id = ?
          """), arguments: [account.id, row.id])
    let known = stored.map(OrderRows.feedback)
    var row = row
    if let id: Int64 = stored?[7], row.comment != nil, try Purged.contains(id, of: "feedback", db) { row.comment = nil }
    let merged = known?.updated(by: row) ?? row
    if merged == known { return .unchanged }
    let ownEnd = stored?.instant("desk_removed_at")
    if let known { count(Self.effective(known, ownEnd), account, -1) }
    try moving(from: known?.order, to: merged.order, account: account) { filing in
      try filing.write(merged, account, id: stored.map { $0[7] })
    }
    count(Self.effective(merged, ownEnd), account, 1)
    if merged.rating.map({ $0 <= 3 }) ?? false || (known?.rating.map { $0 <= 3 } ?? false) {
      matters.append(.feedback(merged, account))
    }
    return stored == nil ? .added : .updated
  }

  /// A row may name another order than before: both are counted anew.
  mutating func moving(
    from old: String?, to new: String?, account: Account, _ change: (inout HealthFiling) throws -> Void
  ) throws {
    try changing(new, account: account) { filing in
      guard let old, old != new else { return try change(&filing) }
      try filing.changing(old, account: account, change)
    }
  }

  static func effective(_ fact: FeedbackFact, _ ownEnd: Date?) -> FeedbackFact {
    var fact = fact
    fact.removedAt = fact.removedAt ?? ownEnd
    return fact
  }

  func write(_ fact: FeedbackFact, _ account: Account, id: Int64?) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      fact.order, fact.rating, fact.comment, fact.leftAt?.seconds, fact.answeredAt?.seconds, fact.removedAt?.seconds,
    ]
    let columns = "order_number, rating, comment, left_at, answered_at, removed_at"
    if let id {
      try db.cachedStatement(sql: "UPDATE feedback SET (\(columns)) = (\(Self.places(6))) WHERE id = ?")
        .execute(arguments: StatementArguments(values + [id]))
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO feedback (account_id, external_id, \(columns)) VALUES (?, ?, \(Self.places(6)))"
      ).execute(arguments: StatementArguments([account.id, fact.id] + values))
    }
  }

  /// The totals hold feedback as it stands in the end: what was taken away counts on no day.
  mutating func count(_ fact: FeedbackFact, _ account: Account, _ sign: Int) {
    guard let left = fact.leftAt, let stars = fact.rating, fact.removedAt == nil else { return }
    feedbackDays[FeedbackDay(account: account.id, day: left.utcDay, stars: stars), default: 0] += sign
  }

  /// An agent says that feedback is gone, or takes that back.
  mutating func setDeskRemoval(of externalID: String, to end: Date?, account: Account) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT \(OrderRows.feedbackColumns), desk_removed_at FROM feedback WHERE account_id = ? AND external_id = ?
          """, arguments: [account.id, externalID]), row.instant("desk_removed_at") != end
    else { return }
    let before = OrderRows.feedback(row)
    count(before, account, -1)
    try changing(before.order, account: account) { filing in
      try filing.db.execute(
        sql: "UPDATE feedback SET desk_removed_at = ? WHERE account_id = ? AND external_id = ?",
        arguments: [end?.seconds, account.id, externalID])
    }
    let after = try Row.fetchOne(
      db, sql: "SELECT \(OrderRows.feedbackColumns) FROM feedback WHERE account_id = ? AND external_id = ?",
      arguments: [account.id, externalID]
    ).map(OrderRows.feedback)
    if let after { count(after, account, 1) }
  }
}
