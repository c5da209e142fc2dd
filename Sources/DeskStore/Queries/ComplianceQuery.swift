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
  /// All answer times together, in seconds.
  package var answerSeconds: Int
  /// Seconds, by nearest rank over the answered timers; nil where none was answered.
  package var median: Int?
  package var p90: Int?

  package init(
    accountID: Int64, days: Int, from: Date, to: Date, rate: ResponseRate, answerSeconds: Int, median: Int?, p90: Int?
  ) {
    self.accountID = accountID
    self.days = days
    self.from = from
    self.to = to
    self.rate = rate
    self.answerSeconds = answerSeconds
    self.median = median
    self.p90 = p90
  }
}

extension Desk {
  /// The figures of `days` days before `now`: added up from day totals, with the days that the window or `now` cut
  /// through taken from the timers themselves.
  ///
  /// - Parameter percentiles: whether the median and the 90th percentile are wanted too.
  package func compliance(
    account: Int64, days: Int, at now: Date, percentiles: Bool = true
  ) throws -> ComplianceWindow {
    try read { db in
      let from = Date(seconds: now.seconds - days * 86_400)
      let tally = try Tally(account: account, from: from, now: now, db)
      return ComplianceWindow(
        accountID: account, days: days, from: from, to: now, rate: tally.rate, answerSeconds: tally.answerSeconds,
        median: percentiles ? try tally.percentile(50, db) : nil,
        p90: percentiles ? try tally.percentile(90, db) : nil)
    }
  }

  /// What leaves the window as its end moves from one instant to a later one, counted as it stands at `now`.
  package func leaving(account: Int64, days: Int, asOf now: Date, from: Date, to: Date) throws -> ResponseRate {
    try read { db in
      var counts = Counts()
      let length = days * 86_400
      try counts.count(
        Counts.started, [account, from.seconds - length, min(to.seconds - length, now.seconds)], at: now, by: 1, db)
      return counts.rate
    }
  }
}

/// Timers by status and, where answered, by the bucket of their answer time.
private struct Counts {
  static let columns = "started_at, due_at, stopped_at, stop_known, exempt_from, exempt_until"
  /// The timers of an account that started from one instant up to another.
  static let started = "SELECT \(columns) FROM timers WHERE account_id = ?2 AND started_at >= ?3 AND started_at < ?4"

  var byStatus: [TimerStatus: Int] = [:]
  var byBucket: [Int: Int] = [:]
  /// Answer times, in seconds, of timers counted one by one, with how often.
  var single: [Int: Int] = [:]
  /// All answer times together.
  var answerSeconds = 0

