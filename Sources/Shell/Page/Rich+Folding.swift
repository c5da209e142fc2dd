import Foundation

extension Rich {
  /// The same with lines that are wider than `width` columns broken between words, where the terminal would break them
  /// within one.
  ///
  /// What is broken off stands below the words of its line: after a label such as `error:`, in the column after a gap of
  /// three or more spaces, else two columns in. Lines that fit, as those of tables do, stay as they are, and so do words
  /// that are wider than the page: a path can be copied.
  package func folded(to width: Int) -> Rich {
    guard width < Page.whole, plainText.utf8.count > width else { return self }
    var output = Rich()
    for (number, line) in lines.enumerated() {
      if number > 0 { output += Rich("\n") }
      output += DisplayWidth.of(line.plainText) > width ? line.broken(to: width) : line
    }
    return output
  }

  /// Each without its line break.
  private var lines: [Rich] {
    var lines = [Rich()]
    for span in spans {
      for (number, part) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { lines.append(Rich()) }
        lines[lines.count - 1] += Rich(String(part), span.style)
      }
    }
    return lines
  }

  private func broken(to width: Int) -> Rich {
    let indent = indent(in: width)
    var output = Rich()
    var column = 0
    // Written only if the word after them still fits.
    var spaces = Rich()
    for word in Self.joined(words) {
      guard word.plainText.first != " " else { spaces = word; continue }
      let needed = DisplayWidth.of(spaces.plainText) + DisplayWidth.of(word.plainText)
      if column > indent, column + needed > width {
        output += Rich("\n" + String(repeating: " ", count: indent))
        output += word
        column = indent + DisplayWidth.of(word.plainText)
      } else {
        output += spaces + word
        column += needed
      }
      spaces = Rich()
    }
    return output + spaces
  }

  /// Words and the spaces between them in turn, each with its styles.
  private var words: [Rich] {
    var words: [Rich] = []
    for span in spans {
      var rest = span.text[...]
      while let first = rest.first {
        let run = rest.prefix { ($0 == " ") == (first == " ") }
        rest = rest[run.endIndex...]
        // A word may go on from one style into the next.
        if let last = words.last?.plainText.last, (last == " ") == (first == " ") {
          words[words.count - 1] += Rich(String(run), span.style)
        } else {
          words.append(Rich(String(run), span.style))
        }
      }
    }
    return words
  }

  /// With a number and its unit as one word: "30 d" is not broken.
  private static func joined(_ words: [Rich]) -> [Rich] {
    var joined: [Rich] = []
    for word in words {
      let unit = word.plainText.trimmingCharacters(in: .punctuationCharacters.subtracting(["%"]))
      if units.contains(unit), joined.count > 1, joined[joined.count - 1].plainText == " ",
        joined[joined.count - 2].plainText.last?.isNumber == true
      {
        let space = joined.removeLast()
        joined[joined.count - 1] += space + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static let units: Set = ["%", "s", "min", "h", "d"]

  /// Where what is broken off stands, in columns.
  private func indent(in width: Int) -> Int {
    let text = plainText
    let leading = text.prefix { $0 == " " }.count
    if leading == 0, let label = spans.first, label.style != .plain, label.text.hasSuffix(":") {
      let after = text.dropFirst(label.text.count).prefix { $0 == " " }
      return min(label.text.count + after.count, width / 2)
    }
    // A column that leaves no third of the page for its text is too narrow to be read.
    let content = text.dropFirst(leading)
    if let gap = content.firstRange(of: "   ") {
      let second = text[..<gap.lowerBound] + content[gap.lowerBound...].prefix { $0 == " " }
      let column = DisplayWidth.of(String(second))
      if column < text.count, column <= width * 2 / 3 { return column }
    }
    return min(leading + 2, width / 2)
  }
}
