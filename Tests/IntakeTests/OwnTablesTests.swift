import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("The desk's own columns become facts")
struct OwnTablesTests {
  @Test("A full order")
  func order() throws {
    let table = ReadTable(
      OrderTable.self,
      """
      order_id,purchased_at,ship_by,shipped_at,deliver_by,delivered_at,cancelled_at,cancelled_by,carrier,tracking,tracking_valid,fulfilled_by,business,units,total,currency,buyer,colour
      114-1,2026-09-02T14:11:09Z,2026-09-04,2026-09-03 09:30:00,2026-09-09,2026-09-08T10:00:00+02:00,2026-09-10,Buyer,USPS,9400,TRUE,seller,0,2,26.89,usd,Dana Poe,red
      """, zone: "Europe/Berlin")
    var expected = OrderFact(number: "114-1")
    expected.purchasedAt = instant("2026-09-02T14:11:09Z")
    expected.shipBy = instant("2026-09-04T21:59:59Z")
    expected.shippedAt = instant("2026-09-03T07:30:00Z")
    expected.deliverBy = instant("2026-09-09T21:59:59Z")
    expected.deliveredAt = instant("2026-09-08T08:00:00Z")
    expected.cancelledAt = instant("2026-09-09T22:00:00Z")
    expected.cancelledBy = .buyer
    (expected.carrier, expected.tracking, expected.hasValidTracking) = ("USPS", "9400", true)
    (expected.fulfilledBy, expected.isBusiness, expected.units) = (.seller, false, 2)
    (expected.total, expected.currency, expected.buyer) = ("26.89", "USD", "Dana Poe")
    #expect(table.orders == [expected])
    #expect(table.records.map(\.line) == [2])
  }

  @Test("Empty cells leave everything open, the date of purchase too")
  func open() {
    let table = ReadTable(OrderTable.self, "order_id,purchased_at,units,total,business\n114-1,,,,\n114-2, , , ,\n")
    #expect(table.orders == [OrderFact(number: "114-1"), OrderFact(number: "114-2")])
  }

  @Test("Contradictory dates are kept")
  func contradictory() {
    let table = ReadTable(OrderTable.self, "order_id,purchased_at,shipped_at\n114-1,2026-09-02,2026-09-01\n")
    #expect(table.orders.map(\.flaws) == [["shipped before it was bought"]])
  }

  @Test("A full feedback")
  func feedback() {
    let table = ReadTable(
      FeedbackTable.self,
      """
      feedback_id,order_id,rating,comment,left_at,answered_at,removed_at
      f1,114-1,2,Box was crushed,2026-09-14,2026-09-15T08:00:00Z,2026-09-20
      f2,,,,,,
      """)
    var expected = FeedbackFact(id: "f1")
    (expected.order, expected.rating, expected.comment) = ("114-1", 2, "Box was crushed")
    expected.leftAt = instant("2026-09-14")
    expected.answeredAt = instant("2026-09-15T08:00:00Z")
    expected.removedAt = instant("2026-09-20")
    #expect(table.feedback == [expected, FeedbackFact(id: "f2")])
  }

  @Test("A full claim, due with the last second of its day")
  func claim() {
    let table = ReadTable(
      ClaimTable.self,
      """
      claim_id,order_id,kind,opened_at,due_at,closed_at,outcome,reason,amount,currency,text
      c1,114-1,A-to-Z,2026-09-14,2026-09-16,2026-09-20,Marketplace-funded,fraud,24.90,eur,Not received
      """, zone: "America/New_York")
    var expected = ClaimFact(id: "c1")
    (expected.order, expected.kind, expected.outcome, expected.reason) = ("114-1", .aToZ, .marketplaceFunded, .fraud)
    expected.openedAt = instant("2026-09-14T04:00:00Z")
    expected.dueAt = instant("2026-09-17T03:59:59Z")
    expected.closedAt = instant("2026-09-20T04:00:00Z")
    (expected.amount, expected.currency, expected.text) = ("24.90", "EUR", "Not received")
    #expect(table.claims == [expected])
  }

