import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Amazon's orders, with all item lines of one as one")
struct AmazonOrdersTests {
  /// Without the columns that nothing is taken from.
  static let header = [
    "amazon-order-id", "purchase-date", "last-updated-date", "order-status", "fulfillment-channel", "quantity",
    "currency", "item-price", "item-tax", "shipping-price", "item-promotion-discount", "is-business-order",
  ].joined(separator: "\t")

  private func line(
    _ id: String, status: String = "Shipped", channel: String = "Merchant", quantity: String = "1",
    price: String = "24.90", tax: String = "1.99"
  ) -> String {
    let cells = [
      id, "2026-09-02T14:11:09+00:00", "2026-09-03T09:00:00+00:00", status, channel, quantity, "USD", price, tax,
      "0.00", "5.00", "false",
    ]
    return cells.joined(separator: "\t")
  }

  private func read(_ lines: [String]) -> ReadTable {
    ReadTable(AmazonOrders.self, ([Self.header] + lines).joined(separator: "\n"), separator: "\t")
  }

  @Test("The documented line, with all its columns")
  func documented() {
    let row =
      "114-5550101-2220202\tSO-778\t2026-09-02T14:11:09+00:00\t2026-09-03T09:00:00+00:00\tShipped\tMerchant\tAmazon.com"
      + "\tWeb\tStandard\tGarden Lamp 40cm\tGL-40\tB0TEST4040\tShipped\t1\tUSD\t24.90\t1.99\t0.00\t0.00\t\t\t\t\tAUSTIN"
      + "\tTX\t78701\tUS\t\t\tfalse\t\t"
    let header = DocumentedHeaders.amazonOrders.joined(separator: "\t")
    let table = ReadTable(AmazonOrders.self, "\(header)\n\(row)\n", separator: "\t")
    var expected = OrderFact(number: "114-5550101-2220202")
    expected.purchasedAt = instant("2026-09-02T14:11:09Z")
    (expected.fulfilledBy, expected.isBusiness, expected.units) = (.seller, false, 1)
    (expected.total, expected.currency, expected.product) = ("26.89", "USD", "GL-40")
    #expect(table.orders == [expected] && table.reasons == [])
  }

  @Test("Lines that do not stand together make one order, at the place of the first")
  func apart() {
    let table = read([line("1", quantity: "2", price: "0.10"), line("2"), line("1", price: "0.20", tax: "0.005")])
    #expect(table.orders.map(\.number) == ["1", "2"])
    #expect(table.orders.map(\.units) == [3, 1])
    #expect(table.orders.map(\.total) == ["2.295", "26.89"])
    #expect(table.records.map(\.line) == [2, 3])
  }

  @Test("A thousand orders are held; a line that comes later still is rejected, for it would be taken for the whole")
  func window() {
    let far = (0..<999).map { line("x\($0)") }
    #expect(read([line("1")] + far + [line("1")]).orders.first?.units == 2)
    let table = read([line("1")] + far + [line("y"), line("1")])
    #expect(table.orders.count == 1001 && table.orders.map(\.number).first == "1")
    #expect(table.orders.map(\.number).last == "y")
    #expect(table.reasons == ["\"1\" began over 1000 records further up; sort the file by it"])
  }

  @Test("A cancelled order has its date, but no one who did it; without prices there is no total")
  func cancelled() {
    let table = read([line("1", status: "Cancelled", quantity: "0", price: "", tax: "")])
    #expect(table.orders.first?.cancelledAt == instant("2026-09-03T09:00:00Z"))
    #expect(table.orders.first?.cancelledBy == nil && table.orders.first?.units == 0)
    #expect(read([line("1")]).orders.first?.shippedAt == nil)
  }

  @Test(
    "Who fulfils it",
    arguments: [("Merchant", .seller), ("Amazon", .marketplace), ("AFN", .marketplace), ("mfn", .seller), ("", nil)]
      as [(String, OrderFact.Fulfilment?)])
  func fulfilment(channel: String, by: OrderFact.Fulfilment?) {
    #expect(read([line("1", channel: channel)]).orders.map(\.fulfilledBy) == [by])
  }

  @Test("An order with a bad line is rejected as a whole, once, wherever that line stands")
  func bad() {
    for lines in [[line("1"), line("1", quantity: "-1")], [line("1", quantity: "-1"), line("1")]] {
      let table = read(lines + [line("1"), line("2")])
      #expect(table.orders.map(\.number) == ["2"])
      #expect(table.reasons.count == 1 && table.reasons[0].hasPrefix("quantity \"-1\" is no whole number"))
      #expect(table.rejects.map(\.line) == [lines[0] == line("1") ? 3 : 2])
    }
    #expect(read([line("1", price: "-2.00")]).reasons.first?.hasPrefix("item-price \"-2.00\" is no amount") == true)
    #expect(
      read([line("1", channel: "Moon")]).reasons == ["fulfillment-channel \"Moon\" is neither Merchant nor Amazon"])
    #expect(read(["1\t2"]).reasons == ["has 2 cells, the header 12"])
    #expect(read([line("")]).reasons == ["has no amazon-order-id"])
  }

  @Test("Orders to be shipped, by the end of the day promised")
  func unshipped() {
    let header =
      "order-id\torder-item-id\tpurchase-date\tpromise-date\tbuyer-email\tquantity-purchased\tis-business-order"
    let table = ReadTable(
      AmazonUnshipped.self,
      """
      \(header)
      114-1\t1\t2026-09-02T14:11:09+00:00\t2026-09-05\tx@marketplace.amazon.com\t2\ttrue
      114-2\t2\t2026-09-02T14:11:09+00:00\t2026-09-04T23:59:59-07:00\t\t1\tfalse
      114-1\t3\t2026-09-02T14:11:09+00:00\t2026-09-04\tx@marketplace.amazon.com\t1\ttrue
      """, separator: "\t", zone: "America/Los_Angeles")
    #expect(table.orders.map(\.number) == ["114-1", "114-2"])
    #expect(table.orders.map(\.shipBy) == [instant("2026-09-05T06:59:59Z"), instant("2026-09-05T06:59:59Z")])
    #expect(table.orders.map(\.units) == [3, 1])
    #expect(table.orders.map(\.isBusiness) == [true, false])
    #expect(table.orders.allSatisfy { $0.fulfilledBy == .seller && $0.buyer == nil })
  }
}
