import LineEditor

/// Finds what somebody means by a few letters: first what begins with them, then what merely resembles them.
enum Fuzzy {
  /// The candidates that fit, best first and the most used first among equals; those that begin as typed come before
  /// all others, and `beginners` says how many they are.
  static func rank(
    _ candidates: [Completion.Candidate], typed: String, use: WordUse
  ) -> (found: [Completion.Candidate], beginners: Int) {
    let wanted = Array(typed.lowercased())
    var ranked = candidates.enumerated().compactMap { order, candidate in
      fit(candidate.text, wanted).map { (candidate: candidate, fit: $0, order: order) }
    }
    if ranked.isEmpty, wanted.count > 2 {
      // Nothing is called so, but something may be described so.
      let described = candidates.enumerated().filter { _, candidate in
        // The example of a filter's key describes nothing.
        candidate.text.last != ":" && candidate.meaning.lowercased().contains(String(wanted))
      }
      ranked = described.map {
        (candidate: $0.element, fit: Fit.described, order: $0.offset)
      }
    }
    let sorted = ranked.map { (-use.count($0.candidate.text), $0) }.sorted {
      ($0.1.fit.rawValue, $0.0, $0.1.order) < ($1.1.fit.rawValue, $1.0, $1.1.order)
    }
    return (sorted.map(\.1.candidate), sorted.count { $0.1.fit == .beginning })
  }

  /// How well a text fits letters, best first.
  enum Fit: Int {
    case beginning
    /// One of its words begins so.
    case word
    case inside
    /// The letters stand in it in their order.
    case scattered
    case described
  }

  static func fit(_ text: String, _ wanted: [Character]) -> Fit? {
    guard !wanted.isEmpty else { return .beginning }
    let letters = Array(text.lowercased())
    guard letters.count >= wanted.count else { return nil }
    if letters.starts(with: wanted) { return .beginning }
    var isInside = false
    for start in 1..<max(1, letters.count - wanted.count + 1)
    where letters[start] == wanted[0] && letters[start..<(start + wanted.count)].elementsEqual(wanted) {
      if !letters[start - 1].isLetter, !letters[start - 1].isNumber { return .word }
      isInside = true
    }
    if isInside { return .inside }
    return isScattered(wanted, in: letters) ? .scattered : nil
  }

  private static func isScattered(_ wanted: [Character], in letters: [Character]) -> Bool {
    // One letter alone fits nearly everything.
    guard wanted.count > 1, letters[0] == wanted[0] || wanted.count > 2 else { return false }
    var next = 0
    for letter in letters where next < wanted.count && letter == wanted[next] { next += 1 }
    return next == wanted.count
  }
}

/// How often words were typed: in the history, and in this session.
struct WordUse {
  private var counts: [String: Int] = [:]

  init(_ lines: some Sequence<String> = []) {
    for line in lines {
      for word in line.split(whereSeparator: \.isWhitespace) { counts[String(word), default: 0] += 1 }
    }
  }

  func count(_ word: String) -> Int { counts[word] ?? 0 }
}
