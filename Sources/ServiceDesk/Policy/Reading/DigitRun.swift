/// Digits, or words for digits, that follow each other with nothing but the usual signs between.
struct DigitRun {
  private(set) var tokens: Range<Int>
  private(set) var digits = ""
  private(set) var hasPlus = false
  private(set) var isSpoken = false
  /// `1-800-FIX-SHELF`.
  private(set) var isVanity = false
  /// The lengths of its groups.
  private(set) var groups: [Int] = []
  /// What stands between them, without spaces.
  private(set) var separators = ""

  /// Longer runs are something else.
  private static let most = 40
  private static let fillers: Set<String> = ["y", "et", "und", "and"]

  init?(at start: Int, in text: ReadText) {
    tokens = start..<start
    var index = start
    if text.tokens[index].text == "+" {
      hasPlus = true
      index += 1
    }
    var spoken = 0
    while index < text.tokens.count, digits.count < Self.most {
      if index > start, !joins(index, text) { break }
      if !groups.isEmpty, Self.fillers.contains(text.tokens[index].text), index + 1 < text.tokens.count,
        SpokenDigits.digits(of: text.tokens[index + 1].text)?.isSpoken == true
      {
        index += 1
        continue
      }
      guard let part = SpokenDigits.digits(of: text.tokens[index].text) else { break }
      if part.isSpoken { spoken += 1 }
      digits += part.text
      groups.append(part.text.count)
      index += 1
    }
    guard !digits.isEmpty else { return nil }
    isSpoken = spoken > groups.count / 2
    tokens = start..<index
    isVanity = Self.freeCalls.contains(digits) && Self.hasLetters(after: index, text)
  }

  private mutating func joins(_ index: Int, _ text: ReadText) -> Bool {
    let gap = text.between(index - 1, index)
    guard gap.count <= 4, gap.allSatisfy({ " -./(),、·_[]".contains($0) || $0.isWhitespace }), !gap.contains("\n") else {
      return false
    }
    separators += gap.filter { !$0.isWhitespace }
    return true
  }

  // MARK: - What it looks like

  private static let freeCalls: Set<String> = [
    "1800", "1888", "1877", "1866", "1855", "0800", "0808", "800", "0300", "01800",
  ]

  private static func hasLetters(after index: Int, _ text: ReadText) -> Bool {
    guard index < text.tokens.count, text.between(index - 1, index) == "-" else { return false }
    let written = text.words(index..<(index + 1))
    return written.count >= 3 && written == written.uppercased()
  }

  /// As many digits as a telephone number has; words for tens and ones make more.
  var isPossible: Bool { isVanity || (7...(isSpoken ? 26 : 15)).contains(digits.count) }

  /// Amazon's 3-7-7.
  var isOrderNumber: Bool { groups == [3, 7, 7] }

  var isDate: Bool { digits.count == 8 && (groups == [4, 2, 2] || groups == [2, 2, 4]) }

  var hasShape: Bool {
    if hasPlus { return true }
    if digits.hasPrefix("00") && digits.count >= 10 { return true }
    if digits.hasPrefix("0") { return (9...12).contains(digits.count) }
    return groups.count >= 2 && (7...11).contains(digits.count)
      || digits.count == 11 && digits.hasPrefix("1") || digits.count == 10
  }

  /// So clearly a telephone number that no word has to say so.
  var hasStrongShape: Bool {
    if hasPlus || digits.hasPrefix("00") && (11...15).contains(digits.count) && groups.count > 1 { return true }
    guard groups.count >= 2, digits.count <= 13 else { return false }
    // America: 555-555-0100. France: 01 23 45 67 89. Elsewhere the area code opens with a nought.
    if groups == [3, 3, 4] || groups == [1, 3, 3, 4] { return true }
    return digits.hasPrefix("0") && (10...12).contains(digits.count) && groups.count <= 6
  }
}
