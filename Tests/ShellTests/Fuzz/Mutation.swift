/// Changes bytes as accidents and enemies do.
enum Mutation {
  /// What is put where it doesn't belong.
  private static let pieces: [[UInt8]] =
    [
      "\0", "\u{1B}[2J", "\"", "\"\"", ",", "\t", ";", "\r\n", "\n\n", "{", "}", "[", "]", "<", ">", "</", "&#0;",
      "&x;",
    ]
    .map { Array($0.utf8) }
    + [
      "\u{202E}", "\u{FEFF}", "\u{2028}", "🪔", "-1", "99999999999999999999", "1e999", "0x0", "NaN", "&a", "*a", "{{",
      "}}",
    ]
    .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x9B], [0x82, 0xA0], [0x1B, 0x24, 0x42]]

  static func mutated(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0...chance.upTo(4) {
      let start = chance.upTo(bytes.count)
      let end = min(bytes.count, start + chance.upTo(chance.of(20) ? 200 : 4))
      switch chance.upTo(5) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: chance.pick(pieces), at: start)
      case 2: bytes.replaceSubrange(start..<end, with: chance.pick(pieces))
      case 3: bytes.insert(contentsOf: Array(bytes[start..<end]), at: chance.upTo(bytes.count))
      case 4: if start < bytes.count { bytes[start] = UInt8(chance.upTo(255)) }
      default: if chance.of(20) { bytes.removeSubrange(start...) }
      }
    }
    return bytes
  }

  static func mutated(_ text: String, _ chance: inout Chance) -> String {
    String(decoding: mutated(Array(text.utf8), &chance), as: UTF8.self)
  }
}
