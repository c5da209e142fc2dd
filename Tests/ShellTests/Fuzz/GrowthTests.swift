import Foundation
import Marketplaces
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Shell

/// What an enemy makes large costs no more than it is large. Serialized: times are compared.
@Suite(.serialized) struct GrowthTests {
  @Test("files", arguments: Bombs.mails + Bombs.tables)
  func files(_ bomb: Bombs.Bomb) throws {
    try Growth.expectLinear(bomb.name, bomb.size) { size in
      let desk = try DeskSession()
      desk.run("account add shop --profile plain")
      let file = try desk.folder.file("bomb", bomb.make(size))
      let result = desk.run("import \(bomb.kind) \(file) --json")
      #expect([0, 65].contains(result.code), "\(bomb.name): \(result.text.prefix(300))")
      if bomb.kind == "mail" { #expect(desk.run("queue").code == 0) }
    }
  }

  private static let typed: [(name: String, size: Int, make: @Sendable (Int) -> String)] = [
    ("lines within quotes", 500, { "note 1 \"" + String(repeating: "lamp\n", count: $0) + "\"" }),
    ("a quotation that is never closed", 500, { "note 1 \"" + String(repeating: "lamp\n", count: $0) }),
    ("backslashes", 5000, { "note 1 " + String(repeating: "\\\\", count: $0) }),
    (
      "a text to be checked", 300,
      { "policy --profile amazon --text \"" + String(repeating: "Write to me. ", count: $0) + "\"" }
    ),
    (
      "one long word to be checked", 3000,
      { "policy --profile amazon --text \"" + String(repeating: "x", count: $0) + "\"" }
    ),
    (
      "a comment", 300,
      { "feedback ground --profile amazon --text \"" + String(repeating: "came late, ", count: $0) + "\"" }
    ),
    ("a question", 300, { "suggest --text \"" + String(repeating: "where is my parcel ", count: $0) + "\"" }),
    ("marks", 5000, { "note 1 " + String(repeating: "\u{301}", count: $0) }),
  ]

  @Test("lines that are typed", arguments: typed.indices)
  func lines(_ index: Int) throws {
    let (name, size, make) = Self.typed[index]
    try Growth.expectLinear(name, size) { size in
      let desk = try DeskSession()
      desk.run("account add shop --profile plain")
      let file = try desk.folder.file("m.jsonl", #"{"message_id":"m","direction":"in","at":"2026-03-02","text":"x"}"#)
      desk.run("import messages \(file)")
      #expect(desk.run(make(size)).code <= 65)
      desk.run("show 1")
    }
  }

  @Test("words and terms without end")
  func words() {
    Growth.expectLinear("numbers", 5000) { size in _ = Words.scan(String(repeating: "#1 ", count: size)) }
    // Each is a condition of SQLite's.
    #expect(throws: FilterFault.self) { try CaseFilter(words: Array(repeating: "tag:x", count: 100_000)) }
  }

  @Test("a message of one long word is shown")
  func shown() {
    Growth.expectLinear("a long word", 20_000) { size in
      _ = Page(width: 80, now: .now).wrapped(String(repeating: "x", count: size))
    }
    Growth.expectLinear("many words", 2000) { size in
      _ = Page(width: 80, now: .now).wrapped(String(repeating: "退款 ", count: size))
    }
  }

  @Test("templates of many tags and deep sections")
  func templates() {
    Growth.expectLinear("tags", 500) { size in
      let text = "---\ntitle: x\n---\n" + String(repeating: "{{order}}\n", count: size)
      let reply = try? CannedReply(name: "x", language: "en", file: text)
      #expect((try? reply?.check()) != nil)
    }
    let deep = String(repeating: "{{#order}}", count: 5000) + "x" + String(repeating: "{{/order}}", count: 5000)
    #expect(throws: ReplyFault.self) { try TemplateScanner.tags(of: deep, firstLine: 1) }
  }

  @Test("snippets that ask for each other, each twice, come to an end")
  func snippets() {
    let snippets = Snippets { (name: String) throws(ReplyFault) -> Snippet? in
      let next = name == "s40" ? "greeting" : "s\((Int(name.dropFirst()) ?? 0) + 1)"
      return try Snippet(name: name, file: name == "greeting" ? "Hello" : "{{> \(next)}}{{> \(next)}}")
    }
    #expect(throws: ReplyFault.self) {
      try snippets.expand("{{> s1}}", firstLine: 1, place: Snippets.Place(isFirst: false))
    }
  }

  private static let grown: [(name: String, text: String)] = [
    ("lists in each other", "title: " + String(repeating: "[", count: 100_000)),
    ("maps in each other", "title: " + String(repeating: "{a: ", count: 100_000)),
    ("lines in each other", (0..<2000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")),
    ("lists on one line", String(repeating: "- ", count: 100_000) + "x"),
    (
      "aliases",
      "a0: &a0 [x]\n"
        + (1..<40).map { "a\($0): &a\($0) [\(String(repeating: "*a\($0 - 1), ", count: 9))]\n" }.joined()
    ),
    (
      "aliases as keys",
      "a0: &a0 [x]\n"
        + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a39\n: x\n? *a38\n: y\n"
    ),
  ]

  @Test("YAML that would grow is read or refused", arguments: grown.indices)
  func yaml(_ index: Int) {
    let (name, text) = Self.grown[index]
    let spent = ContinuousClock().measure {
      _ = try? ConfigurationFile(text)
      _ = try? Profile(name: "x", yaml: text)
      _ = try? CannedReply(name: "x", language: "en", file: "---\n\(text)\n---\nHello\n")
    }
    #expect(spent < .seconds(20), "\(name)")
  }
}
