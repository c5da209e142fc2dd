import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// Which orders are counted together: by who ships them, and whether a business bought them.
struct OrderScope: Hashable {
  let number: Int
  static let count = 6

  init(of order: OrderFact) {
    number = (order.isSellerFulfilled ? 0 : 3) + (order.isBusiness.map { $0 ? 1 : 0 } ?? 2)
  }

  /// The scopes of a question. An order of which nobody has said whether a business bought it counts as one where only
  /// those are asked for: a shop that says so nowhere sells to businesses or has no such question.
  static func numbers(_ fulfilment: OrderFact.Fulfilment?, businessOnly: Bool) -> [Int] {
    let bases = fulfilment.map { [$0 == .seller ? 0 : 3] } ?? [0, 3]
    return bases.flatMap { base in (businessOnly ? [1, 2] : [0, 1, 2]).map { base + $0 } }
  }
}

/// Counts of orders, apart for each scope.
struct ScopedTally: Equatable {
  private var tallies = Array(repeating: OrderTally(), count: OrderScope.count)

  subscript(scope: Int) -> OrderTally {
    get { tallies[scope] }
    set { tallies[scope] = newValue }
  }

  subscript(record: OrderRecord) -> OrderTally {
    get { tallies[OrderScope(of: record.order).number] }
    set { tallies[OrderScope(of: record.order).number] = newValue }
  }

  func sum(_ scopes: [Int]) -> OrderTally { scopes.reduce(into: OrderTally()) { $0 += tallies[$1] } }

  static func += (left: inout ScopedTally, right: ScopedTally) {
    for scope in left.tallies.indices { left.tallies[scope] += right.tallies[scope] }
  }
}

/// Collects what changes in the totals of orders and writes it in one go.
struct OrderTotals {
  private struct Cell: Hashable {
    var account: Int64
    var scope: OrderScope
    /// A day or an hour since 1970.
    var cell: Int
  }
  private struct Effect: Hashable {
    var cell: Cell
    var effectDay: Int
  }

  private var days: [Cell: OrderTally] = [:]
  private var hours: [Cell: OrderTally] = [:]
  private var effects: [Effect: OrderTally] = [:]

  /// Counts an order in (`sign` 1) or out (-1).
  mutating func count(_ record: OrderRecord, account: Int64, sign: Int) {
    guard let bought = record.order.purchasedAt else { return }
    let scope = OrderScope(of: record.order)
    let day = bought.utcDay
    let dayCell = Cell(account: account, scope: scope, cell: day)
    let hourCell = Cell(account: account, scope: scope, cell: bought.utcHour)
    var before = OrderTally()
    for effectDay in Self.effectDays(record) {
      let after = OrderTally(of: record, at: Date(seconds: (effectDay + 1) * 86_400))
      let change = after - before
      if !change.isZero {
        Self.add(change, sign, to: &effects[Effect(cell: dayCell, effectDay: effectDay), default: OrderTally()])
      }
      before = after
    }
    Self.add(before, sign, to: &days[dayCell, default: OrderTally()])
    Self.add(before, sign, to: &hours[hourCell, default: OrderTally()])
  }

  private static func add(_ change: OrderTally, _ sign: Int, to tally: inout OrderTally) {
    if sign > 0 { tally += change } else { tally -= change }
  }

  private static func effectDays(_ record: OrderRecord) -> [Int] {
    var days: [Int] = []
    for change in record.changes {
      let day = change.utcDay
      if !days.contains(day) { days.append(day) }
    }
    return days.sorted()
  }

  /// Writes what was counted and starts again from nothing.
  mutating func flush(_ db: Database) throws {
    try Self.write(days, to: "order_days", key: "day", db)
    try Self.write(hours, to: "order_hours", key: "hour", db)
    let statement = try db.cachedStatement(sql: Self.upsert("order_effects", keys: ["effect_day", "day"]))
    for (key, tally) in effects where !tally.isZero {
      var values: [Int] = [Int(key.cell.account), key.cell.scope.number, key.effectDay, key.cell.cell]
      values += tally.columns
      try statement.execute(arguments: StatementArguments(values))
    }
    days.removeAll(keepingCapacity: true)
    hours.removeAll(keepingCapacity: true)
    effects.removeAll(keepingCapacity: true)
  }

  private static func write(_ cells: [Cell: OrderTally], to table: String, key: String, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: upsert(table, keys: [key]))
    for (cell, tally) in cells where !tally.isZero {
      var values: [Int] = [Int(cell.account), cell.scope.number, cell.cell]
      values += tally.columns
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  private static func upsert(_ table: String, keys: [String]) -> String {
    let columns = ["account_id", "scope"] + keys + Schema2.counts
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let sums = Schema2.counts.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places)) "
      + "ON CONFLICT DO UPDATE SET \(sums)"
  }
}

extension OrderTally {
  /// In the order of `Schema2.counts`.
  var columns: [Int] { OrderCount.allCases.map { self[$0] } }

  /// Reads the counts of a row from `first` on.
  init(_ row: Row, from first: Int) {
    self.init()
    for count in OrderCount.allCases { self[count] = row[first + count.rawValue] }
  }
}

extension Date {
  /// The number of the UTC hour, 0 for the first of 1970.
  var utcHour: Int {
    let seconds = seconds
    return seconds >= 0 ? seconds / 3600 : -((3599 - seconds) / 3600)
  }
}
