import Foundation
import HealthCore
import ServiceDesk
import Testing

@testable import Intake

@Suite("Tables of other marketplaces")
struct OtherTablesTests {
  private func inquiries(_ rows: String...) -> ReadTable {
    let header = "inquiry_id,channel,buyer_id,buyer_country,received_at,first_reply_at,state"
    return ReadTable(AlibabaInquiries.self, ([header] + rows).joined(separator: "\n"))
  }

  @Test("An inquiry and its reply are one record of two messages")
  func inquiry() throws {
    let table = inquiries("INQ-90211,inquiry,b_5521,DE,2026-09-10T08:02:00Z,2026-09-10T19:40:00Z,replied")
    #expect(table.records.count == 1)
    try #require(table.messages.count == 2)
    let (asked, answered) = (table.messages[0], table.messages[1])
    #expect(asked.id == "INQ-90211" && asked.direction == .in && asked.from == "b_5521" && asked.buyer == "b_5521")
    #expect(asked.at == instant("2026-09-10T08:02:00Z") && asked.channel == .message && !asked.isAutomatic)
    #expect(asked.subject == "Inquiry INQ-90211" && asked.text == "" && asked.canChange)
    #expect(answered.id == "INQ-90211 reply" && answered.direction == .out && answered.from == "Lamp Shop")
    #expect(answered.at == instant("2026-09-10T19:40:00Z"))
    #expect(table.messages.allSatisfy { $0.threads == .init(names: ["inquiry INQ-90211"]) && $0.accountID == 4 })
  }

  @Test("A chat without an answer is one message")
  func chat() {
    let table = inquiries("1,CHAT,b,DE,2026-09-10T08:02:00Z,,open")
    #expect(table.messages.map(\.channel) == [.chat] && table.messages.map(\.isAutomatic) == [false])
  }

  @Test(
    "What leaves the calculation starts no timer",
    arguments: [
      "1,chat,b,DE,2026-09-10,,trash", "1,,b,,2026-09-10,,rejected", "1,,b,,2026-09-10,,Spam",
      "1,,b,cn,2026-09-10,,open",
    ])
  func leftOut(row: String) {
    #expect(inquiries(row).messages.map(\.isAutomatic) == [true])
  }

  @Test("What a row leaves open keeps what is known")
  func open() {
    let table = inquiries("1,,b,,2026-09-10,,")
    #expect(table.messages.map(\.leavesOpen) == [[.channel, .automatic]])
  }

  @Test("An answer before the question is kept and flagged")
  func contradictory() {
    let table = inquiries("1,chat,b,DE,2026-09-10,2026-09-09,replied")
    #expect(table.messages.map(\.flaws) == [["answered before it was received"], []])
  }

  @Test(
    "Bad inquiries are named",
    arguments: [
      (",chat,b,DE,2026-09-10,,open", "has no inquiry_id"), ("1,chat,b,DE,,,open", "has no received_at"),
      ("1,fax,b,DE,2026-09-10,,open", "channel \"fax\" is none of inquiry, chat"),
      ("1,chat,b,DE,2026-09-10,,lost", "state \"lost\" is none of open, replied, rejected, spam, trash"),
      (
        "1,chat,b,DE,10/09/2026,,open",
        "received_at \"10/09/2026\" is no date; write it as 2026-11-22T04:00:00Z or 2026-11-22"
      ),
    ])
  func bad(row: String, reason: String) {
    #expect(inquiries(row).reasons == [reason])
  }

  @Test("Etsy's documented line")
  func etsy() {
    let header = DocumentedHeaders.etsyOrders.joined(separator: ",")
    let row =
      "09/03/26,3300012345,birdlover9,Ana Diaz,Ana,Diaz,1,Credit Card,09/05/26,1 Elm St,,Boise,ID,83702,United States,USD"
      + ",18.00,,,0,0,4.50,1.35,23.85,Paid,0.97,22.88,0,0,0,Ana Diaz,online,online_cc"
    let table = ReadTable(EtsyOrders.self, "\(header)\n\(row)\n", zone: "America/Boise")
    var expected = OrderFact(number: "3300012345")
    expected.purchasedAt = instant("2026-09-03T06:00:00Z")
    expected.shippedAt = instant("2026-09-05T06:00:00Z")
    (expected.fulfilledBy, expected.units, expected.total) = (.seller, 1, "23.85")
    (expected.currency, expected.buyer) = ("USD", "Ana Diaz")
    #expect(table.orders == [expected] && table.reasons == [])
  }

  @Test("Etsy's dates are month first, always")
  func etsyDates() {
    let header = "Sale Date,Order ID,Date Shipped,Order Total"
    let table = ReadTable(EtsyOrders.self, "\(header)\n13/09/26,1,,5\n09/13/26,2,,5\n")
    #expect(table.orders.map(\.number) == ["2"])
    #expect(table.reasons == ["sale date \"13/09/26\" is no date; Etsy writes month/day/year, 09/03/26"])
  }
}