  @Test("A full violation")
  func violation() {
    let table = ReadTable(
      ViolationTable.self,
      """
      violation_id,kind,severity,opened_at,due_at,resolved_at,listing,text
      v1,review-policy,HIGH,2026-09-14,2026-09-16,2026-09-20,B0TEST4040,Asked for a review
      """)
    var expected = ViolationFact(id: "v1")
    (expected.kind, expected.severity, expected.listing) = (.reviewPolicy, .high, "B0TEST4040")
    expected.openedAt = instant("2026-09-14")
    expected.dueAt = instant("2026-09-16T23:59:59Z")
    expected.resolvedAt = instant("2026-09-20")
    expected.text = "Asked for a review"
    #expect(table.violations == [expected])
  }

  static let bad: [(any TableFormat.Type, String, String, String)] = [
    (OrderTable.self, "order_id,carrier", ",USPS", "has no order_id"),
    (
      OrderTable.self, "order_id,purchased_at", "1,13/25/2026",
      "purchased_at \"13/25/2026\" is no date; write it as 2026"
    ),
    (OrderTable.self, "order_id,shipped_at", "1,09/03/26", "shipped_at \"09/03/26\" is no date"),
    (OrderTable.self, "order_id,ship_by", "1,2026-02-30", "ship_by \"2026-02-30\" is no date"),
    (OrderTable.self, "order_id,delivered_at", "1,2026-09-02T25:00:00Z", "is no date"),
    (OrderTable.self, "order_id,cancelled_by", "1,Dana", "cancelled_by \"Dana\" is none of seller, buyer, marketplace"),
    (OrderTable.self, "order_id,fulfilled_by", "1,me", "fulfilled_by \"me\" is none of seller, marketplace"),
    (OrderTable.self, "order_id,business", "1,yes", "business \"yes\" is neither true nor false"),
    (OrderTable.self, "order_id,units", "1,-1", "units \"-1\" is no whole number"),
    (OrderTable.self, "order_id,units", "1,1.5", "units \"1.5\" is no whole number"),
    (OrderTable.self, "order_id,units", "1,99999999999999999999", "is no whole number"),
    (OrderTable.self, "order_id,total", "1,-1.00", "total \"-1.00\" is no amount"),
    (OrderTable.self, "order_id,total", "1,$5", "total \"$5\" is no amount from 0 on; write it as 1234.50"),
    (OrderTable.self, "order_id,total", "1,NaN", "is no amount"),
    (OrderTable.self, "order_id,units", "1", "has 1 cells, the header 2"),
    (FeedbackTable.self, "feedback_id,rating", "f1,0", "rating \"0\" is not 1 to 5"),
    (FeedbackTable.self, "feedback_id,rating", "f1,9", "rating \"9\" is not 1 to 5"),
    (FeedbackTable.self, "feedback_id,rating", "f1,2.5", "rating \"2.5\" is not 1 to 5"),
    (FeedbackTable.self, "feedback_id,rating", ",3", "has no feedback_id"),
    (ClaimTable.self, "claim_id,kind", "c1,theft", "kind \"theft\" is none of a-to-z, chargeback, return"),
    (ClaimTable.self, "claim_id,outcome", "c1,maybe", "outcome \"maybe\" is none of pending, granted"),
    (ClaimTable.self, "claim_id,amount", "c1,12 EUR", "amount \"12 EUR\" is no amount"),
    (
      ViolationTable.self, "violation_id,severity", "v1,huge",
      "severity \"huge\" is none of low, medium, high, critical"
    ),
    (FigureTable.self, "metric,value", "sales,4", "metric \"sales\" is none of order-defect-rate"),
    (FigureTable.self, "metric,value", "response-rate,98%", "value \"98%\" is no number; write it as 0.98"),
    (FigureTable.self, "metric,value", "response-rate,nan", "value \"nan\" is no number"),
    (FigureTable.self, "metric,value", "response-rate,1e999", "is no number"),
    (FigureTable.self, "metric,value", "response-rate,", "has neither a value nor"),
    (FigureTable.self, "metric,value,target", "response-rate,1,-1", "target \"-1\" is no number"),
    (FigureTable.self, "metric,value,condition", "response-rate,1,over", "condition \"over\" is none of lessThan"),
    (FigureTable.self, "metric,value,days", "response-rate,1,30", "days \"30\" needs from, to or reported_at"),
    (FigureTable.self, "metric,value,days,from", "response-rate,1,0,2026-09-01", "days \"0\" is not 1 to 36500"),
    (
      FigureTable.self, "metric,value,days,from,to", "response-rate,1,30,2026-09-01,2026-09-07",
      "days \"30\" contradicts from and to"
    ),
  ]

