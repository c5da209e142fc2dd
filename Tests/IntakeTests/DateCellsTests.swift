import Foundation
import ServiceDesk
import Testing

@testable import Intake

@Suite("Cells become dates, amounts and days")
struct DateCellsTests {
  static let forms = [
    "2026-11-22", "2026-11-22T04:05:06Z", "2026-11-22 04:05:06", "2026-11-22T04:05Z", "2026-11-22T04:05:06.789Z",
    "2026-11-22T04:05:06+01:00", "2026-11-22t04:05:06z", "0001-01-01", "9999-12-31", "2026-02-29", "2026-13-01",
    "2026-11-22T24:00:00Z", "2026-11-22T04:05:60Z", "2026-11-22X04:05:06Z", "2026/11/22", "20261122", "2026-11-22T", "",
    "2026-11-2x", "二〇二六年一一", "2026-11-22T04:05:06Zulu",
    // When clocks are changed.
    "2026-03-08T02:30:00", "2026-11-01T01:30:00", "2026-11-01", "2018-11-04", "2018-11-04T00:30:00",
  ]

  @Test(
    "The quick way says what the parser of instants says",
    arguments: ["UTC", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia"])
  func quick(zone: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    var cells = DateCells(zone: zone)
    for text in Self.forms {
      for edge in [InstantParser.DayEdge.first, .last] {
        let date = try? cells.instant(text, named: "at", edge: edge)
        #expect(date == InstantParser.parse(text, zone: zone, edge: edge), "\(text)")
      }
    }
  }

  @Test(
    "Amounts are added exactly",
    arguments: [
      (["24.90", "1.99"], "26.89"), (["0.1", "0.2"], "0.3"), (["1000"], "1000"), (["1.5", "2.25", "3"], "6.75"),
      (["0.00", "0.01"], "0.01"), (["999999999999.999999", "0.000001"], "1000000000000.000000"), (["007"], "7"),
    ])
  func amounts(written: [String], sum: String) throws {
    let amounts = try written.map { try #require(Amount($0)) }
    let total = amounts.dropFirst().reduce(amounts.first) { total, amount in total?.adding(amount) }
    #expect(total?.description == sum)
  }

  @Test(
    "What is no amount",
    arguments: ["", "-1", "+1", "1,5", "1.", ".5", "1.2.3", "1e3", "NaN", "١", "1234567890123", "0.1234567", " 1"])
  func noAmount(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test("A sum too large to be held is none")
  func overflow() throws {
    var total = Amount("999999999999.999999")
    for _ in 0..<20 { total = total.flatMap { $0.adding($0) } }
    #expect(total == nil)
  }

  @Test(
    "Days by numbers",
    arguments: [
      ("9/14/26", .monthDayYear, "2026-09-14"), ("14/9/2026", .dayMonthYear, "2026-09-14"),
      ("14.09.26", .dayMonthYear, "2026-09-14"), ("2026/09/14", .yearMonthDay, "2026-09-14"),
      ("9/14/26 10:22", .monthDayYear, "2026-09-14"), ("13/25/2026", .monthDayYear, nil), ("9/14", .monthDayYear, nil),
      ("9/14/26/1", .monthDayYear, nil), ("9/x/26", .monthDayYear, nil), ("-9/1/26", .monthDayYear, nil),
      ("", .monthDayYear, nil),
    ] as [(String, WrittenDay.Order, String?)])
  func writtenDays(text: String, order: WrittenDay.Order, day: String?) {
    #expect(WrittenDay(text)?.day(in: order)?.description == day)
  }

  @Test(
    "Days by a month's name",
    arguments: [
      ("11-Sep-2026", "2026-09-11"), ("02-DEC-2026", "2026-12-02"), ("31-Sep-2026", nil), ("11-Sept-2026", nil),
      ("11-Sep-26", nil), ("Sep-11-2026", nil),
    ])
  func named(text: String, day: String?) {
    #expect(WrittenDay.withMonthName(text)?.description == day)
  }
}
