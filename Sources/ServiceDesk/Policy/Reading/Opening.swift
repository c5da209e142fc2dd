/// The first two letters of a word, reduced to a small number: two words that open differently need no comparing.
struct Opening: Sendable, Hashable {
  static let count = 1_024

  let value: Int

  init(_ word: String) {
    var scalars = word.unicodeScalars.makeIterator()
    let first = scalars.next()?.value ?? 0
    let second = scalars.next()?.value ?? 0
    value = Int((first &* 31 &+ second) % UInt32(Self.count))
  }
}

/// A set of openings that is asked for every token of a text.
struct OpeningSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: Opening.count / 64)

  init(_ openings: [Opening] = []) { for opening in openings { insert(opening) } }

  mutating func insert(_ opening: Opening) { bits[opening.value >> 6] |= 1 << UInt64(opening.value & 63) }

  func contains(_ opening: Opening) -> Bool { bits[opening.value >> 6] & (1 << UInt64(opening.value & 63)) != 0 }
}
