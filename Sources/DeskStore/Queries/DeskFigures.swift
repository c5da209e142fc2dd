import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// The counts of one account at one instant, out of the desk.
package final class DeskFigures: FigureSource {
  private let desk: Desk
  private let account: Int64
  private let now: Date
  /// Few windows of orders begin before this instant.
  private let earliest: Date
  private var figures: OrderFigures?
  private var responses: [Int: (rate: ResponseRate, answerSeconds: Int)] = [:]

  init(desk: Desk, account: Int64, at now: Date, earliest: Date) {
    self.desk = desk
    self.account = account
    self.now = now
    self.earliest = earliest
  }

  package func orders(
    from: Date, to: Date, fulfilment: OrderFact.Fulfilment?, businessOnly: Bool
  ) throws -> OrderTally {
    try desk.read { db in
      let scopes = OrderScope.numbers(fulfilment, businessOnly: businessOnly)
      let known = try figures ?? OrderFigures(account: account, earliest: earliest, at: now, db)
      figures = known
      return try known.tally(from: from, to: to, db).sum(scopes)
    }
  }

  package func feedback(from: Date?) throws -> FeedbackTally {
    try desk.read { db in try FeedbackFigures.tally(account: account, from: from, at: now, db) }
  }

  package func response(days: Int) throws -> (rate: ResponseRate, answerSeconds: Int) {
    if let known = responses[days] { return known }
    let window = try desk.compliance(account: account, days: days, at: now, percentiles: false)
    responses[days] = (window.rate, window.answerSeconds)
    return (window.rate, window.answerSeconds)
  }

  package func openViolations(from: Date) throws -> [ViolationFact]? {
    try desk.read { db in
      let any = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM violations WHERE account_id = ? AND opened_at < ?)"),
        arguments: [account, now.seconds])
      guard any == true else { return nil }
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(OrderRows.violationColumns) FROM violations WHERE account_id = ? AND opened_at >= ?
              AND opened_at < ? AND (resolved_at IS NULL OR resolved_at >= ?) ORDER BY opened_at, id
            """), arguments: [account, from.clampedSeconds, now.seconds, now.seconds]
      ).map(OrderRows.violation)
    }
  }

  package func returns(from: Date, to: Date) throws -> [ClaimFact] {
    try desk.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(OrderRows.claimColumns) FROM claims
            WHERE account_id = ? AND opened_at >= ? AND opened_at < ? AND kind = 'return'
            """), arguments: [account, from.clampedSeconds, min(to, now).seconds]
      ).map(OrderRows.claim)
    }
  }

  package func reported() throws -> [ReportedFigure] {
    try desk.reportedFigures(of: account, at: now).map(\.figure)
  }
}

extension Desk {
  /// - Parameter earliest: few windows of orders begin before this instant: each of them is added up by itself.
  package func figures(of account: Int64, at now: Date, earliest: Date) -> DeskFigures {
    DeskFigures(desk: self, account: account, at: now, earliest: earliest)
  }
}

/// Feedback by its stars, as it stood at an instant.
enum FeedbackFigures {
  static func tally(account: Int64, from: Date?, at now: Date, _ db: Database) throws -> FeedbackTally {
    var tally = FeedbackTally()
    func add(_ sql: String, _ arguments: StatementArguments) throws {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
      while let row = try rows.next() { if let stars: Int = row[0] { tally[stars] += row[1] } }
    }
    let start = from?.clampedSeconds ?? 0
    let firstDay = (start + 86_399) / 86_400
    let today = now.utcDay
    let single = """
      SELECT rating, count(*) FROM feedback WHERE account_id = ? AND left_at >= ? AND left_at < ?
        AND removed_at IS NULL AND desk_removed_at IS NULL GROUP BY rating
      """
    if firstDay < today {
      try add(
        "SELECT stars, sum(n) FROM feedback_days WHERE account_id = ? AND day >= ? AND day < ? GROUP BY stars",
        [account, firstDay, today])
      try add(single, [account, start, firstDay * 86_400])
      try add(single, [account, today * 86_400, now.seconds])
    } else {
      try add(single, [account, start, now.seconds])
    }
    // What is taken away only later stands still.
    try add(
      """
      SELECT rating, count(*) FROM feedback WHERE account_id = ? AND ifnull(removed_at, desk_removed_at) >= ?
        AND (removed_at IS NOT NULL OR desk_removed_at IS NOT NULL) AND left_at >= ? AND left_at < ? GROUP BY rating
      """, [account, now.seconds, start, now.seconds])
    return tally
  }
}

extension Date {
  /// Whole seconds; of the distant past and future what the desk can hold.
  var clampedSeconds: Int { self < Date(seconds: 0) ? 0 : min(self, Date(seconds: 253_402_300_799)).seconds }
}
