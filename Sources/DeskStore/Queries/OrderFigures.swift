import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// Counts of one account's orders as they stood at one instant, over any window, out of totals: whole days from
/// `order_days`, the hours at a window's edges from `order_hours`, the rest of an hour from the orders themselves. What a
/// question of `now` does not know yet is taken off by `order_effects` and by the orders that change later today.
final class OrderFigures {
  let account: Int64
  let now: Date
  /// By the day of purchase: all that is known in the end, less what takes effect after today.
  private var days: [Int: ScopedTally] = [:]
  /// Orders of which something takes effect today, and not before `now`: by purchase, what they will count more.
  private var laterToday: [(bought: Date, scope: Int, change: OrderTally)] = []
  private var hasOrders = false
  /// `days` holds the days from here on.
  private var firstLoaded = 0
  /// What was counted for one figure serves the others over the same window.
  private var known: [Range<Int>: ScopedTally] = [:]

  private static let columns = Schema2.counts.joined(separator: ", ")

  /// - Parameter earliest: windows that begin before this instant are few.
  init(account: Int64, earliest: Date, at now: Date, _ db: Database) throws {
    self.account = account
    self.now = now
    hasOrders =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM order_days WHERE account_id = ?)"), arguments: [account])
      ?? false
    guard hasOrders else { return }
    firstLoaded = earliest.utcDay
    try load("order_days WHERE account_id = ? AND day BETWEEN ? AND ?", [firstLoaded, now.utcDay], sign: 1, db)
    try load(
      "order_effects WHERE account_id = ? AND effect_day > ? AND day BETWEEN ? AND ?",
      [now.utcDay, firstLoaded, now.utcDay], sign: -1, db)
    try loadLaterToday(db)
  }

  private func load(_ source: String, _ arguments: [Int], sign: Int, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT day, scope, \(Self.columns) FROM \(source)"),
      arguments: StatementArguments([Int(account)] + arguments))
    while let row = try rows.next() {
      let tally = OrderTally(row, from: 2)
      if sign > 0 {
        days[row[0], default: ScopedTally()][row[1]] += tally
      } else {
        days[row[0], default: ScopedTally()][row[1]] -= tally
      }
    }
  }

  /// Adds up whole days that were not loaded: those of a window far longer than the others.
  private func addOlder(to tally: inout ScopedTally, from first: Int, to end: Int, _ db: Database) throws {
    guard first < end else { return }
    let sums = Schema2.counts.map { "sum(\($0))" }.joined(separator: ", ")
    let totals = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT scope, \(sums) FROM order_days WHERE account_id = ? AND day >= ? AND day < ? GROUP BY scope"),
      arguments: [account, first, end])
    while let row = try totals.next() { tally[row[0]] += OrderTally(row, from: 1) }
    let later = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT scope, \(sums) FROM order_effects WHERE account_id = ? AND effect_day > ? AND day >= ? AND day < ?
          GROUP BY scope
          """), arguments: [account, now.utcDay, first, end])
    while let row = try later.next() { tally[row[0]] -= OrderTally(row, from: 1) }
  }

  private func loadLaterToday(_ db: Database) throws {
    let midnight = (now.utcDay + 1) * 86_400
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OrderRows.countedColumns) FROM orders WHERE purchased_at < ?2 AND id IN (
            SELECT id FROM orders WHERE account_id = ?1 AND shipped_at >= ?2 AND shipped_at < ?3
            UNION SELECT id FROM orders WHERE account_id = ?1 AND delivered_at >= ?2 AND delivered_at < ?3
            UNION SELECT id FROM orders WHERE account_id = ?1 AND cancelled_at >= ?2 AND cancelled_at < ?3
            UNION SELECT id FROM orders WHERE account_id = ?1 AND deliver_by >= ?2 AND deliver_by < ?3
              AND (delivered_at IS NULL OR delivered_at > deliver_by)
            UNION SELECT o.id FROM feedback f JOIN orders o ON o.account_id = ?1 AND o.number = f.order_number
              WHERE f.account_id = ?1 AND f.left_at >= ?2 AND f.left_at < ?3
            UNION SELECT o.id FROM feedback f JOIN orders o ON o.account_id = ?1 AND o.number = f.order_number
              WHERE f.account_id = ?1 AND (f.removed_at IS NOT NULL OR f.desk_removed_at IS NOT NULL)
                AND ifnull(f.removed_at, f.desk_removed_at) >= ?2 AND ifnull(f.removed_at, f.desk_removed_at) < ?3
            UNION SELECT o.id FROM claims c JOIN orders o ON o.account_id = ?1 AND o.number = c.order_number
              WHERE c.account_id = ?1 AND c.opened_at >= ?2 AND c.opened_at < ?3
            UNION SELECT o.id FROM claims c JOIN orders o ON o.account_id = ?1 AND o.number = c.order_number
              WHERE c.account_id = ?1 AND (c.closed_at IS NOT NULL OR c.desk_closed_at IS NOT NULL)
                AND ifnull(c.closed_at, c.desk_closed_at) >= ?2 AND ifnull(c.closed_at, c.desk_closed_at) < ?3)
          """), arguments: [account, now.seconds, midnight])
    let endOfToday = Date(seconds: midnight)
    for record in try OrderRows.counted(rows, account: account, db) {
      guard let bought = record.order.purchasedAt else { continue }
      let change = OrderTally(of: record, at: endOfToday) - OrderTally(of: record, at: now)
      if !change.isZero { laterToday.append((bought, OrderScope(of: record.order).number, change)) }
    }
  }

  /// The orders bought in `[from, to)`, as they stand at `now`.
  func tally(from: Date, to end: Date, _ db: Database) throws -> ScopedTally {
    let to = min(end, now)
    let start = max(from.clampedSeconds, 0)
    // Before 1970 nobody bought anything.
    guard hasOrders, start < to.seconds else { return ScopedTally() }
    if let tally = known[start..<to.seconds] { return tally }
    var tally = ScopedTally()
    let firstDay = (start + 86_399) / 86_400
    let lastDay = try wholeDays(before: to, db)
    if firstDay < lastDay {
      try addOlder(to: &tally, from: firstDay, to: min(lastDay, firstLoaded), db)
      for day in max(firstDay, firstLoaded)..<max(lastDay, firstLoaded) { if let own = days[day] { tally += own } }
      let whole = Date(seconds: firstDay * 86_400)..<Date(seconds: lastDay * 86_400)
      for later in laterToday where whole.contains(later.bought) { tally[later.scope] -= later.change }
      try addPart(of: &tally, from: start, to: firstDay * 86_400, db)
      try addPart(of: &tally, from: lastDay * 86_400, to: to.seconds, db)
    } else {
      try addPart(of: &tally, from: start, to: to.seconds, db)
    }
    known[start..<to.seconds] = tally
    return tally
  }

  /// The day before which all days lie in the window as a whole: the one that its end cuts too, if nothing was bought on
  /// it afterwards.
  private func wholeDays(before end: Date, _ db: Database) throws -> Int {
    let day = end.utcDay
    guard end.seconds > day * 86_400 else { return day }
    let isCut = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM orders WHERE account_id = ? AND purchased_at >= ? AND purchased_at < ?)"),
      arguments: [account, end.seconds, (day + 1) * 86_400])
    return isCut == true ? day : day + 1
  }

  /// Adds what was bought on a part of a day.
  private func addPart(of tally: inout ScopedTally, from: Int, to: Int, _ db: Database) throws {
    guard from < to else { return }
    let firstHour = (from + 3599) / 3600
    let lastHour = to / 3600
    guard firstHour < lastHour else { return try addOrders(to: &tally, from: from, to: to, db) }
    try addOrders(to: &tally, from: from, to: firstHour * 3600, db)
    try addOrders(to: &tally, from: lastHour * 3600, to: to, db)
    let hours = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT scope, \(Self.columns) FROM order_hours WHERE account_id = ? AND hour >= ? AND hour < ?"),
      arguments: [account, firstHour, lastHour])
    while let row = try hours.next() { tally[row[0]] += OrderTally(row, from: 1) }
    let unsettled = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(OrderRows.countedColumns) FROM orders
          WHERE account_id = ? AND purchased_at >= ? AND purchased_at < ? AND settled_at >= ?
          """), arguments: [account, firstHour * 3600, lastHour * 3600, now.seconds])
    for record in try OrderRows.counted(unsettled, account: account, db) {
      tally[record] -= OrderTally(of: record, at: .distantFuture) - OrderTally(of: record, at: now)
    }
  }

  private func addOrders(to tally: inout ScopedTally, from: Int, to: Int, _ db: Database) throws {
    guard from < to else { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql:
          "SELECT \(OrderRows.countedColumns) FROM orders WHERE account_id = ? AND purchased_at >= ? AND purchased_at < ?"
      ),
      arguments: [account, from, to])
    for record in try OrderRows.counted(rows, account: account, db) { tally[record] += OrderTally(of: record, at: now) }
  }
}
