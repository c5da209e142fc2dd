/// Reads a host name whose dots may be written as words or set apart: `shop dot co dot uk`, `shop[.]de`, `shop . com`.
struct SpelledHost {
  static let dots: Set<String> = ["dot", "punkt", "punto", "point", "点", "ponto", "dt"]
  private static let opening: Set<Character> = ["[", "(", "{", "<"]

  /// The tokens it covers.
  let tokens: Range<Int>
  let name: String
  /// At least one dot isn't a plain one.
  let isDisguised: Bool
  /// The dots are bare stops or commas with a space beside them, which a careless typist writes too.
  let isLoose: Bool

  /// The longest host that begins at a token; nil if none does.
  init?(at start: Int, in text: ReadText, allowingPeriod: Bool = false) {
    guard Self.dot(after: start, in: text, allowingPeriod: allowingPeriod) != nil else { return nil }
    let tokens = text.tokens
    var labels = [tokens[start].text]
    var index = start
    var end: Int?
    var disguised = false
    var isDisguised = false
    var loose = true
    while let dot = Self.dot(after: index, in: text, allowingPeriod: allowingPeriod), labels.count < 6 {
      labels.append(tokens[dot.next].text)
      disguised = disguised || dot.isDisguised
      loose = loose && dot.isLoose
      index = dot.next
      if LinkScanner.endings.contains(labels[labels.count - 1]) {
        end = labels.count
        isDisguised = disguised
      }
      guard tokens[index].text.count <= 30 else { break }
    }
    guard let end, labels[0].count <= 63 else { return nil }
    var last = start
    for _ in 1..<end { last = Self.dot(after: last, in: text, allowingPeriod: allowingPeriod)?.next ?? last }
    self.tokens = start..<(last + 1)
    name = labels.prefix(end).joined(separator: ".")
    self.isDisguised = isDisguised
    isLoose = loose
  }

  private struct Dot {
    var next: Int
    var isDisguised: Bool
    var isLoose: Bool
  }

  /// The token that follows a dot after `index`.
  private static func dot(after index: Int, in text: ReadText, allowingPeriod: Bool) -> Dot? {
    let tokens = text.tokens
    guard index + 1 < tokens.count else { return nil }
    let space = tokens[index].plain.upperBound..<tokens[index + 1].plain.lowerBound
    let isPlainSpace = space.count == 1 && text.plain[space.lowerBound].scalar == " "
    guard space.count <= 5, !space.isEmpty || tokens[index + 1].text == "点",
      !isPlainSpace || isDot(tokens[index + 1].text, allowingPeriod)
    else {
      return nil
    }
    let gap = text.between(index, index + 1)
    let bare = gap.filter { !$0.isWhitespace && !"[](){}<>".contains($0) }
    if bare == "." || bare == "。" {
      // A stop with a space only behind it ends a sentence.
      let isPlain = gap == "."
      guard isPlain || gap.contains(where: { opening.contains($0) }) || gap.first?.isWhitespace == true || bare == "。"
      else { return nil }
      return Dot(next: index + 1, isDisguised: !isPlain, isLoose: gap.contains(" ") && bare == ".")
    }
    guard index + 2 < tokens.count, text.between(index + 1, index + 2).count <= 3 else { return nil }
    let word = tokens[index + 1].text
    guard isDot(word, allowingPeriod), gap.count <= 3, ["", "-", "_"].contains(bare) else { return nil }
    return Dot(next: index + 2, isDisguised: true, isLoose: false)
  }

  private static func isDot(_ word: String, _ allowingPeriod: Bool) -> Bool {
    dots.contains(word) || allowingPeriod && word == "period"
  }
}
