/// MSG-003: a link with no word of what it is for, or one that is not encrypted.
enum BareLink {
  static let rule = PolicyRule(
    "MSG-003", block: [.amazon], why: "a link without a word of what it is for", source: "A66 [Z], A73"
  ) { reading in
    reading.links.prefix(50).compactMap { link in
      let words = reading.text.written(link.range)
      if link.scheme == "http" { return .init(words, why: "an unsecured link, http://") }
      return isExplained(link, reading.text) ? nil : .init(words)
    }
  }

  /// Words stand on the link's own line, or its neighbours say more than a greeting.
  private static func isExplained(_ link: Link, _ text: ReadText) -> Bool {
    let outside = text.tokens.filter { !$0.range.overlaps(link.range) }
    let before = text.characters[..<link.range.lowerBound]
    let line = before.lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    let end =
      text.characters[link.range.upperBound...].firstIndex(where: \.isNewline) ?? text.characters.count
    let onLine = outside.filter { $0.range.lowerBound >= line && $0.range.upperBound <= end }
    return onLine.count >= 2 || outside.count >= 12
  }
}
