/// A person's own commands: a name for the beginning of a line, or for a line with places for words.
struct Aliases {
  let all: [(name: String, value: String)]

  /// `words` with an alias in the first place spelled out; an alias may use another one.
  ///
  /// `$1` … `$9` stand for the words after the name, `$*` for all of them; where the alias has none of these, the words
  /// are put at its end.
  func expand(_ words: [Words.Word]) throws -> [Words.Word] {
    var words = words
    var seen: [String] = []
    while let first = words.first, let alias = all.first(where: { $0.name == first.text }), first.isBare {
      guard !seen.contains(alias.name) else {
        throw Complaint(
          "alias \(alias.name) leads back to itself: \((seen + [alias.name]).joined(separator: ", "))",
          try: "alias --remove \(alias.name)")
      }
      seen.append(alias.name)
      words = try fill(alias, with: Array(words.dropFirst()))
    }
    return words
  }

  private func fill(_ alias: (name: String, value: String), with rest: [Words.Word]) throws -> [Words.Word] {
    let pattern = try Words.split(alias.value)
    guard let most = pattern.map({ Self.places(in: $0.text) }).max(), most > 0 else { return pattern + rest }
    if most < Self.all, rest.count < most {
      throw Complaint.usage(
        "\(alias.name) needs \(most) \(most == 1 ? "word" : "words"): it stands for \(alias.value)",
        try: "\(alias.name) WORD…")
    }
    return pattern.flatMap { word -> [Words.Word] in
      if word.text == "$*" { return rest }
      return [Words.Word(text: Self.filled(word.text, with: rest.map(\.text)), isBare: word.isBare, start: word.start)]
    }
  }

  /// In one go, so that a place within a word that was handed over stays what it is.
  private static func filled(_ text: String, with words: [String]) -> String {
    var parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    for (index, part) in parts.enumerated().dropFirst() {
      if part.first == "*" {
        parts[index] = words.joined(separator: " ") + part.dropFirst()
      } else if let place = part.first?.wholeNumberValue, words.indices.contains(place - 1) {
        parts[index] = words[place - 1] + part.dropFirst()
      } else {
        parts[index] = "$" + part
      }
    }
    return parts.joined()
  }

  private static let all = 10

  /// The highest place that a word of an alias names, 10 for `$*`.
  private static func places(in text: String) -> Int {
    if text.contains("$*") { return all }
    return (1...9).reversed().first { text.contains("$\($0)") } ?? 0
  }
}
