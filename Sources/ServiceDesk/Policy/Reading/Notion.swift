/// A notion with the phrases that express it, in all languages that the check reads. It is looked for in every text, so
/// only those phrases are tried at a token that can begin there.
struct Notion: Sendable {
  private let phrases: [Phrase]
  private var openings = OpeningSet()
  /// The phrases that can begin so.
  private var beginning: [Opening: [Int]] = [:]
  /// Those that can begin anywhere.
  private var anywhere: [Int] = []

  /// Phrases are set apart by `;`.
  init(_ phrases: String...) {
    self.phrases = phrases.flatMap { $0.split(separator: ";") }.map { Phrase(String($0)) }
    for (index, phrase) in self.phrases.enumerated() {
      guard let own = phrase.openings else {
        anywhere.append(index)
        continue
      }
      for opening in Set(own) {
        openings.insert(opening)
        beginning[opening, default: []].append(index)
      }
    }
  }

  /// Where it is expressed, in order; overlapping places count once, the longest first.
  func places(in text: ReadText, _ range: Range<Int>? = nil) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var next = 0
    for start in range ?? text.tokens.indices where start >= next {
      guard let longest = match(in: text, at: start, isAnyEnough: false) else { continue }
      found.append(longest)
      next = longest.upperBound
    }
    return found
  }

  func first(in text: ReadText, _ range: Range<Int>? = nil) -> Range<Int>? {
    for start in range ?? text.tokens.indices {
      if let match = match(in: text, at: start, isAnyEnough: true) { return match }
    }
    return nil
  }

  /// Whether it begins within `range`; it may go on behind it, to the end of the sentence.
  func stands(in text: ReadText, _ range: Range<Int>? = nil) -> Bool { first(in: text, range) != nil }

  /// The longest match that begins at a token, or any.
  private func match(in text: ReadText, at start: Int, isAnyEnough: Bool) -> Range<Int>? {
    let token = text.tokens[start]
    var longest: Range<Int>?
    func attempt(_ candidates: [Int]) {
      let limit = text.sentence(of: start).upperBound
      for index in candidates where !isAnyEnough || longest == nil {
        guard let match = phrases[index].match(in: text, at: start, before: limit) else { continue }
        if match.count > longest?.count ?? 0 { longest = match }
      }
    }
    if !anywhere.isEmpty { attempt(anywhere) }
    if openings.contains(token.opening) { attempt(beginning[token.opening] ?? []) }
    if let other = token.otherOpening, other != token.opening, openings.contains(other) {
      attempt(beginning[other] ?? [])
    }
    return longest
  }
}
