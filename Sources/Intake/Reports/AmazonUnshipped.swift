import HealthCore

/// Amazon's unshipped-orders report, GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING (MARKETPLACES.md 6.5 [O]): one line
/// an item of the orders that the seller has yet to ship, with the date promised.
///
/// Of what it says about buyers only a name is taken: mail address, telephone and postal address stay in the file.
package struct AmazonUnshipped: TableFormat {
  package static let name = "amazon-unshipped-orders"
  package static let title = "Amazon's unshipped-orders report"
  package static let kind = ImportKind.orders
  package static let fields = [
    "order-id", "purchase-date", "promise-date", "quantity-purchased", "is-business-order", "buyer-name",
  ]
  package static let required = ["order-id"]

  package static func recognises(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["order-id", "order-item-id", "promise-date"])
  }

  private var dates: DateCells
  private var orders = LineGatherer<OrderLines>()

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let number = try row.needed("order-id")
    let line = Result { () throws(IntakeFault) -> OrderLines in try self.line(row, of: number) }
    return try orders.add(number, line: row.line, line)
  }

  package mutating func finish() -> [IncomingRecord] { orders.finish() }

  private mutating func line(_ row: TableRow, of number: String) throws(IntakeFault) -> OrderLines {
    var line = OrderLines(number: number)
    line.order.purchasedAt = try dates.instant(row["purchase-date"], named: "purchase-date")
    line.order.shipBy = try dates.instant(row["promise-date"], named: "promise-date", edge: .last)
    line.order.fulfilledBy = .seller
    line.order.isBusiness = try Cell.boolean(row["is-business-order"], named: "is-business-order")
    line.order.units = try Cell.count(row["quantity-purchased"], named: "quantity-purchased")
    line.order.buyer = row["buyer-name"]
    return line
  }
}
