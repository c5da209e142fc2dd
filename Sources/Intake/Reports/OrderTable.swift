import HealthCore

/// The desk's own columns for orders (INTERFACE.md, Imports).
///
/// A million rows go through here: each column is asked for once.
package struct OrderTable: TableFormat {
  package static let name = "orders"
  package static let title = "a table of orders"
  package static let kind = ImportKind.orders
  package static let fields = [
    "order_id", "purchased_at", "ship_by", "shipped_at", "deliver_by", "delivered_at", "cancelled_at", "cancelled_by",
    "carrier", "tracking", "tracking_valid", "fulfilled_by", "business", "units", "total", "currency", "buyer",
    "product", "label",
  ]
  package static let required = ["order_id"]

  /// Feedback, claims and messages name orders too.
  package static func recognises(_ columns: [String]) -> Bool {
    columns.contains("order_id")
      && !columns.contains { ["feedback_id", "claim_id", "violation_id", "message_id", "at"].contains($0) }
  }

  private var dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    var order = OrderFact(number: try row.needed("order_id"))
    order.purchasedAt = try dates.instant(row["purchased_at"], named: "purchased_at")
    order.shipBy = try dates.instant(row["ship_by"], named: "ship_by", edge: .last)
    order.shippedAt = try dates.instant(row["shipped_at"], named: "shipped_at")
    order.deliverBy = try dates.instant(row["deliver_by"], named: "deliver_by", edge: .last)
    order.deliveredAt = try dates.instant(row["delivered_at"], named: "delivered_at")
    order.cancelledAt = try dates.instant(row["cancelled_at"], named: "cancelled_at")
    order.cancelledBy = try Cell.word(row["cancelled_by"], named: "cancelled_by")
    order.carrier = row["carrier"]
    order.tracking = row["tracking"]
    order.hasValidTracking = try Cell.boolean(row["tracking_valid"], named: "tracking_valid")
    order.fulfilledBy = try Cell.word(row["fulfilled_by"], named: "fulfilled_by")
    order.isBusiness = try Cell.boolean(row["business"], named: "business")
    order.units = try Cell.count(row["units"], named: "units")
    order.total = try Cell.amount(row["total"], named: "total")
    order.currency = row["currency"]?.uppercased()
    order.buyer = row["buyer"]
    order.product = row["product"]
    order.hasMarketplaceLabel = try Cell.boolean(row["label"], named: "label")
    return [IncomingRecord(line: row.line, facts: [.order(order)])]
  }
}
