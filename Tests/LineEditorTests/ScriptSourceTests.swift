import Testing

@testable import LineEditor

@Suite("A script gives its lines one by one")
struct ScriptSourceTests {
  @Test(
    "Lines, whatever ends them",
    arguments: [
      ("", []), ("queue", ["queue"]), ("queue\n", ["queue"]), ("queue\nnext", ["queue", "next"]),
      ("queue\n\nnext\n", ["queue", "", "next"]), ("\n", [""]), ("queue\r\nnext\r\n", ["queue", "next"]),
      ("queue\r\n\r\nnext", ["queue", "", "next"]),
    ] as [(String, [String])])
  func lines(text: String, lines: [String]) {
    let source = ScriptSource(text)
    for line in lines { #expect(source.next(prompt: "> ") == .line(line)) }
    #expect(source.next(prompt: "> ") == .ended)
    #expect(source.next(prompt: "> ") == .ended)
  }
}
