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
  package static func scan(_ line: String) -> (words: [Word], open: Character?) {
    var words: [Word] = []
    var current: Word?
    var quote: Character?
    var isEscaped = false
    let characters = Array(line)
    for (position, character) in characters.enumerated() {
      if isEscaped {
        isEscaped = false
        current = current ?? Word(text: "", isBare: false, start: position)
        current?.text.append(character)
        current?.isBare = false
      } else if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"" {
          isEscaped = true
        } else {
          current?.text.append(character)
        }
      } else if character == "\\" {
        isEscaped = true
        if current == nil { current = Word(text: "", isBare: false, start: position) }
      } else if character == "'" || character == "\"" {
        quote = character
        if current == nil { current = Word(text: "", isBare: false, start: position) }
        current?.isBare = false
      } else if character.isWhitespace {
        if let word = current { words.append(word) }
        current = nil
      } else if character == "#", current == nil, isComment(characters, after: position) {
        return (words, nil)
      } else {
        if current == nil { current = Word(text: "", isBare: true, start: position) }
        current?.text.append(character)
      }
    }
    if let word = current { words.append(word) }
    return (words, quote ?? (isEscaped ? "\\" : nil))
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

  /// "#1042" is a case, "# a remark" a comment.
  private static func isComment(_ line: [Character], after position: Int) -> Bool {
    position + 1 >= line.count || !line[position + 1].isNumber
  }

  /// The word as it must be typed to be read back.
  package static func quoted(_ word: String) -> String {
    let plain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_.:/@+=<>,%~^#…".contains($0) }
    if plain, word.first != "#" || word.dropFirst().first?.isNumber ?? false { return word }
    return "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
