import TestSupport
import Testing

/// A screen of ten columns and four rows that is given another size.
struct ResizeSample: CustomTestStringConvertible, Sendable {
  let name: String
  let written: String
  let size: (columns: Int, rows: Int)
  let text: String
  let cursor: (row: Int, column: Int)
  let scrollback: [String]

  init(
    _ name: String, _ written: String, _ columns: Int, _ rows: Int, _ text: String, _ cursor: (Int, Int),
    above scrollback: [String] = []
  ) {
    (self.name, self.written, size, self.text) = (name, written, (columns, rows), text)
    (self.cursor, self.scrollback) = (cursor, scrollback)
  }

  var testDescription: String { name }

  func screen(reflows: Bool) -> TerminalScreen {
    var screen = ScreenSample("", written, "", 0, 0).screen
    screen.resize(columns: size.columns, rows: size.rows, reflows: reflows)
    return screen
  }
}

@Suite("The model of a terminal in a window of another size")
struct ScreenResizeTests {
  private func check(_ sample: ResizeSample, reflows: Bool) {
    let screen = sample.screen(reflows: reflows)
    #expect(screen.text == sample.text)
    #expect(screen.cursor == sample.cursor)
    #expect(screen.scrollback == sample.scrollback)
    #expect(screen.lines.count == sample.size.rows)
  }

  static let simple: [ResizeSample] = [
    .init("no other size", "1234567890ab\r\nc", 10, 4, "1234567890\nab\nc", (2, 1)),
    .init("higher: rows at the bottom", "a\r\nb\r\nc\r\nd\r\ne", 10, 6, "b\nc\nd\ne", (3, 1), above: ["a"]),
    .init("lower: blank rows below the cursor go first", "a\r\nb", 10, 2, "a\nb", (1, 1)),
    .init("lower: then rows above it", "a\r\nb\r\nc", 10, 2, "b\nc", (1, 1), above: ["a"]),
    .init("lower: the text below the cursor is cut", "a\r\nb\r\nc\r\nd␛[3;1H", 10, 2, "b\nc", (1, 0), above: ["a"]),
    .init("lower: one row", "a\r\nb\r\nc", 10, 1, "c", (0, 1), above: ["a", "b"]),
    .init("wider, with nothing wrapped", "ab\r\ncd", 20, 4, "ab\ncd", (1, 2)),
    .init("narrower, with nothing to cut", "ab\r\ncd", 5, 4, "ab\ncd", (1, 2)),
  ]

  @Test("either way", arguments: simple, [true, false])
  func either(sample: ResizeSample, reflows: Bool) { check(sample, reflows: reflows) }

  static let reflowed: [ResizeSample] = [
    .init("narrower", "12345678", 5, 4, "12345\n678", (1, 3)),
    .init("narrower, amid the line", "12345678␛[1;3H", 5, 4, "12345\n678", (0, 2)),
    .init("narrower, further on in the line", "12345678␛[1;7H", 5, 4, "12345\n678", (1, 1)),
    .init("narrower to the line's length", "12345", 5, 4, "12345", (0, 4)),
    .init(
      "narrower, up and away", "1234567\r\nabcdefg\r\nx\r\n", 5, 4, "abcde\nfg\nx", (3, 0),
      above: ["12345", "67"]),
    .init("narrower, with blank rows below", "1234567\r\nabcdefg", 5, 4, "12345\n67\nabcde\nfg", (3, 2)),
    .init("wider", "1234567890abc", 20, 4, "1234567890abc", (0, 13)),
    .init("wider, with the cursor before the wrap", "1234567890", 12, 4, "1234567890", (0, 10)),
    .init("wider by less than the line", "1234567890abc", 12, 4, "1234567890ab\nc", (1, 1)),
    .init("wider, with a line that begins in the scrollback", "1234567890ab␛[4;1H\n", 12, 4, "1234567890ab", (3, 0)),
    .init("lines ended by CR and LF stay", "1234567890\r\nab", 20, 4, "1234567890\nab", (1, 2)),
    .init("a row erased to its end wraps no more", "1234567890ab␛[1;9H␛[K", 20, 4, "12345678\nab", (0, 8)),
    .init("a wide character goes on whole", "1234退x", 5, 4, "1234\n退x", (1, 3)),
    .init("and comes back without a gap", "123456789退x", 20, 4, "123456789退x", (0, 12)),
    .init("a written space at the end is part of the line", "1234567 ", 4, 4, "1234\n567", (1, 3)),
    .init("an empty line stays", "a\r\n\r\nb", 5, 4, "a\n\nb", (2, 1)),
    .init("the cursor after the text", "ab␛[8G", 5, 4, "ab", (0, 4)),
    .init(
      "lower and narrower, text below the cursor stays", "a\r\nb\r\nc\r\nd␛[3;1H", 5, 2, "c\nd", (0, 0),
      above: ["a", "b"]),
    .init("unless there is no room", "a\r\nb\r\nc\r\nd␛[2;1H", 5, 2, "b\nc", (0, 0), above: ["a"]),
    .init("one column", "退a", 1, 4, "退\n\na", (2, 0)),
  ]

