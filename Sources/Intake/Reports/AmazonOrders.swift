import HealthCore

/// Amazon's all-orders report, GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL and its sibling by last update
/// (MARKETPLACES.md 6.5 [O]): one line an item, with neither buyer nor ship-by date.
package struct AmazonOrders: TableFormat {
  package static let name = "amazon-all-orders"
  package static let title = "Amazon's all-orders report"
  package static let kind = ImportKind.orders
  package static let fields =
    [
      "amazon-order-id", "purchase-date", "last-updated-date", "order-status", "fulfillment-channel", "quantity", "sku",
      "asin",
    ]
    + ["currency"] + prices + ["is-business-order"]
  package static let required = ["amazon-order-id"]

  /// What the buyer pays for a line. The discounts stand in columns of their own and change none of these.
  private static let prices = [
    "item-price", "item-tax", "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax",
  ]

  package static func recognises(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["amazon-order-id", "purchase-date", "order-status"])
  }

  private var dates: DateCells
  private var orders = LineGatherer<OrderLines>()

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let number = try row.needed("amazon-order-id")
    let line = Result { () throws(IntakeFault) -> OrderLines in try self.line(row, of: number) }
    return try orders.add(number, line: row.line, line)
  }

  package mutating func finish() -> [IncomingRecord] { orders.finish() }

  private mutating func line(_ row: TableRow, of number: String) throws(IntakeFault) -> OrderLines {
    var line = OrderLines(number: number)
    line.order.purchasedAt = try dates.instant(row["purchase-date"], named: "purchase-date")
    // A shipped order leaves shippedAt open: the report has no date of shipment, and the last update may be of
    // anything. A cancelled one was last updated by its cancellation, though nothing here says by whom.
    if let status = row["order-status"]?.lowercased(), ["cancelled", "canceled"].contains(status) {
      line.order.cancelledAt = try dates.instant(row["last-updated-date"], named: "last-updated-date")
    }
    line.order.fulfilledBy = try fulfilment(row["fulfillment-channel"])
    line.order.isBusiness = try Cell.boolean(row["is-business-order"], named: "is-business-order")
    line.order.units = try Cell.count(row["quantity"], named: "quantity")
    line.order.product = row["sku"] ?? row["asin"]
    line.order.currency = row["currency"]?.uppercased()
    for column in Self.prices {
      if let text = row[column] { try line.add(try Cell.exactAmount(text, named: column)) }
    }
    return line
  }

  /// Left open where it is not told; another word must not pass for the seller's own shipment.
  private func fulfilment(_ text: String?) throws(IntakeFault) -> OrderFact.Fulfilment? {
    guard let text else { return nil }
    switch text.lowercased() {
    case "merchant", "mfn": return .seller
    case "amazon", "afn": return .marketplace
    default:
      throw IntakeFault(reason: "fulfillment-channel \"\(Cell.short(text))\" is neither Merchant nor Amazon")
    }
  }
}
