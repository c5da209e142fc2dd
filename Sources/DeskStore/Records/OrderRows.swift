import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// Orders with what hangs on them, between their rows and their values.
enum OrderRows {
  static let columns =
    "number, purchased_at, ship_by, shipped_at, deliver_by, delivered_at, cancelled_at, cancelled_by, carrier, "
    + "tracking, tracking_valid, fulfilled_by, business, units, total, currency, buyer, product, "
    + "marketplace_label"
  /// How many they are: what a query asks for after them stands from here on.
  static let count = 19

  /// An order and what of its row is not part of the fact.
  struct Stored {
    var id: Int64
    var order: OrderFact
    var isLinked: Bool
    var riskCases: Int
  }

  static func read(_ row: Row) -> OrderFact {
    var order = OrderFact(number: row[0])
    order.purchasedAt = instant(row[1])
    order.shipBy = instant(row[2])
    order.shippedAt = instant(row[3])
    order.deliverBy = instant(row[4])
    order.deliveredAt = instant(row[5])
    order.cancelledAt = instant(row[6])
    order.cancelledBy = (row[7] as String?).flatMap(OrderFact.Canceller.init)
    order.carrier = row[8]
    order.tracking = row[9]
    order.hasValidTracking = row[10]
    order.fulfilledBy = (row[11] as String?).flatMap(OrderFact.Fulfilment.init)
    order.isBusiness = row[12]
    order.units = row[13]
    order.total = row[14]
    order.currency = row[15]
    order.buyer = row[16]
    order.product = row[17]
    order.hasMarketplaceLabel = row[18]
    return order
  }

  static func arguments(_ order: OrderFact) -> [(any DatabaseValueConvertible)?] {
    [
      order.number, order.purchasedAt?.seconds, order.shipBy?.seconds, order.shippedAt?.seconds,
      order.deliverBy?.seconds, order.deliveredAt?.seconds, order.cancelledAt?.seconds, order.cancelledBy?.rawValue,
      order.carrier, order.tracking, order.hasValidTracking, order.fulfilledBy?.rawValue, order.isBusiness,
      order.units, order.total, order.currency, order.buyer, order.product, order.hasMarketplaceLabel,
    ]
  }

  static func stored(_ number: String, account: Int64, _ db: Database) throws -> Stored? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(columns), id, is_linked, risk_cases FROM orders WHERE account_id = ? AND number = ?"),
      arguments: [account, number]
    ).map { Stored(id: $0[count], order: read($0), isLinked: $0[count + 1], riskCases: $0[count + 2]) }
  }

  /// The order with its negative feedback and its claims, whatever its row says about having any.
  static func record(of order: OrderFact, account: Int64, _ db: Database) throws -> OrderRecord {
    OrderRecord(
      order: order,
      feedback: try Row.fetchAll(db.cachedStatement(sql: negativeFeedback), arguments: [account, order.number])
        .map(feedback),
      claims: try Row.fetchAll(db.cachedStatement(sql: claims), arguments: [account, order.number]).map(claim))
  }

  private static let negativeFeedback =
    "SELECT \(feedbackColumns) FROM feedback WHERE account_id = ? AND order_number = ? AND rating <= 2"
  private static let claims = "SELECT \(claimColumns) FROM claims WHERE account_id = ? AND order_number = ?"

  /// What an order is counted by: the rest of its row is not even read.
  static let countedColumns =
    "purchased_at, ship_by, shipped_at, deliver_by, delivered_at, cancelled_at, cancelled_by, tracking IS NOT NULL, "
    + "tracking_valid, fulfilled_by, business, units, is_linked, CASE WHEN is_linked THEN number END"

  /// The orders of a query over `countedColumns`, each with what hangs on it. Their other fields are left empty.
  static func counted(_ rows: RowCursor, account: Int64, _ db: Database) throws -> [OrderRecord] {
    var records: [OrderRecord] = []
    while let row = try rows.next() {
      var order = OrderFact(number: row[13] ?? "")
      order.purchasedAt = instant(row[0])
      order.shipBy = instant(row[1])
      order.shippedAt = instant(row[2])
      order.deliverBy = instant(row[3])
      order.deliveredAt = instant(row[4])
      order.cancelledAt = instant(row[5])
      order.cancelledBy = (row[6] as String?).flatMap(OrderFact.Canceller.init)
      order.tracking = (row[7] as Bool) ? "known" : nil
      order.hasValidTracking = row[8]
      order.fulfilledBy = (row[9] as String?).flatMap(OrderFact.Fulfilment.init)
      order.isBusiness = row[10]
      order.units = row[11]
      records.append((row[12] as Bool) ? try record(of: order, account: account, db) : OrderRecord(order: order))
    }
    return records
  }

  /// The orders of a query over `columns` and `is_linked`, each with what hangs on it.
  static func records(_ rows: RowCursor, account: Int64, _ db: Database) throws -> [OrderRecord] {
    var records: [OrderRecord] = []
    while let row = try rows.next() {
      let order = read(row)
      records.append((row[count] as Bool) ? try record(of: order, account: account, db) : OrderRecord(order: order))
    }
    return records
  }

  // MARK: - What hangs on them

  /// With what the desk itself has done about it: an agent's word that it is gone counts until a report says more.
  static let feedbackColumns =
    "external_id, order_number, rating, comment, left_at, answered_at, ifnull(removed_at, desk_removed_at)"

  static func feedback(_ row: Row) -> FeedbackFact {
    var fact = FeedbackFact(id: row[0])
    fact.order = row[1]
    fact.rating = row[2]
    fact.comment = row[3]
    fact.leftAt = instant(row[4])
    fact.answeredAt = instant(row[5])
    fact.removedAt = instant(row[6])
    return fact
  }

  /// A report's end of a claim goes before the desk's; a report that only knows it as pending does not.
  static let claimColumns = """
    external_id, order_number, kind, opened_at, due_at, ifnull(closed_at, desk_closed_at),
    CASE WHEN desk_outcome IS NOT NULL AND closed_at IS NULL AND ifnull(outcome, 'pending') = 'pending'
      THEN desk_outcome ELSE outcome END, reason, amount, currency, text
    """

  static func claim(_ row: Row) -> ClaimFact {
    var fact = ClaimFact(id: row[0])
    fact.order = row[1]
    fact.kind = (row[2] as String?).flatMap(ClaimFact.Kind.init)
    fact.openedAt = instant(row[3])
    fact.dueAt = instant(row[4])
    fact.closedAt = instant(row[5])
    fact.outcome = (row[6] as String?).flatMap(ClaimFact.Outcome.init)
    fact.reason = (row[7] as String?).flatMap(ClaimFact.Reason.init)
    fact.amount = row[8]
    fact.currency = row[9]
    fact.text = row[10]
    return fact
  }

  static let violationColumns =
    "external_id, kind, severity, opened_at, due_at, resolved_at, listing, text"

  static func violation(_ row: Row) -> ViolationFact {
    var fact = ViolationFact(id: row[0])
    fact.kind = (row[1] as String?).flatMap(ViolationFact.Kind.init)
    fact.severity = (row[2] as String?).flatMap(ViolationFact.Severity.init)
    fact.openedAt = instant(row[3])
    fact.dueAt = instant(row[4])
    fact.resolvedAt = instant(row[5])
    fact.listing = row[6]
    fact.text = row[7]
    return fact
  }

  private static func instant(_ seconds: Int?) -> Date? { seconds.map { Date(seconds: $0) } }
}
