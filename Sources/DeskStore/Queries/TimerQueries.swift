import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// A timer with what is asked of it in tables: whose it is and who answered.
package struct TimerRow: Sendable, Equatable {
  package var accountID: Int64
  package var timer: ResponseTimer
  package var caseID: Int64
  package var response: String?
  package var agent: String?
}

extension Desk {
  /// Timers neither stopped nor taken out as of `now`, as a compound SELECT of `columns`: those never stopped so far,
  /// and those stopped after `now`. Apart, each has an index of its own.
  ///
  /// - Parameter first: only so many of each part, by deadline: of the first part they stand in this order in its index,
  ///   so that the rest is not even looked at.
  private static func open(_ columns: String, where condition: String, first: Int? = nil, at now: Date) -> String {
    let visible =
      "started_at < \(now.seconds) AND \(condition) AND (exempt_from IS NULL OR exempt_from > \(now.seconds) "
      + "OR ifnull(exempt_until, 9223372036854775807) <= \(now.seconds))"
    let end = first.map { " ORDER BY due_at, message_id LIMIT \($0)" } ?? ""
    let parts = [
      "timers INDEXED BY timers_open WHERE stopped_at IS NULL",
      "timers INDEXED BY timers_stopped WHERE account_id IN (SELECT id FROM accounts) AND stop_known > \(now.seconds)",
    ]
    return parts.map { "SELECT * FROM (SELECT \(columns) FROM \($0) AND \(visible)\(end))" }
      .joined(separator: " UNION ALL ")
  }

  /// Timers that nothing has stopped, by deadline, those that have run out first.
  ///
  /// - Parameters:
  ///   - until: only deadlines before this instant.
  ///   - unresolved: leaves out cases that have been resolved all the same.
  package func openTimers(
    account: Int64? = nil, from: Date? = nil, until: Date? = nil, unresolved: Bool = false, at now: Date,
    limit: Int = .max
  ) throws -> [TimerRow] {
    try read {
      try openTimers(account: account, from: from, until: until, unresolved: unresolved, at: now, limit: limit, $0)
    }
  }

  func openTimers(
    account: Int64?, from: Date?, until: Date?, unresolved: Bool, at now: Date, limit: Int, _ db: Database
  ) throws -> [TimerRow] {
    var conditions = ["1"]
    if let account { conditions.append("account_id = \(account)") }
    if let from { conditions.append("due_at >= \(from.seconds)") }
    if let until { conditions.append("due_at < \(until.seconds)") }
    // Asked of each timer in turn: a list of the open cases would be made in full, however few timers are wanted.
    if unresolved { conditions.append("(SELECT c.state FROM cases c WHERE c.id = case_id) <> 'resolved'") }
    let sql = Self.open(
      "\(FactRows.timerColumns), account_id", where: conditions.joined(separator: " AND "),
      first: limit == .max ? nil : limit, at: now)
    return try Row.fetchAll(db, sql: sql + " ORDER BY due_at, message_id LIMIT \(limit)").map { row in
      let timer = FactRows.timer(row)
      return TimerRow(accountID: row["account_id"], timer: timer, caseID: try root(of: timer.caseID, db))
    }
  }

  /// So many overdue timers are looked at to count their cases: nobody needs to know more exactly.
  package static let mostOverdue = 1000

  /// How many cases that are not resolved have a timer that had run out before `now`, up to `mostOverdue`.
  package func overdueCount(at now: Date) throws -> Int {
    try read { db in
      let sql = Self.open("case_id", where: "due_at < \(now.seconds)", at: now)
      return try Int.fetchOne(
        db,
        sql:
          "SELECT count(DISTINCT id) FROM (SELECT t.case_id AS id FROM (\(sql)) t JOIN cases c ON c.id = t.case_id "
          + "AND c.state <> 'resolved' LIMIT \(Self.mostOverdue))")
        ?? 0
    }
  }

  /// The timers behind a figure.
  package func timers(matching query: TimerQuery, account: Int64?, at now: Date) throws -> [TimerRow] {
    try read { try timers(matching: query, account: account, at: now, $0) }
  }

  func timers(matching query: TimerQuery, account: Int64?, at now: Date, _ db: Database) throws -> [TimerRow] {
    let columns = FactRows.timerColumns.split(separator: ", ").map { "t.\($0)" }.joined(separator: ", ")
    var sql = """
      SELECT \(columns), t.account_id, m.response, m.agent FROM timers t LEFT JOIN messages m ON m.id = t.stopper
      WHERE t.started_at < \(now.seconds)
      """
    if let account { sql += " AND t.account_id = \(account)" }
    if let days = query.days { sql += " AND t.started_at >= \(now.seconds - days * 86_400)" }
    var arguments: [String] = []
    if let response = query.response {
      sql += response == "none" ? " AND m.response IS NULL AND m.id IS NOT NULL" : " AND m.response = ?"
      if response != "none" { arguments.append(response) }
    }
    if let agent = query.agent {
      sql += agent == "none" ? " AND m.agent IS NULL AND m.id IS NOT NULL" : " AND m.agent = ? COLLATE NOCASE"
      if agent != "none" { arguments.append(agent) }
    }
    let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
    var found: [TimerRow] = []
    while let row = try rows.next() {
      let timer = FactRows.timer(row)
      guard let status = timer.status(at: now), query.status.map({ $0 == status }) ?? true else { continue }
      let start = timer.startedAt
      if let hour = query.hour, (start.seconds - start.utcDay * 86_400) / 3600 != hour { continue }
      if let weekday = query.weekday, CivilDay(number: start.utcDay).weekday != weekday { continue }
      let isAnswered = status == .onTime || status == .late
      found.append(
        TimerRow(
          accountID: row["account_id"], timer: timer, caseID: timer.caseID,
          response: isAnswered ? row["response"] : nil, agent: isAnswered ? row["agent"] : nil))
    }
    return found
  }
}
