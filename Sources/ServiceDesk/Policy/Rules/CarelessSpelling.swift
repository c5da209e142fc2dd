/// MSG-030: a text full of slips. One happens to everybody, and an odd word may be a name: it takes several, and a good
/// share of the text.
enum CarelessSpelling {
  static let rule = PolicyRule(
    "MSG-030", warn: [.amazon, .walmart], why: "many spelling errors; read it once more", source: "A69, A73, W4"
  ) { reading in
    let text = reading.text
    let words = text.tokens.indices.prefix(most).filter { isSlip($0, text) }.map { $0..<($0 + 1) }
    let slips = (words + SpellingWords.grammar.places(in: text)).sorted { $0.lowerBound < $1.lowerBound }
    let weight = Double(slips.count) + (isUnpunctuated(reading.original) ? 1 : 0)
    guard slips.count >= 2, weight >= 3, weight / Double(text.tokens.count) >= share else { return [] }
    return [.init(slips.prefix(5).map { text.words($0) }.joined(separator: ", "))]
  }

  /// A sample is enough of a long text.
  private static let most = 1_000
  /// Slips among all words.
  private static let share = 0.09

  private static func isSlip(_ index: Int, _ text: ReadText) -> Bool {
    let word = text.tokens[index].text
    guard !SpellingWords.slips.contains(word) else { return true }
    guard word.utf8.count >= 5, word.utf8.count <= 16, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return false
    }
    return !SpellingWords.isCommon(word) && SpellingWords.isNearCommon(word)
  }

  /// Several lower-case sentences in a row, without a stop at the end.
  private static func isUnpunctuated(_ text: String) -> Bool {
    guard let first = text.first(where: \.isLetter), let last = text.last(where: { !$0.isWhitespace }) else {
      return false
    }
    return first.isLowercase && last.isLetter
  }
}
