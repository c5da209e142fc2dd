import Foundation

/// What a message is compared by: pieces of two to five characters within its words, which forgive a slip of the keys,
/// then the words and pairs of words themselves. Capitals, accents and digits don't count.
package struct MessageFeatures: Sendable {
  enum Group: UInt32, CaseIterable, Sendable {
    case pieces, words, facts

    /// Its share of a message's length, measured by cross-validation on customer messages of two shops.
    var weight: Float {
      switch self {
      case .pieces: 1
      case .words: 0.5
      case .facts: 0.4
      }
    }
  }

  /// One place at which a feature stands.
  struct Occurrence: Sendable {
    var key: UInt32
    var group: Group
    /// Index into `words`; nil for a fact.
    var word: Int?
  }

  /// A feature, with how often it stands in the message.
  struct Feature: Sendable {
    var key: UInt32
    var group: Group
    var count: Float
  }

  /// In characters: a text is known by its beginning, and the end of a long one must not cost more.
  static let longestText = 2_000

  /// As they were written.
  package private(set) var words: [String] = []
  /// The words before which a sentence ends.
  private(set) var breaks: Set<Int> = []
  private(set) var occurrences: [Occurrence] = []
  /// Each feature once, by key.
  private(set) var features: [Feature] = []

  /// - Parameter facts: What is known beside the words, such as `order:late`.
  package init(of text: String, facts: [String] = []) {
    var previous = Self.hash([], seed: Group.words.rawValue)
    for run in Self.runs(of: text) {
      if run.beginsSentence { breaks.insert(words.count) }
      addPieces(of: run.folded, firstWord: words.count, isHan: run.isHan)
      // A Chinese text has no spaces: each of its characters counts as a word.
      let parts = run.isHan ? run.folded.map { [$0] } : [run.folded]
      let written = run.isHan ? run.written.map(String.init) : [run.written]
      for (index, part) in parts.enumerated() {
        let word = words.count
        words.append(index < written.count ? written[index] : "")
        let key = Self.hash(part, seed: Group.words.rawValue)
        occurrences.append(Occurrence(key: key, group: .words, word: word))
        occurrences.append(Occurrence(key: Self.pair(previous, key), group: .words, word: word))
        previous = key
      }
    }
    if let last = words.indices.last {
      let end = Self.hash(["$"], seed: Group.words.rawValue)
      occurrences.append(Occurrence(key: Self.pair(previous, end), group: .words, word: last))
    }
    for fact in facts {
      occurrences.append(
        Occurrence(key: Self.hash(Array(fact.unicodeScalars), seed: Group.facts.rawValue), group: .facts, word: nil))
    }
    features = Self.counted(occurrences)
  }

  private mutating func addPieces(of folded: [Unicode.Scalar], firstWord: Int, isHan: Bool) {
    let padded: [Unicode.Scalar] = [" "] + folded + [" "]
    for length in 2...5 {
      // A short word is one piece as a whole.
      let starts = length < padded.count ? 0...(padded.count - length) : 0...0
      for start in starts {
        let piece = padded[start..<min(start + length, padded.count)]
        let word = isHan ? firstWord + max(0, min(start - 1, folded.count - 1)) : firstWord
        occurrences.append(Occurrence(key: Self.hash(piece, seed: Group.pieces.rawValue), group: .pieces, word: word))
      }
      if length >= padded.count { break }
    }
  }

  private static func counted(_ occurrences: [Occurrence]) -> [Feature] {
    var features: [Feature] = []
    for occurrence in occurrences.sorted(by: { $0.key < $1.key }) {
      if let last = features.indices.last, features[last].key == occurrence.key {
        features[last].count += 1
      } else {
        features.append(Feature(key: occurrence.key, group: occurrence.group, count: 1))
      }
    }
    return features
  }

  /// Words as they stand in the text; Chinese ones without spaces between.
  func quote(_ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      let isHan = words[index].unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
      text += (text.isEmpty || isHan ? "" : " ") + words[index]
    }
    return text
  }

  // MARK: - Keys

  /// FNV-1a over the scalars.
  private static func hash(_ scalars: some Sequence<Unicode.Scalar>, seed: UInt32) -> UInt32 {
    var hash: UInt32 = (0x811C_9DC5 ^ seed) &* 0x0100_0193
    for scalar in scalars {
      hash = (hash ^ (scalar.value & 0xFF)) &* 0x0100_0193
      if scalar.value > 0xFF { hash = (hash ^ (scalar.value >> 8)) &* 0x0100_0193 }
    }
    return hash
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    ((first &* 0x9E37_79B1) ^ second) &* 0x85EB_CA6B
  }

  // MARK: - Words

  private struct Run {
    var folded: [Unicode.Scalar] = []
    var written = ""
    var isHan = false
    var beginsSentence = false
  }

  /// The unbroken runs of letters and digits.
  private static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    var open = Run()
    var ended = false
    func close() {
      guard !open.folded.isEmpty else { return }
      open.beginsSentence = ended
      ended = false
      runs.append(open)
      open = Run()
    }
    for character in text.prefix(longestText) {
      let folded = fold(character)
      guard let first = folded.first else {
        close()
        if ".!?。！？\n".contains(character) { ended = true }
        continue
      }
      let isHan = (0x3400...0x9FFF).contains(first.value)
      if isHan != open.isHan { close() }
      open.isHan = isHan
      open.folded += isHan ? [first] : folded
      open.written.append(character)
    }
    close()
    return runs
  }

  /// A character without case and accent, digits as 0; empty where it is neither letter nor digit.
  private static func fold(_ character: Character) -> [Unicode.Scalar] {
    if let ascii = character.asciiValue {
      switch ascii {
      case 0x30...0x39: return ["0"]
      case 0x41...0x5A: return [Unicode.Scalar(ascii | 0x20)]
      case 0x61...0x7A: return [Unicode.Scalar(ascii)]
      default: return []
      }
    }
    return String(character).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.compactMap { scalar in
      if scalar.properties.numericType != nil, !(0x3400...0x9FFF).contains(scalar.value) { return "0" }
      return scalar.properties.isAlphabetic ? scalar : nil
    }
  }
}
