/// A line of the shell taken apart into words.
package enum Words {
  package enum Fault: Error, Equatable { case openQuote(Character), danglingBackslash }

  package struct Word: Equatable, Sendable {
    package var text: String
    /// Written without quotes, so that it may be an operator.
    package var isBare: Bool
    /// Where it begins in the line, in characters.
    package var start: Int
  }

  /// Words between spaces; 'single' and "double" quotes hold spaces, a backslash the next character. A word that
  /// begins with # ends the line, unless it is a case number.
  package static func split(_ line: String) throws(Fault) -> [Word] {
    let (words, open) = scan(line)
    if let open { throw open == "\\" ? .danglingBackslash : .openQuote(open) }
    return words
  }

  /// The same for a line that is still being typed: `open` is the quote that is not closed yet.
  ///
  /// A quotation mark is one whatever accent or joiner follows it in pasted text and makes one character with it: so
  /// this goes by scalars.
  package static func scan(_ line: String) -> (words: [Word], open: Character?) {
    var words: [Word] = []
    var current: Word?
    var quote: Unicode.Scalar?
    var isEscaped = false
    let scalars = Array(line.unicodeScalars)
    let starts = characterPositions(in: line)
    for (index, scalar) in scalars.enumerated() {
      if isEscaped {
        isEscaped = false
        current?.text.unicodeScalars.append(scalar)
        current?.isBare = false
      } else if let open = quote {
        if scalar == open {
          quote = nil
        } else if scalar == "\\", open == "\"" {
          isEscaped = true
        } else {
          current?.text.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
        if current == nil { current = Word(text: "", isBare: false, start: starts[index]) }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        if current == nil { current = Word(text: "", isBare: false, start: starts[index]) }
        current?.isBare = false
      } else if scalar.properties.isWhitespace {
        if let word = current { words.append(word) }
        current = nil
      } else if scalar == "#", current == nil, isComment(before: index + 1 < scalars.count ? scalars[index + 1] : nil) {
        return (words, nil)
      } else {
        if current == nil { current = Word(text: "", isBare: true, start: starts[index]) }
        current?.text.unicodeScalars.append(scalar)
      }
    }
    if let word = current { words.append(word) }
    return (words, quote.map(Character.init) ?? (isEscaped ? "\\" : nil))
  }

  /// For each scalar the number of the character that it is part of.
  private static func characterPositions(in line: String) -> [Int] {
    line.enumerated().flatMap { position, character in character.unicodeScalars.map { _ in position } }
  }

  /// What was typed or pasted on several lines: one command each, but for line breaks within quotes and after a
  /// backslash.
  package static func lines(_ text: String) -> [String] {
    guard text.contains(where: \.isNewline) else { return [text] }
    var lines: [String] = []
    var current = ""
    var reader = OpenQuote()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      current += line
      let isComment = current.drop(while: \.isWhitespace).hasPrefix("# ")
      if !isComment, let open = reader.read(line) {
        if open == "\\" { current.removeLast() }
        current += open == "\\" ? " " : "\n"
        reader.goOn()
        continue
      }
      lines.append(current)
      current = ""
      reader = OpenQuote()
    }
    if current.last == "\n" { current.removeLast() }
    return current.isEmpty ? lines : lines + [current]
  }

  /// "#1042" is a case, "# a remark" a comment: whether what follows the sign makes it one.
  static func isComment(before next: Unicode.Scalar?) -> Bool { next.map { !Character($0).isNumber } ?? true }

  /// The word as it must be typed to be read back.
  package static func quoted(_ word: String) -> String {
    let plain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_.:/@+=<>,%~^#…".contains($0) }
    if plain, word.first != "#" || word.dropFirst().first?.isNumber ?? false { return word }
    var quoted = "\"".unicodeScalars
    for scalar in word.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quoted.append("\\") }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }
}
