import Testing

@testable import LineEditor

@Suite("Completion goes as far as its candidates agree")
struct LineSourceTests {
  @Test(
    "The common beginning",
    arguments: [
      ([], ""), (["queue"], "queue"), (["resolve", "responses", "reply"], "re"), (["tag", "undo"], ""),
      (["note", "notes"], "note"), (["", "a"], ""), (["äpfel", "ähre"], "ä"),
      // A letter with its accent is one character, never cut in two.
      (["e\u{301}t", "e"], ""),
    ] as [([String], String)])
  func commonBeginning(words: [String], common: String) {
    let completion = Completion(replaced: 0, candidates: words.map { .init($0) })
    #expect(completion.commonBeginning == common)
  }
}
