/// German compounds: a "Produktbewertung" is a "Bewertung".
enum Compounds {
  private static let heads: [[UInt8]] = [
    "bewertung", "rezension", "erfahrungsbericht", "gutschein", "geschenk", "kommentar", "beurteilung", "kundenmeinung",
  ].map { Array($0.utf8) }

  /// The part of a long word by which it is known, with all that follows; nil where there is none.
  static func head(of word: String) -> String? {
    let letters = Array(word.utf8)
    guard (10...60).contains(letters.count) else { return nil }
    let found = heads.lazy.compactMap { Bytes.range(of: $0, in: letters, from: 1) }.first
    return found.map { String(decoding: letters[$0.lowerBound...], as: UTF8.self) }
  }
}
