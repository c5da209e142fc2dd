/// The variants that may stand at one place of a phrase.
struct WordSet: Sendable {
  /// A word with a free beginning, a free end, or both.
  private struct Stem: Sendable {
    var text: String
    var opensFree: Bool
    var endsFree: Bool

    func matches(_ word: String) -> Bool {
      switch (opensFree, endsFree) {
      case (false, false): word == text
      case (false, true): word.hasPrefix(text)
      case (true, false): word.hasSuffix(text)
      case (true, true): word.contains(text)
      }
    }
  }

  private var exact: Set<String> = []
  /// The openings of all variants; nil where one has a free beginning.
  private var known: OpeningSet?
  private var stems: [Stem] = []
  /// Variants of several tokens, and how they begin; nil where one has a free beginning.
  private var sequences: [[Stem]] = []
  private var knownSequences: OpeningSet?

  init(_ variants: Substring) {
    for variant in variants.split(separator: "|") { add(variant, depth: 0) }
    known = openings.map { OpeningSet($0) }
    knownSequences = Self.openings(of: sequences.compactMap(\.first)).map { OpeningSet($0) }
  }

  private mutating func add(_ variant: Substring, depth: Int) {
    if variant.hasPrefix("@") {
      // A class may name others.
      guard depth < 3, let words = Vocabulary.classes[String(variant.dropFirst())] else {
        assertionFailure("\(variant) is no class of the vocabulary")
        return
      }
      for word in words.split(whereSeparator: \.isWhitespace) { add(word, depth: depth + 1) }
      return
    }
    let sequence = Self.sequence(variant)
    guard let only = sequence.first else { return }
    if sequence.count > 1 {
      sequences.append(sequence)
    } else if only.opensFree || only.endsFree {
      stems.append(only)
    } else {
      exact.insert(only.text)
    }
  }

  /// The tokens of one variant: words bound by `_`, and each Chinese character for itself.
  private static func sequence(_ text: Substring) -> [Stem] {
    var parts: [String] = [""]
    for character in text {
      let isHan = character.unicodeScalars.contains(where: Tokenizer.isHan)
      if character == "_" || isHan { parts.append("") }
      if character != "_" { parts[parts.count - 1].append(character) }
      if isHan { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }.map(stem)
  }

  private static func stem(_ text: String) -> Stem {
    var word = text
    let opensFree = word.count > 1 && word.hasPrefix("*")
    if opensFree { word.removeFirst() }
    let endsFree = word.count > 1 && word.hasSuffix("*")
    if endsFree { word.removeLast() }
    return Stem(text: word, opensFree: opensFree, endsFree: endsFree)
  }

  /// How a token must open to be held; nil where any may.
  var openings: [Opening]? {
    Self.openings(of: stems + sequences.compactMap(\.first)).map { exact.map { Opening($0) } + $0 }
  }

  private static func openings(of stems: [Stem]) -> [Opening]? {
    guard stems.allSatisfy({ !$0.opensFree && !($0.endsFree && $0.text.unicodeScalars.count < 2) }) else { return nil }
    return stems.map { Opening($0.text) }
  }

  /// Whether a variant can begin with a token; most can't, and need no comparing.
  func canBegin(with token: ReadText.Token) -> Bool {
    Self.holds(known, token)
  }

  private static func holds(_ openings: OpeningSet?, _ token: ReadText.Token) -> Bool {
    guard let openings else { return true }
    return openings.contains(token.opening) || token.otherOpening.map(openings.contains) == true
  }

  func holds(_ token: ReadText.Token) -> Bool {
    holds(token.text) || token.alternative.map { holds($0) } == true
  }

  private func holds(_ word: String) -> Bool {
    if exact.contains(word) { return true }
    for stem in stems where stem.matches(word) { return true }
    return false
  }

  /// The lengths of the variants of several tokens that stand at a place.
  func sequences(in text: ReadText, at place: Int, limit: Int) -> [Int] {
    guard !sequences.isEmpty, Self.holds(knownSequences, text.tokens[place]) else { return [] }
    var lengths: [Int] = []
    for sequence in sequences where place + sequence.count <= limit {
      if sequence.indices.allSatisfy({ Self.matches(text.tokens[place + $0], sequence[$0]) }) {
        lengths.append(sequence.count)
      }
    }
    return lengths
  }

  private static func matches(_ token: ReadText.Token, _ stem: Stem) -> Bool {
    stem.matches(token.text) || token.alternative.map { stem.matches($0) } == true
  }
}
