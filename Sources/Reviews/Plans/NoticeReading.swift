/// What a marketplace's notice names: orders and listings, each of which an answer must mention.
package enum NoticeReading {
  /// Amazon's order numbers (3-7-7 digits) and listing numbers (ASIN: B0 and eight more letters or digits).
  package static func concerns(in text: String) -> [String] {
    var found: [String] = []
    for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") }) {
      guard isOrder(word) || isListing(word), !found.contains(String(word)) else { continue }
      found.append(String(word))
    }
    return found
  }

  /// The orders that a text names.
  package static func orders(in text: String) -> [String] {
    concerns(in: text).filter { isOrder($0[...]) }
  }

  /// The cases that it names: "#12".
  package static func cases(in text: String) -> [Int64] {
    text.matches(of: /#(\d{1,18})\b/).compactMap { Int64($0.1) }
  }

  private static func isOrder(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [3, 7, 7] && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
  }

  private static func isListing(_ word: Substring) -> Bool {
    word.utf8.count == 10 && word.hasPrefix("B0")
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
