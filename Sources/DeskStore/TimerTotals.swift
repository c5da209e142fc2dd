import Foundation
import GRDB
import ServiceDesk

/// How many timers had which status, by the UTC day on which they started and the UTC day on which they took that
/// status on: so that a rate over any window costs a few hundred rows however long the history is.
struct TimerTotals {
  private struct Key: Hashable {
    var account: Int64
    var startDay: Int
    var effectDay: Int
    var status: TimerStatus
    var bucket: Int
  }

  private var changes: [Key: Int] = [:]

  /// Files all changes of status of a timer: `sign` 1 to add it, -1 to take it out.
  mutating func count(_ timer: ResponseTimer, account: Int64, sign: Int) {
    let startDay = timer.startedAt.utcDay
    var before: TimerStatus?
    for (instant, status) in timer.transitions {
      if let before { change(account, startDay, instant, before, timer, -sign) }
      change(account, startDay, instant, status, timer, sign)
      before = status
    }
  }

  private mutating func change(
    _ account: Int64, _ startDay: Int, _ instant: Date, _ status: TimerStatus, _ timer: ResponseTimer, _ by: Int
  ) {
    let isAnswered = status == .onTime || status == .late
    let bucket = isAnswered ? timer.answerSeconds.map(Self.bucket) ?? 0 : 0
    changes[
      Key(account: account, startDay: startDay, effectDay: instant.utcDay, status: status, bucket: bucket), default: 0
    ] += by
  }

  /// Answer times in quarters of an hour up to two days, then in days: fine enough that the one which holds a
  /// percentile has few timers, coarse enough to add up quickly.
  static func bucket(seconds: Int) -> Int {
    seconds < 172_800 ? max(0, seconds) / 900 : 192 + (seconds - 172_800) / 86_400
  }

  /// Writes what was counted and starts again from nothing.
  mutating func flush(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO timer_totals (account_id, start_day, effect_day, status, bucket, n) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET n = n + excluded.n
        """)
    for (key, change) in changes where change != 0 {
      try statement.execute(
        arguments: [key.account, key.startDay, key.effectDay, key.status.rawValue, key.bucket, change])
    }
    changes = [:]
  }
}
