import Foundation
import Testing

@testable import LineEditor

@Suite("Where libedit draws what")
struct LineGeometryTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var row: Int
    var column: Int
    var testDescription: String { text }

    init(_ text: String, _ row: Int, _ column: Int) {
      self.text = text
      self.row = row
      self.column = column
    }
  }

  @Test(
    "The cursor's place in a window of ten columns",
    arguments: [
      Row("", 0, 0), Row("abc", 0, 3), Row("123456789", 0, 9),
      // A full row goes over at once.
      Row("1234567890", 1, 0), Row("12345678901", 1, 1), Row("退款", 0, 4),
      // Two columns don't fit into one: the whole character goes over.
      Row("123456789退", 1, 2), Row("12345678退", 1, 0), Row("🙂", 0, 2), Row("e\u{301}", 0, 1), Row("a\nb", 1, 1),
      Row("1234567890\nb", 2, 1), Row("\t", 0, 8), Row("ab\tc", 0, 9), Row("123456789\tx", 1, 1), Row("\u{1}", 0, 2),
      // Half of a control character's picture on either row.
      Row("123456789\u{1}", 1, 1), Row("\u{200B}", 0, 0),
    ])
  func places(_ row: Row) {
    let place = LineGeometry(columns: 10, rows: 24).place(after: row.text)
    #expect(place == LineGeometry.Place(row: row.row, column: row.column))
  }

  @Test("a line taller than the window loses its first rows")
  func tall() {
    #expect(LineGeometry(columns: 10, rows: 3).place(after: String(repeating: "x", count: 95)).row == 2)
  }

  @Test("a prompt without its colours")
  func prompts() {
    #expect(LineGeometry.visible("\u{1}\u{1B}[1m\u{1}replywell\u{1}\u{1B}[0m\u{1}> ") == "replywell> ")
    #expect(LineGeometry.visible("plain> ") == "plain> ")
  }
}
