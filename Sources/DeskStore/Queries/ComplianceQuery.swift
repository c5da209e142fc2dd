import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// The response figures of one account over one window.
package struct ComplianceWindow: Sendable, Equatable {
  package var accountID: Int64
  package var days: Int
  package var from: Date
  package var to: Date
  package var rate: ResponseRate
  /// Seconds, by nearest rank over the answered timers; nil where none was answered.
  package var median: Int?
  package var p90: Int?
}

extension Desk {
  /// The figures of `days` days before `now`: added up from day totals, with the days that the window or `now` cut
  /// through taken from the timers themselves.
  package func compliance(account: Int64, days: Int, at now: Date) throws -> ComplianceWindow {
    try read { db in
      let from = Date(seconds: now.seconds - days * 86_400)
      let tally = try Tally(account: account, from: from, now: now, db)
      return ComplianceWindow(
        accountID: account, days: days, from: from, to: now, rate: tally.rate,
        median: try tally.percentile(50, db), p90: try tally.percentile(90, db))
    }
  }

  /// What leaves the window as its end moves from one instant to a later one, counted as it stands at `now`.
  package func leaving(account: Int64, days: Int, asOf now: Date, from: Date, to: Date) throws -> ResponseRate {
    try read { db in
      var tally = Counts()
      let length = days * 86_400
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ? AND started_at >= ? AND started_at < ?"),
        arguments: [account, from.seconds - length, min(to.seconds - length, now.seconds)])
      while let row = try rows.next() { tally.count(FactRows.timer(row), at: now, by: 1) }
      return tally.rate
    }
  }
}

/// Timers by status and, where answered, by the bucket of their answer time.
private struct Counts {
  var byStatus: [TimerStatus: Int] = [:]
  var byBucket: [Int: Int] = [:]

  mutating func count(_ timer: ResponseTimer, at instant: Date, by change: Int) {
    guard let status = timer.status(at: instant) else { return }
    add(status, bucket: timer.answerSeconds.map(TimerTotals.bucket) ?? 0, change)
  }

  mutating func add(_ status: TimerStatus, bucket: Int, _ change: Int) {
    byStatus[status, default: 0] += change
    if status == .onTime || status == .late { byBucket[bucket, default: 0] += change }
  }

  var rate: ResponseRate {
    ResponseRate(
      onTime: byStatus[.onTime] ?? 0, late: byStatus[.late] ?? 0, unanswered: byStatus[.unanswered] ?? 0,
      running: byStatus[.running] ?? 0, exempt: byStatus[.exempt] ?? 0)
  }
}

private struct Tally {
  let account: Int64
  let from: Date
  let now: Date
  private var counts = Counts()

  var rate: ResponseRate { counts.rate }

  init(account: Int64, from: Date, now: Date, _ db: Database) throws {
    self.account = account
    self.from = from
    self.now = now
    let today = now.utcDay
    // Whole days of start: after the day that the window's early edge cuts, before today.
    let firstWhole = from.seconds == from.utcDay * 86_400 ? from.utcDay : from.utcDay + 1
    guard firstWhole < today else {
      try countTimers(from: from.seconds, to: now.seconds, db)
      return
    }
    try addTotals(firstWhole..<today, db)
    try addToday(firstWhole * 86_400, today * 86_400, db)
    try countTimers(from: from.seconds, to: firstWhole * 86_400, db)
    try countTimers(from: today * 86_400, to: now.seconds, db)
  }

  /// Where the timers started on whole days stood when today began.
  private mutating func addTotals(_ days: Range<Int>, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT status, bucket, sum(n) FROM timer_totals
          WHERE account_id = ? AND start_day >= ? AND start_day < ? AND effect_day < ? GROUP BY status, bucket
          """), arguments: [account, days.lowerBound, days.upperBound, now.utcDay])
    while let row = try rows.next() {
      if let status = TimerStatus(rawValue: row[0]) { counts.add(status, bucket: row[1], row[2]) }
    }
  }

  /// What has changed about them since today began.
  private mutating func addToday(_ start: Int, _ midnight: Int, _ db: Database) throws {
    let sql = """
      SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ?1 AND stop_known BETWEEN ?3 AND ?4
        AND started_at >= ?2 AND started_at < ?3
      UNION SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ?1 AND due_at BETWEEN ?3 - 1 AND ?4
        AND started_at >= ?2 AND started_at < ?3
      UNION SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ?1 AND exempt_from IS NOT NULL
        AND (exempt_from BETWEEN ?3 AND ?4 OR exempt_until BETWEEN ?3 AND ?4) AND started_at >= ?2 AND started_at < ?3
      UNION SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ?1 AND started_at = ?3 - 1 AND ?2 < ?3
      """
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [account, start, midnight, now.seconds])
    let endOfYesterday = Date(seconds: midnight - 1)
    while let row = try rows.next() {
      let timer = FactRows.timer(row)
      counts.count(timer, at: endOfYesterday, by: -1)
      counts.count(timer, at: now, by: 1)
    }
  }

  private mutating func countTimers(from: Int, to: Int, _ db: Database) throws {
    guard from < to else { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(FactRows.timerColumns) FROM timers WHERE account_id = ? AND started_at >= ? AND started_at < ?"),
      arguments: [account, from, to])
    while let row = try rows.next() { counts.count(FactRows.timer(row), at: now, by: 1) }
  }

  /// The bucket that holds the rank is known from the counts; only its own timers are looked at.
  func percentile(_ percent: Int, _ db: Database) throws -> Int? {
    var rank = NearestRank.rank(percent: percent, count: rate.answered)
    guard rank > 0 else { return nil }
    for (bucket, count) in counts.byBucket.sorted(by: { $0.key < $1.key }) {
      guard rank > count else {
        return try Int.fetchOne(
          db,
          sql: """
            SELECT seconds FROM timers WHERE account_id = ? AND bucket = ? AND started_at >= ? AND started_at < ?
              AND stop_known <= ? AND (exempt_from IS NULL OR exempt_from > ? OR exempt_until <= ?)
            ORDER BY seconds LIMIT 1 OFFSET ?
            """,
          arguments: [
            account, bucket, from.seconds, now.seconds, now.seconds, now.seconds, now.seconds, rank - 1,
          ])
      }
      rank -= count
    }
    return nil
  }
}
