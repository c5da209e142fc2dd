import Foundation

/// Order numbers as they stand in texts.
package enum OrderNumber {
  /// Amazon's: three, seven and seven digits, with hyphens between (MARKETPLACES.md 6.8).
  package static func amazon(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19 else { return [] }
    var found: [String] = []
    var start = 0
    while start + 19 <= bytes.count {
      if isAmazon(bytes, at: start) {
        let number = String(decoding: bytes[start..<(start + 19)], as: UTF8.self)
        if !found.contains(number) { found.append(number) }
        start += 19
      } else {
        start += 1
      }
    }
    return found
  }

  private static func isAmazon(_ bytes: [UInt8], at start: Int) -> Bool {
    guard bytes[start + 3] == 0x2D, bytes[start + 11] == 0x2D else { return false }
    if start > 0, isDigit(bytes[start - 1]) { return false }
    if start + 19 < bytes.count, isDigit(bytes[start + 19]) { return false }
    for offset in 0..<19 where offset != 3 && offset != 11 {
      guard isDigit(bytes[start + offset]) else { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
