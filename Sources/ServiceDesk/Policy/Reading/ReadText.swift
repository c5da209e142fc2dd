import Foundation

/// A text as a person reads it, whatever has been done to its letters: full-width and decorated letters, look-alikes of
/// other alphabets, invisible characters and letters set apart are all read as the plain word. Every part knows where
/// it stands in the original.
package struct ReadText: Sendable {
  /// A word, a number, a Chinese character, or one of the signs that carry meaning.
  struct Token: Sendable, Equatable {
    /// Lower-case, without accents.
    let text: String
    /// With digits read as the letters they resemble, where the word mixes both.
    let alternative: String?
    /// Indices into `characters`.
    var range: Range<Int>
    /// Indices into `plain`.
    var plain: Range<Int>
    /// Counted from 0.
    var sentence: Int
    /// Counted from 0 over the whole text: what commas, brackets and the like set apart.
    var clause: Int
    let opening: Opening
    let otherOpening: Opening?

    init(
      _ text: String, alternative: String? = nil, range: Range<Int>, plain: Range<Int>, sentence: Int, clause: Int
    ) {
      self.text = text
      self.alternative = alternative
      self.range = range
      self.plain = plain
      self.sentence = sentence
      self.clause = clause
      opening = Opening(text)
      otherOpening = alternative.map { Opening($0) }
    }
  }

  /// One plain character, and the character of the original that it stands for.
  struct Plain: Sendable {
    var scalar: Unicode.Scalar
    var origin: Int
  }

  /// As written.
  let characters: [Character]
  /// The text without accents, capitals and invisible characters.
  let plain: [Plain]
  private(set) var tokens: [Token] = []
  /// The tokens of each sentence.
  private(set) var sentences: [Range<Int>] = []

  package init(_ text: String) {
    characters = Array(text)
    plain = Self.fold(characters)
    tokens = Tokenizer(plain: plain).tokens
    var start = 0
    for index in tokens.indices where index + 1 == tokens.count || tokens[index + 1].sentence != tokens[index].sentence
    {
      sentences.append(start..<(index + 1))
      start = index + 1
    }
  }

  /// The words as they were written.
  func words(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return written(self.tokens[first].range.lowerBound..<self.tokens[last].range.upperBound)
  }

  /// The original of a range of characters.
  func written(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The plain signs between two tokens.
  func between(_ one: Int, _ other: Int) -> String {
    let start = tokens[one].plain.upperBound
    let end = tokens[other].plain.lowerBound
    return start < end ? String(String.UnicodeScalarView(plain[start..<end].map(\.scalar))) : ""
  }

  /// The sentence in which a token stands.
  func sentence(of token: Int) -> Range<Int> { sentences[tokens[token].sentence] }

  /// The tokens of the clauses over which a range goes.
  func clauses(of range: Range<Int>) -> Range<Int> {
    let sentence = sentence(of: range.lowerBound)
    var start = range.lowerBound
    while start > sentence.lowerBound, tokens[start - 1].clause == tokens[range.lowerBound].clause { start -= 1 }
    var end = max(range.upperBound, start + 1)
    while end < sentence.upperBound, tokens[end].clause == tokens[end - 1].clause { end += 1 }
    return start..<end
  }

  /// The first token that begins at or after a character.
  func token(at character: Int) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= character { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count ? low : nil
  }

  // MARK: - Plain letters

  private static func fold(_ characters: [Character]) -> [Plain] {
    var plain: [Plain] = []
    plain.reserveCapacity(characters.count)
    for (index, character) in characters.enumerated() {
      if let ascii = character.asciiValue {
        let isCapital = (0x41...0x5A).contains(ascii)
        plain.append(Plain(scalar: Unicode.Scalar(isCapital ? ascii | 0x20 : ascii), origin: index))
        continue
      }
      if character == "\r\n" {
        plain.append(Plain(scalar: "\n", origin: index))
        continue
      }
      if let only = character.unicodeScalars.first, Tokenizer.isHan(only), character.unicodeScalars.count == 1 {
        plain.append(Plain(scalar: only, origin: index))
        continue
      }
      for scalar in String(character).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
      where !isInvisible(scalar) {
        for letter in Lookalikes.latin(scalar) { plain.append(Plain(scalar: letter, origin: index)) }
      }
    }
    return plain
  }

  /// Zero-width characters, soft hyphens, marks of direction, accents that were taken off their letters.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .nonspacingMark, .enclosingMark: true
    case .control: scalar != "\n" && scalar != "\t"
    default: scalar == "\u{3164}" || scalar == "\u{2800}"
    }
  }
}
