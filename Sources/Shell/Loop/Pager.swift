import Foundation

/// Shows what is longer than the window through the person's pager.
enum Pager {
  /// The command to use; nil where there is to be none.
  static func command(_ session: Session) -> String? {
    if let set = session.settings.pager { return set == "off" ? nil : set }
    let pager = session.environment.variables["PAGER"] ?? ""
    return pager.isEmpty ? "less -FRX" : pager
  }

  /// Whether the text has more rows than the window shows above the next prompt.
  static func isNeeded(for text: String, columns: Int, rows: Int) -> Bool {
    var used = 1
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      // Colours make a line longer than it looks, which errs on the side of the pager only for very long lines.
      used += max(1, (line.utf8.count <= columns ? 1 : (DisplayWidth.of(plain(line)) + columns - 1) / columns))
      if used > rows { return true }
    }
    return false
  }

  private static func plain(_ line: Substring) -> String {
    guard line.contains("\u{1B}") else { return String(line) }
    return line.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
    }.joined()
  }

  /// False where the pager could not be run: then the text is still to be shown.
  static func show(_ text: String, with command: String) -> Bool {
    // Status 126 and 127 are the shell's own: not executable, not found.
    ![126, 127].contains(ChildProcess.run(command, input: text))
  }
}
