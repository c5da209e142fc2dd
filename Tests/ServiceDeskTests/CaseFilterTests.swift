import Foundation
import Testing

@testable import ServiceDesk

@Suite("Filters narrow the queue")
struct CaseFilterTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var word: String
    var condition: CaseFilter.Condition
    var isNegated = false

    var testDescription: String { word }
  }

  @Test(
    "Each word is one term",
    arguments: [
      Row(word: "1042", condition: .id(1042)), Row(word: "#1042", condition: .id(1042)),
      Row(word: "kind:feedback", condition: .kind(.feedback)), Row(word: "Kind:Feedback", condition: .kind(.feedback)),
      Row(word: "account:amazon-us", condition: .account("amazon-us")), Row(word: "state:all", condition: .anyState),
      Row(word: "state:waiting", condition: .state(.waiting)),
      Row(word: "-state:waiting", condition: .state(.waiting), isNegated: true),
      Row(word: "due:<4h", condition: .due(.less, seconds: 14_400)),
      Row(word: "due:>=1d", condition: .due(.atLeast, seconds: 86_400)),
      Row(word: "due:4h", condition: .due(.atMost, seconds: 14_400)),
      Row(word: "due:<-2h", condition: .due(.less, seconds: -7200)),
      Row(word: "due:none", condition: .withoutDeadline), Row(word: "overdue", condition: .overdue),
      Row(word: "-overdue", condition: .overdue, isNegated: true), Row(word: "tag:refund", condition: .tag("refund")),
      Row(word: "-tag:spam", condition: .tag("spam"), isNegated: true),
      Row(word: "buyer:dana", condition: .buyer("dana")),
      Row(word: "order:114-", condition: .order("114-")), Row(word: "assignee:none", condition: .unassigned),
      Row(word: "unassigned", condition: .unassigned), Row(word: "priority:High", condition: .priority(.high)),
      Row(word: "rating:<=2", condition: .rating(.atMost, 2)), Row(word: "rating:5", condition: .rating(.equal, 5)),
      // The quotation marks are gone by then: the shell has taken them off.
      Row(word: "text:where is", condition: .text("where is")), Row(word: "text:a:b", condition: .text("a:b")),
      Row(word: "timer:on-time", condition: .timer(TimerQuery(status: .onTime))),
      Row(word: "window:30", condition: .timer(TimerQuery(days: 30))),
      Row(word: "hour:0", condition: .timer(TimerQuery(hour: 0))),
      Row(word: "weekday:SUN", condition: .timer(TimerQuery(weekday: 7))),
    ])
  func reading(row: Row) throws {
    #expect(try CaseFilter(words: [row.word]).terms == [.init(condition: row.condition, isNegated: row.isNegated)])
  }

  @Test(
    "A word that can't be read is named, with one that can",
    arguments: [
      ("where", "text:\"where\""), ("--overdue", "text:\"-overdue\""), ("color:red", "account:amazon-us"),
      ("kind:letter", "kind:feedback"), ("state:", "state:waiting"), ("due:soon", "due:<4h"), ("due:<", "due:<4h"),
      ("rating:good", "rating:<=2"), ("hour:24", "hour:14"), ("weekday:1", "weekday:mon"), ("window:0", "window:30"),
      ("priority:top", "priority:high"), ("timer:slow", "timer:late"),
    ])
  func refused(word: String, example: String) {
    let fault = #expect(throws: FilterFault.self) { try CaseFilter(words: ["overdue", word]) }
    #expect(fault?.word == word)
    #expect(fault?.example == example)
    #expect(fault?.reason.isEmpty == false)
  }

  @Test(
    "Every example that the grammar gives can be read", arguments: CaseFilter.keys.map(\.example) + CaseFilter.flags)
  func examples(example: String) throws {
    #expect(try CaseFilter(words: [example]).terms.count == 1)
    #expect(CaseFilter.looksLikeFilter(example))
    #expect(CaseFilter.looksLikeFilter("-" + example))
  }

  @Test(
    "What is read as a term whatever its case looks like one too",
    arguments: ["Kind:feedback", "OVERDUE", "-Tag:spam"])
  func looksAlike(word: String) throws {
    #expect(try CaseFilter(words: [word]).terms.count == 1)
    #expect(CaseFilter.looksLikeFilter(word))
  }

  @Test(
    "Case numbers and plain words don't look like filters", arguments: ["1042", "refunded", "a:b", "http://x", ".", ""])
  func noFilter(word: String) {
    #expect(!CaseFilter.looksLikeFilter(word))
  }

  static let subject: Case = {
    var subject = Case(id: 7, accountID: 1, kind: .feedback, settledAt: start)
    subject.buyer = "Dana Poe"
    subject.order = "114-5550101-2220202"
    subject.rating = 2
    subject.tags = ["Refund"]
    subject.dueAt = hour(3)
    subject.language = "de"
    return subject
  }()

  @Test(
    "Terms are and-ed, and held against the case",
    arguments: [
      ("", true), ("7", true), ("8", false), ("kind:feedback rating:<=2", true), ("kind:feedback rating:<2", false),
      ("account:Amazon-US", true), ("account:ebay", false), ("tag:refund", true), ("-tag:refund", false),
      ("-tag:spam", true), ("buyer:dana", true), ("buyer:POE", true), ("order:5550101", true), ("unassigned", true),
      ("assignee:sam", false), ("due:<4h", true), ("due:<3h", false), ("due:<=3h", true), ("due:>2h", true),
      ("due:none", false), ("overdue", false), ("-overdue", true), ("language:DE", true), ("priority:normal", true),
      ("state:open", true), ("state:resolved", false), ("state:any", true),
    ])
  func matching(words: String, fits: Bool) throws {
    let filter = try CaseFilter(words: words.split(separator: " ").map(String.init))
    #expect(filter.matches(Self.subject, account: "amazon-us", at: start) == fits)
  }

  @Test("A case without a value fits no comparison with it")
  func unknownValues() throws {
    let bare = Case(id: 1, accountID: 1, kind: .message, settledAt: start)
    for word in ["rating:<=2", "due:<4h", "overdue", "buyer:a", "order:1", "language:de"] {
      #expect(!(try CaseFilter(words: [word]).matches(bare, account: "a", at: start)), "\(word)")
    }
  }

  @Test("Timer terms speak of one timer, and lift the restriction to open cases")
  func timerTerms() throws {
    let filter = try CaseFilter(words: ["timer:late", "agent:sam", "window:30"])
    #expect(filter.timerQuery == TimerQuery(status: .late, days: 30, agent: "sam"))
    #expect(filter.namesState)
    #expect(!(try CaseFilter(words: ["overdue"]).namesState))
    #expect(try CaseFilter(words: ["text:lamp", "overdue", "text:red"]).wantedTexts == ["lamp", "red"])
  }
}