  /// Counts timers as they stood at `instant`: the rows of `source`, grouped where they are.
  ///
  /// The status is worked out in SQL, as `ResponseTimer.status(at:)` does it; a test holds the two against each other.
  mutating func count(
    _ source: String, _ arguments: StatementArguments, at instant: Date, by change: Int, _ db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Self.grouped(source)), arguments: [instant.seconds] + arguments)
    while let row = try rows.next() {
      guard let status = TimerStatus(rawValue: row[0]) else { continue }
      let seconds: Int = row[1]
      let count: Int = row[2]
      add(status, bucket: TimerTotals.bucket(seconds: seconds), change * count)
      guard status == .onTime || status == .late else { continue }
      single[seconds, default: 0] += change * count
      answerSeconds += change * count * seconds
    }
  }

  /// The rows of `source` by status and answer time, as they stood at `?1`; its own arguments are numbered from `?2`.
  private static func grouped(_ source: String) -> String {
    """
    SELECT CASE
        WHEN exempt_from <= ?1 AND ifnull(exempt_until, 9223372036854775807) > ?1 THEN 'exempt'
        WHEN stop_known <= ?1 THEN CASE WHEN stopped_at <= due_at THEN 'on-time' ELSE 'late' END
        WHEN due_at < ?1 THEN 'unanswered' ELSE 'running' END AS status,
      CASE WHEN stop_known <= ?1 THEN stopped_at - started_at ELSE 0 END AS seconds, count(*)
    FROM (\(source)) WHERE started_at < ?1 GROUP BY status, seconds
    """
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
  /// The UTC days of which every timer started in the window, today left out.
  private var wholeDays = 0..<0
  private var counts = Counts()

  var rate: ResponseRate { counts.rate }
  var answerSeconds: Int { counts.answerSeconds }

  init(account: Int64, from: Date, now: Date, _ db: Database) throws {
    self.account = account
    self.from = from
    self.now = now
    let isAny = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM timers WHERE account_id = ?)"), arguments: [account])
    guard isAny == true else { return }
    let today = now.utcDay
    // Whole days of start: after the day that the window's early edge cuts, before today.
    let firstWhole = from.seconds == from.utcDay * 86_400 ? from.utcDay : from.utcDay + 1
    guard firstWhole < today else {
      try countTimers(from: from.seconds, to: now.seconds, db)
      return
    }
    wholeDays = firstWhole..<today
    try addTotals(wholeDays, db)
    try addToday(firstWhole * 86_400, today * 86_400, db)
    try countTimers(from: from.seconds, to: firstWhole * 86_400, db)
    try countTimers(from: today * 86_400, to: now.seconds, db)
  }

  /// Where the timers started on whole days stood when today began.
  private mutating func addTotals(_ days: Range<Int>, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT status, bucket, sum(n), sum(seconds) FROM timer_totals
          WHERE account_id = ? AND start_day >= ? AND start_day < ? AND effect_day < ? GROUP BY status, bucket
          """), arguments: [account, days.lowerBound, days.upperBound, now.utcDay])
    while let row = try rows.next() {
      if let status = TimerStatus(rawValue: row[0]) { counts.add(status, bucket: row[1], row[2]) }
      counts.answerSeconds += row[3]
    }
  }

  /// What has changed about them since today began.
  private mutating func addToday(_ start: Int, _ midnight: Int, _ db: Database) throws {
    // A plus keeps SQLite from going by the start, which would read the whole window.
    let columns = "message_id, \(Counts.columns)"
    let source = """
      SELECT \(columns) FROM timers WHERE account_id = ?2 AND stop_known BETWEEN ?4 AND ?5
        AND +started_at >= ?3 AND +started_at < ?4
      UNION SELECT \(columns) FROM timers WHERE account_id = ?2 AND due_at BETWEEN ?4 - 1 AND ?5
        AND +started_at >= ?3 AND +started_at < ?4
      UNION SELECT \(columns) FROM timers WHERE account_id = ?2 AND exempt_from IS NOT NULL
        AND (exempt_from BETWEEN ?4 AND ?5 OR exempt_until BETWEEN ?4 AND ?5) AND +started_at >= ?3 AND +started_at < ?4
      UNION SELECT \(columns) FROM timers WHERE account_id = ?2 AND started_at = ?4 - 1 AND ?3 < ?4
      """
    let arguments: StatementArguments = [account, start, midnight, now.seconds]
    try counts.count(source, arguments, at: Date(seconds: midnight - 1), by: -1, db)
    try counts.count(source, arguments, at: now, by: 1, db)
  }

  private mutating func countTimers(from: Int, to: Int, _ db: Database) throws {
    guard from < to else { return }
    try counts.count(Counts.started, [account, from, to], at: now, by: 1, db)
  }

  /// The bucket that holds the rank is known from the counts; only that one is looked into.
  func percentile(_ percent: Int, _ db: Database) throws -> Int? {
    var rank = NearestRank.rank(percent: percent, count: rate.answered)
    guard rank > 0 else { return nil }
    for (bucket, count) in counts.byBucket.sorted(by: { $0.key < $1.key }) {
      guard rank > count else { return try value(at: rank, in: bucket, db) }
      rank -= count
    }
    return nil
  }

  private func value(at rank: Int, in bucket: Int, _ db: Database) throws -> Int? {
    var bySecond = counts.single.filter { TimerTotals.bucket(seconds: $0.key) == bucket }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT seconds, sum(n) FROM timer_speeds
          WHERE account_id = ? AND bucket = ? AND start_day >= ? AND start_day < ? AND effect_day < ? GROUP BY seconds
          """), arguments: [account, bucket, wholeDays.lowerBound, wholeDays.upperBound, now.utcDay])
    while let row = try rows.next() { bySecond[row[0], default: 0] += row[1] as Int }
    var seen = 0
    for (seconds, count) in bySecond.sorted(by: { $0.key < $1.key }) {
      seen += count
      if seen >= rank { return seconds }
    }
    return nil
  }
}