  @Test("A bad value is named, and the other rows go in", arguments: bad)
  func rejected(format: any TableFormat.Type, header: String, row: String, reason: String) {
    let table = ReadTable(format, "\(header)\n\(row)\n")
    #expect(table.records == [])
    #expect(table.rejects.map(\.line) == [2])
    #expect(table.reasons.first?.contains(reason) == true, "\(table.reasons)")
  }

  @Test("A long value is shown short")
  func long() {
    let table = ReadTable(OrderTable.self, "order_id,units\n1,\(String(repeating: "9", count: 5000))\n2,1\n")
    #expect(table.reasons.allSatisfy { $0.count < 150 } && table.orders.map(\.number) == ["2"])
  }

  @Test("Figures typed by hand, each a report of its own")
  func figures() throws {
    let table = ReadTable(
      FigureTable.self,
      """
      metric,days,from,to,numerator,denominator,value,target,condition,verdict,reported_at
      inventory-performance-index,,,,,,512,400,atLeast,GOOD,2026-09-20
      response-rate,30,,2026-09-19,49,50,,0.9,ATLEAST,,
      late-shipment-rate,10,,,,,0.02,,,,2026-09-20T12:00:00Z
      valid-tracking-rate,7,2026-09-01,,,,0.97,,,,
      """)
    #expect(table.reasons == [] && table.snapshots.allSatisfy { $0.format == "figures" && $0.figures.count == 1 })
    let figures = table.snapshots.flatMap(\.figures)
    try #require(figures.count == 4)
    #expect(figures[0].metric == .inventoryPerformanceIndex && figures[0].value == 512 && figures[0].verdict == "GOOD")
    #expect(figures[0].target == Decimal("400") && figures[0].condition == .atLeast && figures[0].days == nil)
    #expect(table.snapshots[0].reportedAt == instant("2026-09-20"))
    #expect(figures[1].value == 0.98 && figures[1].days == 30 && figures[1].condition == .atLeast)
    #expect(figures[1].from == instant("2026-08-21") && figures[1].to == instant("2026-09-19T23:59:59Z"))
    #expect(figures[2].days == 10 && figures[2].to == instant("2026-09-20T12:00:00Z"))
    #expect(figures[3].days == 7 && figures[3].to == instant("2026-09-07T23:59:59Z"))
  }

  @Test("Columns that can't work are named before any row is read")
  func missing() {
    #expect(OrderTable.missing(["Order_ID", "units"], mapping: [:]) == nil)
    #expect(OrderTable.missing(["Number"], mapping: ["order_id": "number"]) == nil)
    #expect(
      OrderTable.missing(["Number", "Day"], mapping: [:])
        == "has no column order_id; its columns are Number, Day; name the right one with --map order_id=COLUMN")
    #expect(ClaimTable.missing(["claim_id"], mapping: ["colour": "x"])?.contains("unknown field colour") == true)
    #expect(ClaimTable.missing(["claim_id"], mapping: ["text": "x"])?.contains("the column x") == true)
  }
}
