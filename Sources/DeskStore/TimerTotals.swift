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

  /// A bucket's answer times by the second.
  private struct SpeedKey: Hashable {
    var account: Int64
    var bucket: Int
    var startDay: Int
    var effectDay: Int
    var seconds: Int
  }

  private struct Count {
    var timers = 0
    /// Answer times, summed up.
    var seconds = 0
  }

  private var changes: [Key: Count] = [:]
  private var speeds: [SpeedKey: Int] = [:]

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
    let seconds = timer.answerSeconds ?? 0
    let bucket = isAnswered ? Self.bucket(seconds: seconds) : 0
    if isAnswered {
      speeds[
        SpeedKey(account: account, bucket: bucket, startDay: startDay, effectDay: instant.utcDay, seconds: seconds),
        default: 0] += by
    }
    let key = Key(account: account, startDay: startDay, effectDay: instant.utcDay, status: status, bucket: bucket)
    changes[key, default: Count()].timers += by
    if isAnswered { changes[key, default: Count()].seconds += by * seconds }
  }

  /// Answer times by size: seconds up to 16, then eight buckets for each doubling. Fine enough that the one which
  /// holds a percentile has few timers, coarse enough that a window has few rows.
  static func bucket(seconds: Int) -> Int {
    guard seconds >= 16 else { return max(0, seconds) }
    let octave = Int.bitWidth - 1 - seconds.leadingZeroBitCount
    return 16 + (octave - 4) * 8 + (seconds >> (octave - 3)) & 7
  }

  /// Writes what was counted and starts again from nothing.
  mutating func flush(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO timer_totals (account_id, start_day, effect_day, status, bucket, n, seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n, seconds = seconds + excluded.seconds
        """)
    for (key, change) in changes where change.timers != 0 || change.seconds != 0 {
      try statement.execute(
        arguments: [
          key.account, key.startDay, key.effectDay, key.status.rawValue, key.bucket, change.timers, change.seconds,
        ])
    }
    let speed = try db.cachedStatement(
      sql: """
        INSERT INTO timer_speeds (account_id, bucket, start_day, effect_day, seconds, n) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET n = n + excluded.n
        """)
    for (key, change) in speeds where change != 0 {
      try speed.execute(arguments: [key.account, key.bucket, key.startDay, key.effectDay, key.seconds, change])
    }
    changes = [:]
    speeds = [:]
  }
}