  @Test("as tmux and VTE: lines are wrapped anew and the cursor stays on its character", arguments: reflowed)
  func reflowing(sample: ResizeSample) { check(sample, reflows: true) }

  @Test(
    "as xterm: rows are cut or padded",
    arguments: [
      .init("narrower", "12345678", 5, 4, "12345", (0, 4)),
      .init("narrower, amid the line", "12345678␛[1;3H", 5, 4, "12345", (0, 2)),
      .init("narrower, through a wide character", "1234退x", 5, 4, "1234", (0, 4)),
      .init("wider: what is wrapped stays so", "1234567890abc", 20, 4, "1234567890\nabc", (1, 3)),
      .init("lower and narrower", "1234567\r\nb\r\nc", 5, 2, "b\nc", (1, 1), above: ["12345"]),
    ] as [ResizeSample])
  func cropping(sample: ResizeSample) { check(sample, reflows: false) }

  @Test("what was cut doesn't come back; what was wrapped does", arguments: [true, false])
  func thereAndBack(reflows: Bool) {
    var screen = ResizeSample("", "1234567890ab\r\nc", 5, 4, "", (0, 0)).screen(reflows: reflows)
    screen.resize(columns: 10, rows: 4, reflows: reflows)
    #expect(screen.text == (reflows ? "1234567890\nab\nc" : "12345\nab\nc"))
    #expect(screen.cursor == (2, 1))
  }

  @Test("a line that fills its row anew goes on as one when it is written to")
  func goesOn() {
    var screen = ResizeSample("", "12345", 5, 4, "", (0, 0)).screen(reflows: true)
    screen.write("67".utf8)
    #expect(screen.text == "12345\n67")
    screen.resize(columns: 10, rows: 4, reflows: true)
    #expect(screen.text == "1234567" && screen.cursor == (0, 7))
  }

  @Test("an alternate screen is cut while the main one behind it is wrapped anew")
  func alternate() {
    var screen = ResizeSample("", "12345678␛[?1049h␛[Habcdefgh", 5, 4, "", (0, 0)).screen(reflows: true)
    #expect(screen.text == "abcde" && screen.cursor == (0, 4))
    screen.write("\u{1B}[?1049l".utf8)
    #expect(screen.text == "12345\n678" && screen.cursor == (1, 3))
  }

  @Test("a scrolling region ends, and a cursor that was saved stays on its character")
  func savedAndRegion() {
    var screen = ResizeSample("", "1234567␛7␛[2;3r", 5, 4, "", (0, 0)).screen(reflows: true)
    screen.write("\u{1B}8".utf8)
    #expect(screen.cursor == (1, 2))
    screen.write("\u{1B}[4;1H\n".utf8)
    #expect(screen.text == "67" && screen.scrollback == ["12345"])
  }
}
