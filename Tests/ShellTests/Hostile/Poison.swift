/// Text as an enemy would write it, wherever a buyer, a marketplace or a file's name may put text.
enum Poison {
  /// What a terminal would obey.
  static let sequences = [
    "\u{1B}[31m\u{1B}[2J\u{1B}[6n", "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;ZXZpbA==\u{1B}\\",
    "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[201~rm -rf /\r",
    "\u{9B}2J", "\u{9D}0;owned\u{9C}", "\u{90}q\u{9C}", "\u{85}", "good\rbad", "abc\u{8}\u{8}\u{8}xyz\u{7F}",
    "\u{7}\u{E}\u{F}\u{18}\u{1A}",
  ]
  /// What shows otherwise than it is written.
  static let disguises = [
    "\u{202A}a\u{202B}b\u{202C}c\u{202D}d\u{202E}e", "\u{2066}a\u{2067}b\u{2068}c\u{2069}", "\u{200E}\u{200F}\u{61C}",
    "\u{FEFF}\u{2060}\u{2028}\u{2029}", "\u{E0041}\u{E0042}",
    "flood" + String(repeating: "\u{200B}", count: 40) + String(repeating: "\u{200D}", count: 60),
    "marks" + String(repeating: "\u{301}", count: 60), "selectors" + String(repeating: "\u{FE0F}\u{E0101}", count: 40),
    "fillers" + String(repeating: "\u{AD}\u{34F}", count: 40),
  ]
  /// What a page or a table would take for its own.
  static let marks = [
    "[x](javascript:alert(1))", "![i](https://evil.example/i.png)", "a | b || c", "`code`", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "{{order}} {{> greeting}} {{=<% %>=}}",
  ]
  /// What a spreadsheet would reckon with.
  static let formulas = [
    "=cmd|' /C calc'!A0", "+1+cmd", "-1+cmd", "@SUM(1)", "\t=1+cmd", "\r=1+cmd", "\r\n=1+cmd", "=\u{301}1+cmd",
    "＝1+cmd",
  ]

  /// All of it in one text that begins with `start`, without line breaks so that it may stand in a cell or a name.
  static func text(_ start: String = "") -> String { start + (sequences + disguises + marks).joined(separator: " ") }

  /// The same for the words of a command line.
  static func quoted(_ start: String = "") -> String {
    "\"" + text(start).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
