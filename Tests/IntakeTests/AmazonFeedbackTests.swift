import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Amazon's feedback, however its dates and its header are written")
struct AmazonFeedbackTests {
  static let today = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"
  static let older =
    "Date\tRating\tComments\tYour Response\tArrived on Time\tItem as Described\tCustomer Service\tOrder ID"
    + "\tRater Email\tRater Role"

  private func read(_ header: String, _ rows: [String], zone: String = "UTC") -> ReadTable {
    ReadTable(AmazonFeedback.self, ([header] + rows).joined(separator: "\n"), separator: "\t", zone: zone)
  }

  private func dated(_ dates: [String], zone: String = "Europe/Berlin") -> ReadTable {
    read(Self.today, dates.enumerated().map { "\($1)\t2\tLate\t\t114-5550101-222000\($0)\t" }, zone: zone)
  }

  @Test("The layout of today, without the buyer's address")
  func layout() {
    let table = read(
      Self.today,
      ["9/14/26\t2\tBox was crushed\tSorry!\t114-5550101-2220202\tq7m2k9x4z1@marketplace.amazon.com"])
    var expected = FeedbackFact(id: "114-5550101-2220202")
    (expected.order, expected.rating, expected.comment) = ("114-5550101-2220202", 2, "Box was crushed")
    expected.leftAt = instant("2026-09-14")
    #expect(table.feedback == [expected])
  }

  @Test("The older layout")
  func olderLayout() {
    let table = read(Self.older, ["9/14/26\t1\tNever came\t\tNo\tYes\tNo\t114-5550101-2220202\tx@y.example\tBuyer"])
    #expect(table.feedback.map(\.id) == ["114-5550101-2220202"] && table.feedback.map(\.rating) == [1])
  }

  @Test(
    "A header in another language, by position",
    arguments: [
      "Datum\tBewertung\tKommentare\tIhre Antwort\tBestellnummer\tE-Mail des Käufers",
      "日付\t評価\tコメント\t回答\t注文番号\tEメール", "Fecha\tPuntos\tOpinión\tRespuesta\tPedido\tCorreo",
      "Date\tÉvaluation\tCommentaires\tVotre réponse\tNuméro de commande\tE-mail",
    ])
  func localised(header: String) {
    #expect(AmazonFeedback.recognises(header.lowercased().split(separator: "\t").map(String.init)))
    let table = read(header, ["2026/09/14\t3\t まあまあ \t\t249-5550101-2220202\tx@y.example"], zone: "Asia/Tokyo")
    #expect(table.feedback.map(\.comment) == ["まあまあ"] && table.feedback.map(\.rating) == [3])
    #expect(table.feedback.map(\.id) == ["249-5550101-2220202"])
    #expect(table.feedback.map(\.leftAt) == [instant("2026-09-13T15:00:00Z")])
  }

  @Test("Ten columns in another language")
  func localisedTen() {
    let table = read(
      "Datum\tBewertung\tKommentare\tAntwort\ta\tb\tc\tBestellnummer\tMail\tRolle",
      ["14.09.26\t2\tSpät\t\tNein\tJa\tJa\t305-5550101-2220202\tx@y.example\tKäufer"], zone: "Europe/Berlin")
    #expect(table.feedback.map(\.id) == ["305-5550101-2220202"])
    #expect(table.feedback.map(\.leftAt) == [instant("2026-09-13T22:00:00Z")])
  }

  @Test(
    "Other tables of six columns are none",
    arguments: ["a,b,c,d,e,f", "feedback_id,order_id,rating,comment,left_at,answered_at", "datum,bewertung,kommentar"])
  func others(header: String) {
    #expect(!AmazonFeedback.recognises(header.split(separator: ",").map(String.init)))
  }

  @Test(
    "All dates of a file together tell how they are written",
    arguments: [
      (["9/3/26", "9/14/26"], "UTC", ["2026-09-03", "2026-09-14"]),
      (["3/9/26", "14/9/26"], "UTC", ["2026-09-03", "2026-09-14"]),
      (["3/9/26"], "Europe/Berlin", ["2026-09-02T22:00:00Z"]),
      (["9/3/26"], "America/New_York", ["2026-09-03T04:00:00Z"]),
      (["14.09.2026", "9/3/26"], "America/New_York", ["2026-09-14T04:00:00Z", "2026-09-03T04:00:00Z"]),
      (
        ["2026/9/14", "2026-09-14", "2026-09-14T10:00:00Z"], "UTC",
        ["2026-09-14", "2026-09-14", "2026-09-14T10:00:00Z"]
      ),
    ])
  func dates(written: [String], zone: String, read: [String]) {
    let table = dated(written, zone: zone)
    #expect(table.feedback.map(\.leftAt) == read.map(instant) && table.reasons == [])
  }

  @Test("Dates that don't fit the others are rejected")
  func misfits() {
    let table = dated(["14/9/26", "9/14/26", "15/9/26", "13/25/2026", "soon", ""])
    #expect(table.feedback.map(\.id) == [0, 2, 5].map { "114-5550101-222000\($0)" })
    #expect(table.rejects.map(\.line) == [3, 5, 6])
    #expect(table.reasons.first == "date \"9/14/26\" is no day/month/year, as the dates of this file are")
  }

  @Test(
    "Bad values are named",
    arguments: [
      ("9/14/26\t0\tx\t\t\t", "rating \"0\" is not 1 to 5"), ("9/14/26\t9\tx\t\t\t", "rating \"9\" is not 1 to 5"),
      ("9/14/26\t\tx\t\t\t", "has no rating"), ("9/14/26\t2", "has 2 cells, the header 6"),
    ])
  func bad(row: String, reason: String) {
    #expect(read(Self.today, [row]).reasons == [reason])
  }

  @Test("By position, what is no order number shows that this is another table")
  func noOrderNumber() {
    let table = read("Datum\tBewertung\tc\td\te\tf", ["14.09.26\t2\tx\t\tDana\t"])
    #expect(table.reasons == ["cell 5 \"Dana\" is no order number of Amazon's"])
  }

  @Test("Without an order a digest names it, the same at each import, and equal rows apart")
  func digests() {
    let rows = ["9/14/26\t2\tLate\t\t\t", "9/14/26\t2\tLate\t\t\t", "9/14/26\t3\tLate\t\t\t"]
    let ids = read(Self.today, rows).feedback.map(\.id)
    #expect(Set(ids).count == 3 && ids == read(Self.today, rows).feedback.map(\.id))
    #expect(ids.allSatisfy { $0.hasPrefix("sha256:") })
  }
}
