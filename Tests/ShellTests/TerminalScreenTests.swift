import TestSupport
import Testing

/// What is written to a screen of ten columns and four rows, and what stands there then. ␛ is for ESC.
struct ScreenSample: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let text: String
  let cursor: (row: Int, column: Int)

  init(_ name: String, _ written: String, _ text: String, _ row: Int, _ column: Int) {
    self.init(name, bytes: Array(written.replacing("␛", with: "\u{1B}").utf8), text, row, column)
  }

  init(_ name: String, bytes: [UInt8], _ text: String, _ row: Int, _ column: Int) {
    (self.name, self.bytes, self.text, cursor) = (name, bytes, text, (row, column))
  }

  var testDescription: String { name }

  var screen: TerminalScreen {
    var screen = TerminalScreen(columns: 10, rows: 4)
    screen.write(bytes)
    return screen
  }
}

@Suite("The model of a terminal's screen")
struct TerminalScreenTests {
  @Test("what is written stands where a terminal has it", arguments: samples)
  func table(sample: ScreenSample) {
    let screen = sample.screen
    #expect(screen.text == sample.text)
    #expect(screen.cursor == sample.cursor)
    #expect(screen.unknown == [])
  }

  @Test("it's all one in how many pieces the bytes come", arguments: samples)
  func pieces(sample: ScreenSample) {
    let whole = sample.screen
    for cut in sample.bytes.indices {
      var screen = TerminalScreen(columns: 10, rows: 4)
      screen.write(sample.bytes[..<cut])
      screen.write(sample.bytes[cut...])
      #expect(screen == whole, "cut before byte \(cut)")
    }
  }

  @Test(
    "bytes that are no UTF-8 are replaced as Swift does it",
    arguments: [
      [0x41, 0xC3], [0xC3, 0x41], [0xE2, 0x82, 0x41], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x99, 0x41], [0xC0, 0xAF],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80], [0xE0, 0x9F, 0x41], [0xFF, 0xC3, 0xC3, 0xA9],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    var screen = TerminalScreen(columns: 20, rows: 2)
    // With an end, for a character that is only begun shows nothing yet.
    screen.write(bytes + [0x2E])
    #expect(screen.text == String(decoding: bytes + [0x2E], as: UTF8.self))
  }

  private func screen(after written: String) -> TerminalScreen {
    ScreenSample("", written, "", 0, 0).screen
  }

  @Test("what scrolls off the top is kept, and erased by ED 3 or a reset alone")
  func scrollback() {
    #expect(screen(after: "a\r\nb\r\nc\r\nd\r\ne\r\n").scrollback == ["a", "b"])
    #expect(screen(after: "a\r\nb␛[2S").scrollback == ["a", "b"])
    #expect(screen(after: "␛[1;2ra\r\nb\r\nc").scrollback == ["a"])
    // Rows that are deleted, and those that scroll below others, aren't kept.
    #expect(screen(after: "a␛[M␛[2;4rb␛[4;1H\n\n").scrollback == [])
    #expect(screen(after: "a\r\n\n\n\n␛[2J␛[H").scrollback == ["a"])
    #expect(screen(after: "a\r\n\n\n\nb␛[3J").scrollback == [])
    #expect(screen(after: "a\r\n\n\n\nb␛[3J").text == "\n\n\nb")
    #expect(screen(after: "a\r\n\n\n\nb␛c").scrollback == [])
  }

  @Test("the alternate screen comes and goes without a trace")
  func alternate() {
    var screen = screen(after: "main␛[?1049h")
    #expect(screen.isAlternate && screen.text == "" && screen.cursor == (0, 4))
    screen.write("\u{1B}[Halt\r\n\n\n\n\n".utf8)
    #expect(screen.scrollback == [] && screen.modes.contains(1049))
    screen.write("\u{1B}[?1049l".utf8)
    #expect(!screen.isAlternate && screen.text == "main" && screen.cursor == (0, 4))
    // 47 neither erases nor keeps a cursor of its own.
    screen.write("\u{1B}[?47hx\u{1B}[?47l".utf8)
    #expect(screen.text == "main" && screen.cursor == (0, 5))
    screen.write("\u{1B}[?47h".utf8)
    #expect(screen.text == "    x")
  }

  @Test("modes are kept by number")
  func modes() {
    #expect(screen(after: "").modes == [7, 25])
    #expect(screen(after: "␛[?2004;2026h␛[?25l").modes == [7, 2004, 2026])
    #expect(screen(after: "␛[?2004h␛[?7l␛c").modes == [7, 25])
  }

  @Test("titles are taken from OSC 0 and 2, ended by BEL or ST")
  func titles() {
    #expect(screen(after: "␛]0;desk — 3 open\u{7}").title == "desk — 3 open")
    #expect(screen(after: "␛]2;a;b␛\\").title == "a;b")
    #expect(screen(after: "␛]2;a\u{7}␛]1;b\u{7}␛]8;;http://x\u{7}").title == "a")
    #expect(screen(after: "␛]2;a\u{7}\u{7}\u{7}").bells == 2)
  }

  @Test("questions are answered with the cursor's place and with being well")
  func answers() {
    #expect(screen(after: "ab\r\nc␛[6n␛[5n").answers == Array("\u{1B}[2;2R\u{1B}[0n".utf8))
    #expect(screen(after: "1234567890␛[6n").answers == Array("\u{1B}[1;10R".utf8))
  }

  @Test(
    "what isn't known is swallowed, and told",
    arguments: [
      ("␛[?5n", "CSI ?5n"), ("␛[5y", "CSI 5y"), ("␛[20h", "CSI 20h"), ("␛[7J", "CSI 7J"), ("␛#8", "ESC #8"),
      ("␛[1é", "CSI 1é"), ("\u{5}", "control 5"), ("\u{9B}", "control 9b"), ("␛[8;4;10t", "CSI 8;4;10t"),
    ])
  func unknown(written: String, told: String) {
    let screen = screen(after: "a\(written)b")
    #expect(screen.unknown == [told])
    #expect(screen.text == "ab")
  }

  @Test("whatever comes, the screen keeps its size and the cursor is on it", arguments: 1...40)
  func anything(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var screen = TerminalScreen(columns: 10, rows: 4)
    var (columns, rows) = (10, 4)
    for _ in 0..<500 {
      switch next(12) {
      case 0:
        (columns, rows) = (1 + next(12), 1 + next(6))
        screen.resize(columns: columns, rows: rows, reflows: next(2) == 0)
      case 1: screen.write((0..<next(9)).map { _ in UInt8(next(256)) })
      case 2..<6: screen.write("\u{1B}[\(next(5));\(next(12))".utf8 + [UInt8(0x40 + next(63))])
      case 6: screen.write("\u{1B}[?\([7, 47, 1047, 1049][next(4)])\(next(2) == 0 ? "h" : "l")".utf8)
      default: screen.write(["退款", "a", "🙂", "e\u{301}", "0123456789", "\r\n", "\u{8}", "\t", "\u{1B}M"][next(9)].utf8)
      }
      #expect(screen.lines.count == rows)
      #expect((0..<rows).contains(screen.cursor.row) && (0..<columns).contains(screen.cursor.column))
    }
  }
}
