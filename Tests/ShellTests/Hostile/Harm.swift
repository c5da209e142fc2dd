import Foundation

/// What of an output would do more than be read. It knows nothing of `TextGate`, which it judges.
enum Harm {
  /// In a text on its way to a terminal; empty where there is none.
  static func onTerminal(_ text: String) -> [String] {
    var found: Set<String> = []
    var invisible = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: break
      case 0..<0x20, 0x7F..<0xA0: found.insert("control \(hex(scalar))")
      case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: found.insert("direction \(hex(scalar))")
      case 0x2028, 0x2029: found.insert("line break \(hex(scalar))")
      case 0xE0000...0xE007F: found.insert("tag \(hex(scalar))")
      default: break
      }
      invisible = takesNoRoom(scalar) ? invisible + 1 : 0
      if invisible > 30 { found.insert("over 30 characters in a row that take no room") }
    }
    return found.sorted()
  }

  private static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { "U+" + String(scalar.value, radix: 16) }

  // MARK: - Formats

  /// In JSON, a value or one a line.
  static func inJSON(_ text: String) -> [String] {
    var found = onTerminal(text)
    if text.contains("\t") { found.append("a bare tab") }
    for line in text.split(separator: "\n", omittingEmptySubsequences: true)
    where (try? JSONSerialization.jsonObject(with: Data(line.utf8))) == nil {
      found.append("no JSON: \(line.prefix(60))")
    }
    return found
  }

  /// In CSV: cells that are formulas, rows of another length than the head's.
  static func inCSV(_ text: String) -> [String] {
    var found = onTerminal(text.replacing("\r\n", with: "\n"))
    let rows = rows(ofCSV: text)
    for row in rows where row.count != rows[0].count { found.append("a row of \(row.count) cells") }
    for cell in rows.joined() where isFormula(cell) { found.append("a formula: \(cell.prefix(20))") }
    return found
  }

  /// A number stays a number, whatever its sign.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return false }
    return Double(cell) == nil
  }

  /// RFC 4180, read by its letter.
  static func rows(ofCSV text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch (scalar, isQuoted) {
      case ("\"", _):
        if !isQuoted, previous == "\"" { cell.append("\"") }
        isQuoted.toggle()
      case (",", false):
        row.append(String(cell))
        cell = .init()
      case ("\n", false):
        row.append(String(cell))
        rows.append(row)
        (row, cell) = ([], .init())
      case ("\r", false): break
      default: cell.append(scalar)
      }
    }
    return rows
  }

  /// In a Markdown table: marks that would be obeyed, rows of another length than the head's.
  static func inMarkdown(_ text: String) -> [String] {
    var found = onTerminal(text)
    let lines = text.split(separator: "\n")
    let columns = lines.first.map { bare("|", in: $0) } ?? 0
    for line in lines {
      if bare("|", in: line) != columns { found.append("a row of another length") }
      for mark in "[]<>`" where bare(mark, in: line) > 0 { found.append("a bare \(mark)") }
    }
    return found
  }

  /// How often a mark stands in a line without a backslash of its own before it.
  private static func bare(_ mark: Character, in line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == mark, !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  /// In a page: text that has become a tag, an attribute or a link.
  static func inHTML(_ text: String) -> [String] {
    ["<script", "<img", "onmouseover=\"", "href=\"javascript:"].filter { text.contains($0) } + onTerminal(text)
  }
}
