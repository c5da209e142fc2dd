import Foundation
import Testing

@testable import ServiceDesk

@Suite("Suggestions learn")
struct SuggestionTests {
  static let lessons: [Lesson] = [
    ("where is my parcel", "tracking"), ("my package has not arrived", "tracking"),
    ("still waiting for delivery", "tracking"),
    ("the cup came broken", "damaged"), ("arrived in pieces", "damaged"), ("screen has a crack", "damaged"),
    ("I want my money back", "refund"), ("when do I get the refund", "refund"), ("no refund on my card yet", "refund"),
  ].map { Lesson(text: $0.0, response: $0.1) }

  private func best(_ model: SuggestionModel, _ text: String) -> String? {
    model.ranking(of: MessageFeatures(of: text)).first?.label
  }

  @Test(
    "Slips of the keys, capitals, accents and digits don't matter",
    arguments: [
      ("WHERE IS MY PARCLE??", "tracking"), ("my pakage did not arive", "tracking"), ("cracked screen", "damaged"),
      ("refund pls", "refund"), ("móney báck", "refund"),
    ])
  func fitting(text: String, label: String) {
    #expect(best(SuggestionModel(Self.lessons), text) == label)
  }

  @Test("The same lessons make the same model, to the bit")
  func deterministic() {
    #expect(SuggestionModel(Self.lessons).encoded() == SuggestionModel(Self.lessons).encoded())
  }

  @Test("A single lesson is learned at once, a new label too")
  func atOnce() {
    var model = SuggestionModel(Self.lessons)
    #expect(best(model, "can I get an invoice for my company") != "invoice")
    model.learn(Lesson(text: "please send me an invoice", response: "invoice"))
    #expect(best(model, "can I get an invoice for my company") == "invoice")
    #expect(best(model, "where is my parcel") == "tracking")
  }

  @Test("More labels than a row first has room for keep what was learned")
  func manyLabels() {
    var model = SuggestionModel()
    let names = "bcdfghjklmnpqrstvwxz".flatMap { one in ["a", "e"].map { "\(one)\($0)\(one)o" } }
    for name in names + names { model.learn(Lesson(text: "about \(name)", response: name)) }
    #expect(names.filter { best(model, "about \($0)") != $0 } == [])
    #expect(model.labels == names)
  }

  @Test("A model is kept as bytes and read back; what is damaged is not read")
  func codec() throws {
    var model = SuggestionModel(Self.lessons)
    model.learn(Lesson(text: "发票", response: "invoice", facts: ["order:late"]))
    let bytes = model.encoded()
    let read = try #require(SuggestionModel(bytes))
    #expect(read.encoded().count == bytes.count)
    for text in ["where is it", "发票在哪里", ""] {
      let (one, other) = (model.ranking(of: MessageFeatures(of: text)), read.ranking(of: MessageFeatures(of: text)))
      #expect(one.map(\.label) == other.map(\.label) && one.map(\.probability) == other.map(\.probability))
    }
    #expect(SuggestionModel(bytes.dropLast()) == nil)
    #expect(SuggestionModel(Data()) == nil)
    #expect(SuggestionModel(Data([9, 9, 9, 9]) + bytes) == nil)
  }

  @Test("Texts without words, and very long ones, are no trouble", arguments: ["", "?!", "…", "😀", "\u{202E}"])
  func wordless(text: String) {
    let model = SuggestionModel(Self.lessons)
    #expect(model.ranking(of: MessageFeatures(of: text)).count == 3)
    #expect(
      model.ranking(of: MessageFeatures(of: String(repeating: "where is my parcel ", count: 50_000))).first?.label
        == "tracking")
  }

  // MARK: - Canned replies

  static func reply(_ name: String, _ matter: String) throws -> CannedReply {
    try CannedReply(name: name, language: "en", file: "---\n\(matter)\n---\nHello")
  }

  static func library() throws -> [CannedReply] {
    try [
      reply("late", "use-when: the parcel is late and the buyer asks where it is\norders: [late]"),
      reply("on-the-way", "use-when: the buyer asks where the parcel is\norders: [shipped, not-shipped]"),
      reply("damaged", "use-when: the item came broken\nbuyers-say: [it is in pieces, cracked]"),
      reply("follow-up", "use-when: ask where to leave feedback\nproactive: true"),
    ]
  }

  private func question(_ text: String, _ order: OrderSituation = .none) -> SuggestionQuestion {
    SuggestionQuestion(text: text, kind: .message, order: order, language: "en")
  }

  @Test("An unseen desk goes by what the files say, and by the order")
  func unseen() throws {
    let suggester = ReplySuggester(candidates: try Self.library(), learned: SuggestionModel())
    let late = suggester.suggestions(for: question("Where is my parcel?", .late))
    #expect(late.first?.response == "late")
    #expect(late.first?.why.contains("order past its promise") == true)
    #expect(late.first?.why.first?.hasPrefix("“") == true)
    #expect(suggester.suggestions(for: question("Where is my parcel?", .shipped)).first?.response == "on-the-way")
    #expect(suggester.suggestions(for: question("it came in pieces")).first?.response == "damaged")
    // What nobody asks for is never an answer.
    #expect(!late.contains { $0.response == "follow-up" })
    #expect(abs(late.reduce(0) { $0 + $1.score } - 1) < 0.001)
  }

  @Test("Picks outweigh the files as they grow, and the reason says so")
  func picked() throws {
    var learned = SuggestionModel()
    let question = question("Where is my parcel?", .late)
    for _ in 0..<3 { learned.learn(Lesson(text: question.text, response: "damaged", facts: question.facts)) }
    let found = ReplySuggester(candidates: try Self.library(), learned: learned).suggestions(for: question)
    #expect(found.first?.response == "damaged")
    #expect(found.first?.why.contains("picked 3 times") == true)
  }
}
