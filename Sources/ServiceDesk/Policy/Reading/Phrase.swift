/// Words to look for, written as `leave|write .. @review`:
///
/// - a word with its variants, `leave|write|put_up`; `review*` begins so, `bewertung*` ends so, `*bewert*` holds it;
/// - `@review` stands for the words of `Vocabulary.review`, alone or among other variants;
/// - `?` after a word: it may be absent;
/// - `..` up to four words between, `...` up to ten; never beyond the end of the sentence.
///
/// Chinese needs no spaces. Accents and capitals don't count.
struct Phrase: Sendable {
  private enum Element: Sendable {
    case words(WordSet, isOptional: Bool)
    case gap(upTo: Int)
  }

  private var elements: [Element] = []

  init(_ text: String) {
    for part in text.split(separator: " ") {
      switch part {
      case "..": elements.append(.gap(upTo: 4))
      case "...": elements.append(.gap(upTo: 10))
      default:
        let isOptional = part.hasSuffix("?") && part.count > 1
        elements.append(.words(WordSet(isOptional ? part.dropLast() : part), isOptional: isOptional))
      }
    }
  }

  /// How a token must open for the phrase to begin there; nil where any token may do.
  var openings: [Opening]? {
    var openings: [Opening] = []
    for element in elements {
      guard case .words(let words, let isOptional) = element, let own = words.openings else { return nil }
      openings += own
      if !isOptional { return openings }
    }
    return nil
  }

  /// The tokens it covers if it begins at `start`; nil if it doesn't.
  func match(in text: ReadText, at start: Int, before limit: Int) -> Range<Int>? {
    end(of: 0, in: text, at: start, limit: limit).map { start..<$0 }
  }

  private func end(of index: Int, in text: ReadText, at place: Int, limit: Int) -> Int? {
    guard index < elements.count else { return place }
    switch elements[index] {
    case .gap(let most):
      for start in place...min(place + most, max(place, limit)) {
        if let end = end(of: index + 1, in: text, at: start, limit: limit) { return end }
      }
      return nil
    case .words(let words, let isOptional):
      guard place < limit else { return isOptional ? end(of: index + 1, in: text, at: place, limit: limit) : nil }
      guard words.canBegin(with: text.tokens[place]) else {
        return isOptional ? end(of: index + 1, in: text, at: place, limit: limit) : nil
      }
      if words.holds(text.tokens[place]), let end = end(of: index + 1, in: text, at: place + 1, limit: limit) {
        return end
      }
      for count in words.sequences(in: text, at: place, limit: limit) {
        if let end = end(of: index + 1, in: text, at: place + count, limit: limit) { return end }
      }
      return isOptional ? end(of: index + 1, in: text, at: place, limit: limit) : nil
    }
  }
}
