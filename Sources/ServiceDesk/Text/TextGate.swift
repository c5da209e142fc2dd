/// The gate that all text of others passes on its way to a screen, a file or another program.
package enum TextGate {
  /// So many characters that take no room may follow each other. Unicode's stream-safe text (UAX #15) has at most 30
  /// marks in a row too; no language writes more.
  static let longestInvisible = 30

  /// Text without anything that could drive a terminal: control characters (but line breaks and tabs), escape
  /// sequences, direction overrides, invisible characters and floods of marks. What is taken out leaves U+FFFD where it
  /// did something.
  package static func clean(_ text: String) -> String {
    if isPlain(text) { return text }
    var invisible = 0
    var isClean = true
    for scalar in text.unicodeScalars where isHarmful(scalar, after: &invisible) {
      isClean = false
      break
    }
    if isClean { return text }
    var output = String.UnicodeScalarView()
    invisible = 0
    for scalar in text.unicodeScalars {
      if !isHarmful(scalar, after: &invisible) {
        output.append(scalar)
      } else if isUnsafe(scalar), scalar != "\r" {
        output.append("\u{FFFD}")
      }
    }
    return String(output)
  }

  /// The same on one line, with runs of white space as single spaces: for table cells and headings.
  package static func oneLine(_ text: String) -> String {
    // Most cells are plain words.
    var previous: UInt8 = 0x20
    let isPlain = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte > 0x20 && byte < 0x7F || byte == 0x20 && previous != 0x20
    }
    if isPlain, previous != 0x20 { return text }
    return clean(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
  }

  /// Whether a character must not pass, by itself or as one too many of a flood.
  ///
  /// - Parameter invisible: how many characters just before it take no room; counted on here.
  package static func isHarmful(_ scalar: Unicode.Scalar, after invisible: inout Int) -> Bool {
    guard !isUnsafe(scalar) else {
      // A sign takes its place.
      invisible = 0
      return true
    }
    guard scalar.value >= 0x300 || scalar.value == 0xAD, takesNoRoom(scalar) else {
      invisible = 0
      return false
    }
    invisible += 1
    return invisible > longestInvisible
  }

  private static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    // Marks and overrides of direction, line and paragraph separators, invisible operators, byte order mark.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // Zero-width characters; the joiner and non-joiner are needed by emoji and by Persian.
    case 0x200B: true
    // Tags, by which text can be hidden.
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
