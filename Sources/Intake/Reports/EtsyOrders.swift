import Foundation
import HealthCore
import ServiceDesk

/// Etsy's sold orders, Shop Manager's CSV (MARKETPLACES.md 6.13 [T]): one line an order, dates as 09/03/26 in American
/// order. Of the buyer only the name is taken.
package struct EtsyOrders: TableFormat {
  package static let name = "etsy-sold-orders"
  package static let title = "Etsy's sold-orders file"
  package static let kind = ImportKind.orders
  package static let fields = [
    "sale date", "order id", "full name", "number of items", "date shipped", "currency", "order total",
  ]
  package static let required = ["order id"]

  package static func recognises(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["sale date", "order id", "date shipped", "order total"])
  }

  private let dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    var order = OrderFact(number: try row.needed("order id"))
    order.purchasedAt = try day(row["sale date"], named: "sale date")
    order.shippedAt = try day(row["date shipped"], named: "date shipped")
    // Etsy has no fulfilment of its own.
    order.fulfilledBy = .seller
    order.units = try Cell.count(row["number of items"], named: "number of items")
    order.total = try Cell.amount(row["order total"], named: "order total")
    order.currency = row["currency"]?.uppercased()
    order.buyer = row["full name"]
    return [IncomingRecord(line: row.line, facts: [.order(order)])]
  }

  private func day(_ text: String?, named name: String) throws(IntakeFault) -> Date? {
    guard let text else { return nil }
    guard let written = WrittenDay(text), let day = written.day(in: written.order ?? .monthDayYear) else {
      throw IntakeFault(reason: "\(name) \"\(Cell.short(text))\" is no date; Etsy writes month/day/year, 09/03/26")
    }
    return dates.start(of: day)
  }
}
