import Foundation

/// A web address in a text.
struct Link: Sendable, Equatable {
  /// Indices into `ReadText.characters`.
  var range: Range<Int>
  /// Lower-case, without `www.`.
  var host: String
  var path: String
  /// `http`, `https`, or nil where none is written.
  var scheme: String?
}

/// Finds web addresses, also those written to look like something else: `shop dot com`, `w w w . shop . com`,
/// `shop[.]com`.
enum LinkScanner {
  /// The ends of host names that sellers use.
  static let endings: Set<String> = [
    "com", "net", "org", "info", "biz", "shop", "store", "online", "site", "website", "app", "dev", "io", "co", "eu",
    "de", "at", "ch", "fr", "es", "it", "nl", "be", "pl", "uk", "us", "ca", "mx", "br", "ar", "cl", "cn", "hk", "tw",
    "jp", "kr", "in", "au", "nz", "se", "dk", "fi", "pt", "cz", "tv", "me", "cc", "xyz", "top", "club", "link", "gl",
    "gle", "ly", "be", "to", "page", "blog", "live", "vip", "tech", "cat", "ru", "tr", "ae", "sg", "asia", "media",
    "deals", "sale", "gifts", "email", "support", "care", "center", "help", "gg", "so", "id", "lu", "li", "space",
    "world", "land", "city", "ltd", "direct", "express", "promo", "menu", "cool", "fun", "design", "studio", "house",
  ]
  /// Those that are also words: only with a path, or after `www`, `http` or a word such as "visit".
  private static let words: Set<String> = [
    "at", "it", "is", "in", "me", "to", "so", "be", "us", "no", "my", "am", "co", "es", "de", "fr", "ca", "shop",
    "store", "app", "link", "top", "live", "help", "care", "email", "support", "page", "club", "site", "sale", "land",
    "center", "house", "world", "city", "space", "direct", "express", "id", "design", "studio", "cat", "fun", "cool",
    "online", "website", "blog", "media", "deals", "gifts", "menu", "promo", "tech", "li", "se", "tv",
  ]

  static func links(in text: ReadText) -> [Link] {
    let scanned = scan(text)
    let others = (spelledOut(text) + withComma(text)).filter { other in
      !scanned.contains { $0.range.overlaps(other.range) }
    }
    return scanned + others
  }

  // MARK: - As they are usually written

  private static func scan(_ text: ReadText) -> [Link] {
    let plain = text.plain
    var links: [Link] = []
    var index = 0
    while index < plain.count {
      guard isHostSign(plain[index].scalar) else {
        index += 1
        continue
      }
      var end = index
      while end < plain.count, isHostSign(plain[end].scalar) || ":/".unicodeScalars.contains(plain[end].scalar) {
        if plain[end].scalar == "/" || plain[end].scalar == ":" {
          if let pathEnd = endOfScheme(plain, end) { end = pathEnd } else { break }
        } else {
          end += 1
        }
      }
      // `https://amazon.com@other.com` leads to the latter.
      if end < plain.count, plain[end].scalar == "@", string(plain[index..<end]).contains("://") {
        end += 1
        while end < plain.count, isHostSign(plain[end].scalar) { end += 1 }
      }
      // A mail address is none.
      let isMail =
        end < plain.count && plain[end].scalar == "@" || index > 0 && plain[index - 1].scalar == "@"
      let written = string(plain[index..<end])
      if !isMail, let link = link(written, from: index, to: end, text) {
        links.append(link)
        index = max(end, plainIndex(after: link.range.upperBound, plain, from: end))
      } else {
        index = end + 1
      }
    }
    return links
  }

  private static func plainIndex(after character: Int, _ plain: [ReadText.Plain], from start: Int) -> Int {
    plain[min(start, plain.count)...].firstIndex { $0.origin >= character } ?? plain.count
  }

  /// `://` after a scheme.
  private static func endOfScheme(_ plain: [ReadText.Plain], _ index: Int) -> Int? {
    guard index + 2 < plain.count, plain[index].scalar == ":", plain[index + 1].scalar == "/",
      plain[index + 2].scalar == "/"
    else { return nil }
    return index + 3
  }

  /// 253 by RFC 1035, with a scheme before it.
  private static let longestHost = 300
  private static let longestPath = 2_000

  private static func link(_ written: String, from start: Int, to end: Int, _ text: ReadText) -> Link? {
    guard written.utf8.count <= longestHost else { return nil }
    var host = Substring(written)
    var scheme: String?
    for known in ["https", "http", "ftp", "hxxps", "hxxp"] where written.hasPrefix(known + "://") {
      scheme = known
      host = written.dropFirst(known.count + 3)
    }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    let hasWWW = host.hasPrefix("www.")
    if hasWWW { host = host.dropFirst(4) }
    while let last = host.last, ".-_".contains(last) { host = host.dropLast() }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let ending = labels.last.map(String.init), labels.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    let path = pathAfter(end, text)
    let isAddress = scheme != nil && labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
    guard isAddress || endings.contains(ending) && labels.dropLast().joined().contains(where: \.isLetter) else {
      return nil
    }
    if scheme == nil, !hasWWW, path.isEmpty {
      guard isLikelyHost(labels.map(String.init), written, from: start, text) else { return nil }
    }
    let lower = text.plain[start].origin
    let upper = (text.plain[end - 1].origin + 1) + path.count
    let trailing =
      written.count
      - (written.lastIndex { !".-_".contains($0) }.map {
        written.distance(from: written.startIndex, to: $0) + 1
      } ?? 0)
    return Link(
      range: lower..<max(lower + 1, path.isEmpty ? upper - trailing : upper), host: String(host), path: path,
      scheme: scheme)
  }

