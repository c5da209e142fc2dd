import Testing

@testable import Shell

@Suite("The pager")
struct PagerTests {
  @Test(
    "only for what is longer than the window",
    arguments: [
      (String(repeating: "line\n", count: 9), false), (String(repeating: "line\n", count: 10), true), ("", false),
      // Rows, not lines: each of these takes two.
      (String(repeating: String(repeating: "x", count: 21) + "\n", count: 5), true),
      (String(repeating: "\u{1B}[1m" + String(repeating: "x", count: 18) + "\u{1B}[0m\n", count: 9), false),
    ])
  func isNeeded(_ text: String, _ wanted: Bool) {
    #expect(Pager.isNeeded(for: text, columns: 20, rows: 10) == wanted)
  }
}
