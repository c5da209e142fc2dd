import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// One transaction's worth of orders, feedback, claims and violations: each into its table, into the totals, and to the
/// case that it makes.
struct HealthFiling {
  let desk: Desk
  let db: Database
  var totals = OrderTotals()
  var feedbackDays: [FeedbackDay: Int] = [:]
  /// What has come up for the queue, to be filed as cases with the same transaction.
  var matters: [MatterMessage] = []
  /// Whether an account has any feedback or claims, which its orders might be waiting for.
  private var hasLinks: [Int64: Bool] = [:]

  struct FeedbackDay: Hashable {
    var account: Int64
    var day: Int
    var stars: Int
  }

  init(_ desk: Desk, _ db: Database) {
    self.desk = desk
    self.db = db
  }

  /// Writes the totals.
  mutating func flush() throws {
    try totals.flush(db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO feedback_days (account_id, day, stars, n) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET n = n + excluded.n
        """)
    for (key, change) in feedbackDays where change != 0 {
      try statement.execute(arguments: [key.account, key.day, key.stars, change])
    }
    feedbackDays = [:]
  }

  mutating func takeMatters() -> [MatterMessage] {
    defer { matters = [] }
    return matters
  }

  // MARK: - Orders

  mutating func file(_ row: OrderFact, account: Account) throws -> ImportOutcome {
    if try insert(row, account: account) { return .added }
    guard let stored = try OrderRows.stored(row.number, account: account.id, db) else { return .unchanged }
    var row = row
    // What a purge has taken away does not come back with an old file.
    if row.buyer != nil, try Purged.contains(stored.id, of: "orders", db) { row.buyer = nil }
    let merged = stored.order.updated(by: row)
    if merged == stored.order { return .unchanged }
    var record = OrderRecord(order: stored.order)
    if stored.isLinked { record = try OrderRows.record(of: stored.order, account: account.id, db) }
    totals.count(record, account: account.id, sign: -1)
    record.order = merged
    totals.count(record, account: account.id, sign: 1)
    try db.cachedStatement(sql: Self.updateOrder).execute(
      arguments: StatementArguments(
        OrderRows.arguments(merged) + [
          Self.settled(record), try risk(of: merged, account, except: stored.riskCases), stored.id,
        ]))
    if stored.riskCases != 0 {
      let risks = ShipmentRisk.all(of: merged, lead: try desk.shipmentLead(of: account))
      for stage in ShipmentRisk.Stage.allCases where stored.riskCases & (1 << stage.rawValue) != 0 {
        matters.append(.shipment(stage, risks.first { $0.stage == stage }, merged, account))
      }
    }
    return .updated
  }

  /// False where an order of that number is known.
  private mutating func insert(_ order: OrderFact, account: Account) throws -> Bool {
    let record = try waiting(for: order, account)
    let isLinked = !record.feedback.isEmpty || !record.claims.isEmpty
    let statement = try db.cachedStatement(sql: Self.insertOrder)
    try statement.execute(
      arguments: StatementArguments(
        [account.id, isLinked, Self.settled(record), try risk(of: order, account, except: 0)]
          + OrderRows.arguments(order)))
    guard db.changesCount > 0 else { return false }
    totals.count(record, account: account.id, sign: 1)
    return true
  }

  /// The order with the feedback and claims that came before it.
  private mutating func waiting(for order: OrderFact, _ account: Account) throws -> OrderRecord {
    let has: Bool
    if let known = hasLinks[account.id] {
      has = known
    } else {
      has =
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM feedback WHERE account_id = ?1)
              OR EXISTS (SELECT 1 FROM claims WHERE account_id = ?1)
            """, arguments: [account.id]) ?? false
      hasLinks[account.id] = has
    }
    return has ? try OrderRows.record(of: order, account: account.id, db) : OrderRecord(order: order)
  }

  private static let insertOrder = """
    INSERT OR IGNORE INTO orders (account_id, is_linked, settled_at, risk_at, risk_cases, \(OrderRows.columns))
    VALUES (?, ?, ?, ?, 0, \(places(OrderRows.count)))
    """
  private static let updateOrder = """
    UPDATE orders SET (\(OrderRows.columns)) = (\(places(OrderRows.count))), settled_at = ?, risk_at = ? WHERE id = ?
    """

  private static func settled(_ record: OrderRecord) -> Int { record.changes.max()?.seconds ?? 0 }

  static func places(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  /// When the order becomes a case for the first stage that it is none for yet.
  private func risk(of order: OrderFact, _ account: Account, except cases: Int) throws -> Int? {
    // What was delivered or cancelled long ago, as most of a first import was, is no risk.
    if order.deliveredAt != nil || order.cancelledAt != nil, order.shippedAt != nil { return nil }
    let lead = try desk.shipmentLead(of: account)
    return ShipmentRisk.all(of: order, lead: lead)
      .filter { $0.endsAt == nil && cases & (1 << $0.stage.rawValue) == 0 }
      .map(\.opensAt.seconds).min()
  }

  /// Changes what hangs on an order, and the order's counts with it.
  mutating func changing(
    _ number: String?, account: Account, _ change: (inout HealthFiling) throws -> Void
  ) throws {
    hasLinks[account.id] = true
    guard let number, let stored = try OrderRows.stored(number, account: account.id, db) else {
      return try change(&self)
    }
    let before = try OrderRows.record(of: stored.order, account: account.id, db)
    try change(&self)
    let after = try OrderRows.record(of: stored.order, account: account.id, db)
    guard before != after else { return }
    totals.count(before, account: account.id, sign: -1)
    totals.count(after, account: account.id, sign: 1)
    try db.cachedStatement(sql: "UPDATE orders SET is_linked = ?, settled_at = ? WHERE id = ?").execute(
      arguments: [!after.feedback.isEmpty || !after.claims.isEmpty, Self.settled(after), stored.id])
  }
}
