import Foundation
import Testing

@testable import LineEditor

@Suite("The list below the line")
struct CompletionMenuTests {
  /// Widths are those of the terminal's locale.
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  private static let three = Completion(
    replaced: 2, candidates: [.init("reply", "answer a case"), .init("reopen", ""), .init("resolve", "close cases")])

  @Test("Tab goes through the candidates and back to what was typed")
  func cycles() {
    var menu = CompletionMenu(Self.three, typed: "re")
    var seen: [String] = []
    for step in [1, 1, 1, 1, 1, -1, -1] {
      menu.advance(by: step)
      seen.append(menu.inserted)
    }
    #expect(seen == ["reply", "reopen", "resolve", "re", "reply", "re", "resolve"])
  }

  @Test("names and meanings stand in columns, cut to the window")
  func lines() {
    let menu = CompletionMenu(Self.three, typed: "re")
    #expect(menu.lines(columns: 40, rows: 10) == [" reply    answer a case", " reopen", " resolve  close cases"])
    for line in menu.lines(columns: 16, rows: 10) { #expect(LineGeometry.width(of: line) < 16) }
  }

  @Test("a long list says how long it is, and the chosen one stays in sight")
  func long() {
    let many = Completion(replaced: 0, candidates: (1...40).map { .init("case\($0)") })
    var menu = CompletionMenu(many, typed: "")
    #expect(menu.lines(columns: 80, rows: 5).count == 5)
    #expect(menu.lines(columns: 80, rows: 5).last?.contains("40 in all") == true)
    for _ in 0..<30 { menu.advance(by: 1) }
    #expect(menu.lines(columns: 80, rows: 5).contains { $0.contains("case30 ") && $0.contains("\u{1B}[7m") })
  }

  @Test("the only one that goes on from what was typed is meant, though others resemble it")
  func only() {
    let found = Completion(replaced: 3, candidates: [.init("reply"), .init("no-reply")], beginners: 1)
    #expect(found.only?.text == "reply")
    #expect(Completion(replaced: 3, candidates: [.init("a"), .init("b")], beginners: 0).only == nil)
    #expect(Completion(replaced: 3, candidates: [.init("a"), .init("b")], beginners: 0).commonBeginning.isEmpty)
  }
}
