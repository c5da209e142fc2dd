/// Which quotation mark is open at the end of what has been read so far, line after line: pasted text may be long, and
/// is not read from its start again at each of its line breaks.
struct OpenQuote {
  private var quote: Unicode.Scalar?
  private var isEscaped = false
  private var isInWord = false

  /// Reads on, by the rules of `Words.scan`; gives the quotation mark, or the backslash, that is open at the end.
  mutating func read(_ line: Substring) -> Character? {
    var rest = line.unicodeScalars
    while let scalar = rest.popFirst() {
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if scalar == open { quote = nil } else if scalar == "\\", open == "\"" { isEscaped = true }
      } else if scalar == "\\" {
        (isEscaped, isInWord) = (true, true)
      } else if scalar == "'" || scalar == "\"" {
        (quote, isInWord) = (scalar, true)
      } else if scalar == "#", !isInWord, Words.isComment(before: rest.first) {
        // A remark ends the line.
        return nil
      } else {
        isInWord = !scalar.properties.isWhitespace
      }
    }
    return quote.map(Character.init) ?? (isEscaped ? "\\" : nil)
  }

  /// The line goes on behind a line break within quotes, or behind a backslash that stood for one.
  mutating func goOn() {
    if quote == nil { isInWord = false }
    isEscaped = false
  }
}
