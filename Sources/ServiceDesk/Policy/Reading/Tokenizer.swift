import Foundation

/// Cuts a plain text into words, clauses and sentences.
struct Tokenizer {
  private let plain: [ReadText.Plain]
  private(set) var tokens: [ReadText.Token] = []
  private var sentence = 0
  /// The first token of the sentence.
  private var start = 0
  private var clause = 0

  /// Signs that count as words of their own.
  private static let signs: Set<Unicode.Scalar> = ["%", "$", "€", "£", "¥", "★", "⭐", "☆", "+", "="]
  private static let ends: Set<Unicode.Scalar> = ["!", "?", "。", "…"]
  private static let commas: Set<Unicode.Scalar> = [",", ";", ":", "(", ")", "、", "\n"]

  /// What is longer is no word and no sentence; it is cut, so that no text takes long to read.
  private static let longestWord = 64
  private static let longestSentence = 200

  init(plain: [ReadText.Plain]) {
    self.plain = plain
    var index = 0
    while index < plain.count {
      let scalar = plain[index].scalar
      if Self.isHan(scalar) || Self.signs.contains(scalar) {
        add(index..<(index + 1))
        index += 1
      } else if Self.isWord(scalar) {
        var end = index + 1
        while end < plain.count, end - index < Self.longestWord, Self.isWord(plain[end].scalar) || isMasked(end) {
          end += 1
        }
        add(index..<end)
        index = end
      } else {
        pause(at: index)
        index += 1
      }
    }
    tokens = WordMender(tokens, plain).tokens
  }

  private mutating func pause(at index: Int) {
    if endsSentence(at: index) {
      endSentence()
      clause += 1
    } else if Self.commas.contains(plain[index].scalar) || isDash(at: index) {
      clause += 1
    }
  }

  private mutating func endSentence() {
    guard tokens.last?.sentence == sentence else { return }
    sentence += 1
    start = tokens.count
  }

  /// A dash with spaces around it.
  private func isDash(at index: Int) -> Bool {
    plain[index].scalar == "-" && index > 0 && index + 1 < plain.count && plain[index - 1].scalar == " "
      && plain[index + 1].scalar == " "
  }

  private func endsSentence(at index: Int) -> Bool {
    let scalar = plain[index].scalar
    // `shop。com` is an address.
    if scalar == "。" { return index + 1 >= plain.count || !Self.isWord(plain[index + 1].scalar) }
    if Self.ends.contains(scalar) { return true }
    if scalar == "\n" { return index + 1 < plain.count && plain[index + 1].scalar == "\n" }
    guard scalar == "." else { return false }
    // Not in 2.4, e.g. or shop.com.
    guard index + 1 < plain.count else { return true }
    let next = plain[index + 1].scalar
    let afterLetter = index > 1 && Self.isWord(plain[index - 1].scalar) && Self.isWord(plain[index - 2].scalar)
    return afterLetter && (next == " " || next == "\n" || next == "\"" || Self.isHan(next))
  }

  private mutating func add(_ range: Range<Int>) {
    if tokens.count - start >= Self.longestSentence { endSentence() }
    let text = String(String.UnicodeScalarView(plain[range].map(\.scalar)))
    tokens.append(
      ReadText.Token(
        text, alternative: Lookalikes.letters(in: text) ?? Compounds.head(of: text),
        range: plain[range.lowerBound].origin..<(plain[range.upperBound - 1].origin + 1), plain: range,
        sentence: sentence, clause: clause))
  }

  /// A sign that stands for a letter inside a word: `wh@tsapp`, `ca$h`; not the one of a mail address.
  private func isMasked(_ index: Int) -> Bool {
    guard "@$€!".unicodeScalars.contains(plain[index].scalar), index > 0, index + 1 < plain.count else { return false }
    guard Self.isLetter(plain[index - 1].scalar), Self.isLetter(plain[index + 1].scalar) else { return false }
    guard plain[index].scalar == "@" || plain[index].scalar == "!" else { return true }
    // A mail address goes on with a domain.
    let word = plain[(index + 1)...].prefix(64).prefix {
      Self.isWord($0.scalar) || $0.scalar == "." || $0.scalar == "-"
    }
    return !word.contains { $0.scalar == "." }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x2E80...0x2FDF).contains(scalar.value)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value) }
    return scalar.properties.isAlphabetic
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
    return !isHan(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
