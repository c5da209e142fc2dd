import Foundation

/// Text as the full-text index takes it. Chinese, Japanese and Korean are written without spaces, so each pair of
/// neighbouring characters becomes a word: a search for two characters then finds them.
enum SearchText {
  /// The words of a text, as SQLite's unicode61 tokenizer will split them.
  static func indexed(_ text: String) -> String {
    // Every text comes by here, and nearly none holds such a character: its bytes are looked at where they lie.
    let mayHold: Bool = text.utf8.withContiguousStorageIfAvailable { $0.contains { $0 >= 0xE1 } } ?? true
    guard mayHold else { return text }
    var output = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isUnspaced(scalar) {
        if let previous { output.append(contentsOf: [previous, scalar, " "]) } else { output.append(" ") }
        previous = scalar
      } else {
        // The last character alone, so that a search for one character finds it at the end of a run too.
        if let last = previous { output.append(contentsOf: [last, " "]) }
        previous = nil
        output.append(scalar)
      }
    }
    if let last = previous { output.append(last) }
    return String(output)
  }

  /// One word of a search as an FTS5 expression, and as text to be looked for literally where several words or signs
  /// must stand together; nil where there is nothing to search for.
  static func expression(for word: String) -> (match: String, literal: String?)? {
    let isPrefix = word.hasSuffix("*")
    var tokens: [String] = []
    var current = ""
    var run: [Unicode.Scalar] = []
    func endRun() {
      if run.count == 1 { tokens.append("\"\(run[0])\"*") }
      for index in run.indices.dropFirst() { tokens.append("\"\(run[index - 1])\(run[index])\"") }
      run = []
    }
    func endWord() {
      if !current.isEmpty { tokens.append("\"\(current)\"") }
      current = ""
    }
    for scalar in word.unicodeScalars {
      if isUnspaced(scalar) {
        endWord()
        run.append(scalar)
      } else {
        endRun()
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          current.unicodeScalars.append(scalar)
        } else {
          endWord()
        }
      }
    }
    endRun()
    endWord()
    guard !tokens.isEmpty else { return nil }
    if isPrefix, let last = tokens.last, !last.hasSuffix("*") { tokens[tokens.count - 1] = last + "*" }
    let literal = isPrefix ? String(word.dropLast()) : word
    return (tokens.joined(separator: " AND "), tokens.count > 1 ? literal : nil)
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x2FA1F: true
    default: false
    }
  }
}
