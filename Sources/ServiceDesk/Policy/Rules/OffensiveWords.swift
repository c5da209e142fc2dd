/// MSG-029: insults, threats, profanity, hate, and what is not fit to show.
enum OffensiveWords {
  static let rule = PolicyRule(
    "MSG-029", block: .marketplaces, why: "offensive words, an insult or a threat", source: "A66 [Z], E15"
  ) { reading in
    reading.text.sentences.compactMap { sentence in
      let text = reading.text
      let place =
        OffensiveWordsList.obscene.first(in: text, sentence) ?? OffensiveWordsList.always.first(in: text, sentence)
        ?? masked(sentence, text)
        ?? OffensiveWordsList.atSomebody.first(in: text, sentence)
      guard let place, !OffensiveWordsList.thing.stands(in: text, sentence) else { return nil }
      return isQuoted(place, text) ? nil : reading.hit(place)
    }
  }

  private static let maskable = [
    "fuck", "fucking", "shit", "bitch", "asshole", "cunt", "bastard", "scheisse", "arschloch", "mierda", "merde",
    "puta",
    "idiot", "idiota", "connard", "putain", "wichser", "arsch", "verfickte", "verfickter", "verfickten", "bullshit",
    "scheisse", "ass", "asses", "balls", "shitty", "fucked", "fucker", "fuckers", "assholes", "bitches", "bastards",
    "arseholes", "scheiss", "scheissladen",
    "hurensohn", "fotze", "gilipollas", "cabron", "cabrones", "joder", "salope", "salopard", "enculé", "encule",
    "encules",
    "connards", "merdique", "mierdas", "putas", "puto", "ficken", "arschlocher", "whore", "slut", "dick", "cock",
  ]

  /// `f**k`, `s#it`.
  static func masked(_ sentence: Range<Int>, _ text: ReadText) -> Range<Int>? {
    for index in sentence.dropLast() {
      let one = text.tokens[index].text
      let next = text.tokens[index + 1].text
      let gap = text.tokens[index + 1].plain.lowerBound - text.tokens[index].plain.upperBound
      guard (1...5).contains(gap), text.between(index, index + 1).allSatisfy({ "*#@-_".contains($0) }) else { continue }
      for known in maskable where known.hasPrefix(one) && known.hasSuffix(next) {
        if one.count + next.count + gap == known.count { return index..<(index + 2) }
      }
    }
    return nil
  }

  private static let opens: Set<Character> = ["“", "„", "«", "「", "《", "\"", "”", "‘"]
  private static let closes: Set<Character> = ["”", "“", "»", "」", "》", "\"", "’"]

  /// The buyer's own words, or a title.
  private static func isQuoted(_ place: Range<Int>, _ text: ReadText) -> Bool {
    let before = text.characters[..<text.tokens[place.lowerBound].range.lowerBound].suffix(60)
    let after = text.characters[text.tokens[place.upperBound - 1].range.upperBound...].prefix(60)
    return before.contains(where: opens.contains) && after.contains(where: closes.contains)
  }
}
