/// Which quotation mark is open at the end of what has been read so far, line after line: pasted text may be long, and
/// is not read from its start again at each of its line breaks.
struct OpenQuote {
  private var quote: Character?
  private var isEscaped = false
  private var isInWord = false

  /// Reads on, by the rules of `Words.scan`; gives the quotation mark, or the backslash, that is open at the end.
  mutating func read(_ line: Substring) -> Character? {
    var rest = line
    while let character = rest.popFirst() {
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if character == open { quote = nil } else if character == "\\", open == "\"" { isEscaped = true }
      } else if character == "\\" {
        (isEscaped, isInWord) = (true, true)
      } else if character == "'" || character == "\"" {
        (quote, isInWord) = (character, true)
      } else if character == "#", !isInWord, rest.first.map({ !$0.isNumber }) ?? true {
        // A remark ends the line.
        return nil
      } else {
        isInWord = !character.isWhitespace
      }
    }
    return quote ?? (isEscaped ? "\\" : nil)
  }

  /// The line goes on behind a line break within quotes, or behind a backslash that stood for one.
  mutating func goOn() {
    if quote == nil { isInWord = false }
    isEscaped = false
  }
}
