/// Bytes in, characters out, one byte at a time: a character may be split between two reads of a pseudo-terminal.
///
/// What is no UTF-8 becomes U+FFFD, one for each longest beginning of a character, as `String(decoding:as:)` has it.
struct UTF8Stream: Equatable, Sendable {
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be. Only after the first byte is it less than any continuation: no overlong forms, no
  /// surrogates, nothing above U+10FFFF.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// The characters that `byte` completes: none amid a character, two when it also shows that one was broken off.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else {
      missing = 0
      return [Self.replacement] + begin(byte)
    }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    allowed = 0x80...0xBF
    return missing == 0 ? [Unicode.Scalar(value) ?? Self.replacement] : []
  }

  private mutating func begin(_ byte: UInt8) -> [Unicode.Scalar] {
    allowed = 0x80...0xBF
    switch byte {
    case 0..<0x80: return [Unicode.Scalar(byte)]
    case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF:
      (value, missing) = (UInt32(byte & 0x0F), 2)
      if byte == 0xE0 { allowed = 0xA0...0xBF }
      if byte == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, missing) = (UInt32(byte & 0x07), 3)
      if byte == 0xF0 { allowed = 0x90...0xBF }
      if byte == 0xF4 { allowed = 0x80...0x8F }
    default: return [Self.replacement]
    }
    return []
  }
}
