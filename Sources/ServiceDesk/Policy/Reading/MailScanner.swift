/// Finds mail addresses, also those written to look like something else: `name at host dot com`, `name (a) host . de`.
enum MailScanner {
  /// Words for @.
  static let ats: Set<String> = [
    "at", "arroba", "arobase", "arobas", "aet", "klammeraffe", "艾", "a", "at_sign", "atsign",
  ]
  /// Hosts that need no ending to be known as such.
  private static let providers: Set<String> = [
    "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "protonmail", "gmx", "aol", "163", "126", "qq",
    "web",
  ]
  /// Before a plain "at" they make a link of it, "visit us at shop dot com".
  private static let places: Set<String> = [
    "us", "me", "are", "is", "be", "was", "seen", "read", "found", "more", "pictures", "photos", "look", "looking",
    "find", "see", "available", "it", "them", "online", "here", "shop", "everything",
    "site",
    "page", "website", "store", "arrived", "visit", "order", "buy", "products", "range", "homepage", "video", "manual",
  ]

  /// Ranges of `ReadText.characters`.
  static func addresses(in text: ReadText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in text.tokens.indices.dropFirst() {
      guard let range = address(hostAt: index, in: text), found.last.map({ $0.upperBound <= range.lowerBound }) ?? true
      else { continue }
      found.append(range)
    }
    return found
  }

  private static func address(hostAt index: Int, in text: ReadText) -> Range<Int>? {
    guard let name = nameBefore(index, in: text) else { return nil }
    let first = beginning(of: name.token, in: text)
    // The user's part of a web address: https://amazon.com@other.com.
    guard !isAfterScheme(first, in: text) else { return nil }
    var end: Int?
    // Hyphens belong to the host.
    var start = index
    while end == nil, start < text.tokens.count, start - index < 6 {
      if let host = SpelledHost(at: start, in: text, allowingPeriod: true),
        name.isSure || host.isDisguised && !host.isLoose
      {
        end = host.tokens.upperBound
      } else if name.isSign, providers.contains(text.tokens[start].text) {
        end = start + 1
      } else if start + 1 < text.tokens.count, ["-", "_"].contains(text.between(start, start + 1)) {
        start += 1
      } else {
        break
      }
    }
    guard let end else { return nil }
    return text.tokens[first].range.lowerBound..<text.tokens[end - 1].range.upperBound
  }

  /// The token before the @ that stands before `index`.
  private static func nameBefore(_ index: Int, in text: ReadText) -> (token: Int, isSign: Bool, isSure: Bool)? {
    let gap = text.between(index - 1, index)
    if gap.count <= 5, gap.contains("@") { return (index - 1, true, true) }
    guard gap.count <= 3, !gap.contains("."), !gap.contains(",") else { return nil }
    var at = index - 1
    // `at-sign`, `艾特`.
    if ["sign", "zeichen", "特"].contains(text.tokens[at].text), at > 0 { at -= 1 }
    guard at > 0, ats.contains(text.tokens[at].text), text.tokens[at].sentence == text.tokens[index].sentence else {
      return nil
    }
    let before = text.between(at - 1, at)
    let isBracketed =
      before.contains { "([{<".contains($0) } && text.between(at, at + 1).contains { ")]}>".contains($0) }
    let written = text.words(at..<(at + 1))
    let isSure = isBracketed || written == "AT" || written == "ät" || text.tokens[at].text.count > 2 || index - at > 1
    guard before.count <= 3, isSure || text.tokens[at].text == "at" && !places.contains(text.tokens[at - 1].text) else {
      return nil
    }
    return (at - 1, false, isSure)
  }

  /// `anna.b-c_d` before the @.
  private static func beginning(of token: Int, in text: ReadText) -> Int {
    var first = token
    while first > 0, token - first < 6, [".", "-", "_", "+"].contains(text.between(first - 1, first)) { first -= 1 }
    return first
  }

  private static func isAfterScheme(_ token: Int, in text: ReadText) -> Bool {
    token > 0 && text.between(token - 1, token).hasPrefix("://")
  }
}
