import Foundation
import Testing

@testable import ServiceDesk

@Suite("Dates, amounts and names are written as the buyer writes them")
struct BuyersFormTests {
  /// On 2 March 2026.
  static func form(_ language: String, monthFirst: Bool = true) -> BuyersForm {
    BuyersForm(language: language, monthFirst: monthFirst, today: CivilDay(number: 20514))
  }

  static func day(_ text: String) -> ReplyValue { ReplyValue(typed: text, as: .date) }

  @Test(
    "A day of this year and one of another",
    arguments: [
      ("en", "March 12", "March 12, 2025", "3/12/2026", "Thursday"),
      ("de", "12. März", "12. März 2025", "12.03.2026", "Donnerstag"),
      ("es", "12 de marzo", "12 de marzo de 2025", "12/03/2026", "jueves"),
      ("fr", "12 mars", "12 mars 2025", "12/03/2026", "jeudi"),
      ("zh", "3月12日", "2025年3月12日", "2026/3/12", "星期四"),
      // Of a language that has no form of its own, English is read.
      ("sv", "March 12", "March 12, 2025", "3/12/2026", "Thursday"),
    ])
  func days(language: String, near: String, far: String, short: String, weekday: String) {
    let form = Self.form(language)
    #expect(form.written(Self.day("2026-03-12")) == near)
    #expect(form.written(Self.day("2026-03-12"), .date) == near)
    #expect(form.written(Self.day("2025-03-12")) == far)
    #expect(form.written(Self.day("2026-03-12"), .shortDate) == short)
    #expect(form.written(Self.day("2026-03-12"), .weekday) == weekday)
  }

  @Test("Outside America the day goes before the month, and French begins a month with 1er")
  func others() {
    #expect(Self.form("en", monthFirst: false).written(Self.day("2026-03-12")) == "12 March")
    #expect(Self.form("en", monthFirst: false).written(Self.day("2026-03-12"), .shortDate) == "12/03/2026")
    #expect(Self.form("fr").written(Self.day("2026-05-01")) == "1er mai")
  }

  @Test(
    "An amount however it was typed",
    arguments: [
      ("en", "12.50 EUR", "€12.50"), ("de", "12.50 EUR", "12,50\u{A0}€"), ("fr", "€12,50", "12,50\u{A0}€"),
      ("en", "$12", "$12"), ("zh", "12.5元", "¥12.5"), ("en", "12.50 CHF", "12.50\u{A0}CHF"), ("en", "12,50", "12.50"),
      ("es", "usd 7", "7\u{A0}$"), ("en", "£3", "£3"),
      // Not an amount that is sure: left as typed.
      ("en", "1,250", "1,250"), ("en", "half of it", "half of it"), ("de", "1.234,56 EUR", "1.234,56 EUR"),
    ])
  func money(language: String, typed: String, written: String) {
    #expect(Self.form(language).written(ReplyValue(typed: typed, as: .money)) == written)
  }

  @Test(
    "What is no date stays as it was typed",
    arguments: ["Friday", "12. März", "2026-3-12", "2026-02-30", "2026-03-12 10:00", "明天"])
  func typedDays(text: String) {
    #expect(ReplyValue(typed: text, as: .date) == .text(text))
  }

  @Test(
    "First names",
    arguments: [
      ("Dana Poe", "Dana"), ("Anne-Marie Lund", "Anne-Marie"), ("O’Brien", "O’Brien"), ("赵启明", nil), ("김민수", nil),
      ("J. Smith", nil), ("D", nil), ("dana@example.com", nil), ("", nil), ("4711 buyer", nil),
      ("محمد علي", "محمد"),
    ] as [(String, String?)])
  func firstNames(name: String, first: String?) {
    #expect(BuyersForm.firstName(of: name) == first)
    #expect(Self.form("en").written(.text(name), .firstName) == first ?? name)
  }

  @Test(
    "What a field can't be is told of, words are let pass",
    arguments: [
      (CannedReply.FieldKind.date, "2026-13-45", false), (.date, "2026-02-30", false), (.date, "30.11.2026", false),
      (.date, "2026-03-12", true), (.date, "Friday", true), (.date, "12. März", true), (.date, "3月12日", true),
      (.money, "abc", false), (.money, "-5", false), (.money, "12.50EUR", true), (.money, "half of 20 €", true),
      (.number, "two", false), (.number, "2", true), (.text, "-", true),
    ])
  func faults(kind: CannedReply.FieldKind, text: String, isFine: Bool) {
    var field = CannedReply.Field(name: "x")
    field.kind = kind
    #expect((field.fault(of: text) == nil) == isFine)
  }
}