  private static func pathAfter(_ end: Int, _ text: ReadText) -> String {
    guard end < text.plain.count, "/:?#".unicodeScalars.contains(text.plain[end].scalar) else { return "" }
    var path = ""
    for part in text.plain[end...].prefix(longestPath) {
      let scalar = part.scalar
      guard scalar.value > 0x20, scalar.value < 0x7F, !"\"<>".unicodeScalars.contains(scalar) else { break }
      path.unicodeScalars.append(scalar)
    }
    while let last = path.last, ".,;:!?)'".contains(last) { path.removeLast() }
    return path
  }

  /// `end of a sentence.It goes on` is no host, `2.de` neither.
  private static func isLikelyHost(_ labels: [String], _ written: String, from start: Int, _ text: ReadText) -> Bool {
    guard let ending = labels.last, let name = labels.dropLast().last, name.count >= 2 else { return false }
    let place = text.plain[start].origin
    let original = text.written(place..<min(text.characters.count, place + written.count))
    let tail = original.split(separator: ".").last.map(String.init) ?? ""
    // A capital after the stop begins a sentence, or a name such as `ASP.NET`, `Node.js`.
    if tail.first?.isUppercase == true {
      return original == original.uppercased() && ending == "com" && name.count > 3
    }
    guard words.contains(ending) else { return name.contains { $0.isLetter } }
    if name.contains(where: { $0.isNumber || $0 == "-" }) { return name.contains(where: \.isLetter) }
    if ["de", "fr", "es", "co", "shop", "store", "online"].contains(ending) { return name.count >= 4 }
    guard let token = text.token(at: place), token > 0 else { return false }
    return ["visit", "on", "at", "see", "auf", "unter", "en", "sur", "site", "website", "bei", "open", "go"].contains(
      text.tokens[token - 1].text)
  }

  // MARK: - Spelled out

  private static func spelledOut(_ text: ReadText) -> [Link] {
    var links: [Link] = []
    for index in text.tokens.indices {
      guard let host = SpelledHost(at: index, in: text), host.isDisguised, isName(host, text),
        links.last.map({ $0.range.upperBound <= text.tokens[index].range.lowerBound }) ?? true
      else { continue }
      var first = index
      while first > 0, ["-", "_"].contains(text.between(first - 1, first)) { first -= 1 }
      let range = text.tokens[first].range.lowerBound..<text.tokens[host.tokens.upperBound - 1].range.upperBound
      links.append(Link(range: range, host: host.name, path: "", scheme: nil))
    }
    return links
  }

  /// "The red dot at", "one point in": dots in plain speech.
  private static func isName(_ host: SpelledHost, _ text: ReadText) -> Bool {
    let labels = host.name.split(separator: ".").map(String.init)
    guard let name = labels.first, let ending = labels.last else { return false }
    if name == "www" { return labels.count > 2 }
    guard name.count >= 3, name.contains(where: \.isLetter), !articles.contains(name) else { return false }
    if isSpeech(host, text) { return false }
    if host.isLoose { return ["com", "net", "org"].contains(ending) && !isAfterStop(host.tokens.lowerBound, text) }
    return !words.contains(ending) || labels.count > 2 || ["de", "fr", "es", "co", "shop", "store"].contains(ending)
  }

  /// "Cualquier punto de recogida", "le point de retrait": more follows, and it is no address.
  private static func isSpeech(_ host: SpelledHost, _ text: ReadText) -> Bool {
    let last = host.tokens.upperBound - 1
    return text.tokens[last].text == "de" && ["punto", "point"].contains(text.tokens[last - 1].text)
      && last + 1 < text.tokens.count && text.between(last, last + 1) == " "
  }

  private static let articles: Set<String> = [
    "the", "der", "ein", "einen", "einem", "dem", "den", "red", "this", "that", "each", "one", "first", "next", "per",
    "his",
    "green", "blue", "white", "black", "roter", "punto", "point", "este", "ese", "cada", "chaque", "premier", "our",
  ]

  /// `for .NET`: nothing but a stop before a word.
  private static func isAfterStop(_ token: Int, _ text: ReadText) -> Bool {
    token + 1 < text.tokens.count && !text.between(token, token + 1).hasSuffix(" ")
  }

  // MARK: - A comma for the dot

  /// `velo-atelier,com`.
  private static func withComma(_ text: ReadText) -> [Link] {
    text.tokens.indices.dropFirst().compactMap { index in
      guard ["com", "net", "org", "de", "fr", "es", "cn", "shop"].contains(text.tokens[index].text),
        text.between(index - 1, index) == ",", text.tokens[index - 1].text.count > 3,
        text.tokens[index - 1].text.contains(where: \.isLetter)
      else { return nil }
      var first = index - 1
      while first > 0, ["-", "_"].contains(text.between(first - 1, first)) { first -= 1 }
      let range = text.tokens[first].range.lowerBound..<text.tokens[index].range.upperBound
      return Link(range: range, host: text.written(range).replacing(",", with: "."), path: "", scheme: nil)
    }
  }

  private static func isHostSign(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) || scalar == "."
        || scalar == "-" || scalar == "_"
    }
    return false
  }

  private static func string(_ plain: ArraySlice<ReadText.Plain>) -> String {
    String(String.UnicodeScalarView(plain.map(\.scalar)))
  }
}
