import Foundation
import GRDB
import ServiceDesk

/// Messages, events and timers between their rows and their values.
enum FactRows {
  static func messages(of cases: [Int64], _ db: Database) throws -> [MessageFact] {
    try fetch(
      "SELECT id, case_id, direction, at, is_automatic, channel, buyer, order_number, subject, language, sent_here "
        + "FROM messages WHERE is_void = 0 AND case_id", in: cases, db
    ) { row in
      MessageFact(
        id: row[0], caseID: row[1], direction: (row[2] as Int) == 0 ? .in : .out, at: Date(seconds: row[3]),
        isAutomatic: row[4], channel: Channel(rawValue: row[5]) ?? .message, buyer: row[6], order: row[7],
        subject: row[8], language: row[9], sentHere: row[10])
    }
  }

  static func events(of cases: [Int64], _ db: Database) throws -> [CaseEvent] {
    try fetch("SELECT \(eventColumns) FROM events WHERE undone = 0 AND case_id", in: cases, db) {
      event($0)
    }.compactMap { $0 }
  }

  static let eventColumns = "id, command_id, case_id, at, agent, act, newest_message"

  static func event(_ row: Row) -> CaseEvent? {
    guard let act = Desk.decode(Act.self, row[5]) else { return nil }
    return CaseEvent(
      id: row[0], command: row[1], caseID: row[2], at: Date(seconds: row[3]), agent: row[4], act: act,
      newestMessage: row[6])
  }

  static let timerColumns =
    "message_id, case_id, started_at, due_at, shop_due_at, stopped_at, stop_known, stopper, exempt_from, exempt_until, channel"

  static func timers(of cases: [Int64], _ db: Database) throws -> [ResponseTimer] {
    try fetch("SELECT \(timerColumns) FROM timers WHERE case_id", in: cases, db, timer)
  }

  static func timer(_ row: Row) -> ResponseTimer {
    var timer = ResponseTimer(
      message: row[0], caseID: row[1], startedAt: Date(seconds: row[2]), dueAt: Date(seconds: row[3]),
      channel: Channel(rawValue: row[10]) ?? .message)
    timer.shopDueAt = instant(row[4])
    timer.stoppedAt = instant(row[5])
    timer.stopKnownFrom = instant(row[6])
    timer.stopper = row[7]
    timer.exemptFrom = instant(row[8])
    timer.exemptUntil = instant(row[9])
    return timer
  }

  private static func instant(_ seconds: Int?) -> Date? { seconds.map { Date(seconds: $0) } }

  /// One case is by far the commonest; its statement is kept.
  private static func fetch<T>(
    _ sql: String, in cases: [Int64], _ db: Database, _ make: (Row) -> T
  ) throws -> [T] {
    let rows: RowCursor
    if let only = cases.first, cases.count == 1 {
      rows = try Row.fetchCursor(db.cachedStatement(sql: sql + " = ?"), arguments: [only])
    } else {
      let places = cases.map { _ in "?" }.joined(separator: ",")
      rows = try Row.fetchCursor(db, sql: sql + " IN (\(places))", arguments: StatementArguments(cases))
    }
    var found: [T] = []
    while let row = try rows.next() { found.append(make(row)) }
    return found
  }
}
