/// The gate that all text of others passes on its way to a screen, a file or another program.
package enum TextGate {
  /// Text without anything that could drive a terminal: control characters (but line breaks and tabs), escape
  /// sequences, direction overrides and invisible characters. What is taken out leaves U+FFFD where it did something.
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isUnsafe(scalar) { output.append(scalar) } else if scalar != "\r" { output.append("\u{FFFD}") }
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
