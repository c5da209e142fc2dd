import Foundation

/// Joins encoded words in base64 that follow each other, before GMime reads them.
///
/// GMime 3.2 decodes such words in one go and stops at the first padding, so that a subject of several words would be
/// cut after its first: `=?utf-8?B?w6Q=?= =?utf-8?B?w7Y=?=` became "ä".
enum EncodedWords {
  private struct Word {
    var charset: ArraySlice<UInt8>
    var payload: ArraySlice<UInt8>
    var end: Int
  }

  /// The mail with such words made one; nil where there are none.
  static func joined(_ mail: UnsafeRawBufferPointer) -> [UInt8]? {
    let headerEnd = endOfHeader(mail)
    // Most headers have no encoded word at all.
    guard (1..<max(1, headerEnd)).contains(where: { mail[$0] == 0x3F && mail[$0 - 1] == 0x3D }) else { return nil }
    let header = Array(mail[..<headerEnd])
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    while index + 1 < header.count {
      guard header[index] == 0x3D, header[index + 1] == 0x3F, let first = word(header, at: index) else {
        index += 1
        continue
      }
      var payloads = [first.payload]
      var end = first.end
      while let next = following(header, end), next.charset.elementsEqual(first.charset, by: isSameLetter) {
        payloads.append(next.payload)
        end = next.end
      }
      if payloads.dropLast().contains(where: { $0.last == 0x3D }) {
        let decoded = payloads.compactMap { Data(base64Encoded: Data($0)) }
        if decoded.count == payloads.count {
          output += header[copied..<index]
          output += Array("=?".utf8) + first.charset + Array("?B?".utf8)
          var whole = Data()
          for piece in decoded { whole.append(piece) }
          output += Array(whole.base64EncodedData()) + Array("?=".utf8)
          copied = end
        }
      }
      index = end
    }
    guard copied > 0 else { return nil }
    return output + header[copied...] + Array(mail[headerEnd...])
  }

  /// Where the empty line after the head ends, at its line feed; the mail's length where there is none.
  static func endOfHeader(_ mail: UnsafeRawBufferPointer) -> Int {
    var lineStart = 0
    while let end = mail[lineStart...].firstIndex(of: 0x0A) {
      if end == lineStart || (end == lineStart + 1 && mail[lineStart] == 0x0D) { return end }
      lineStart = end + 1
    }
    return mail.count
  }

  /// The word that stands after nothing but white space.
  private static func following(_ header: [UInt8], _ start: Int) -> Word? {
    guard let next = header[start...].firstIndex(where: { ![0x20, 0x09, 0x0D, 0x0A].contains($0) }), next > start,
      header[next - 1] == 0x20 || header[next - 1] == 0x09
    else { return nil }
    return word(header, at: next)
  }

  private static func word(_ header: [UInt8], at start: Int) -> Word? {
    guard header[start...].starts(with: [0x3D, 0x3F]),
      let mark = header[(start + 2)...].firstIndex(where: { $0 == 0x3F || $0 <= 0x20 }), header[mark] == 0x3F,
      mark + 2 < header.count, header[mark + 1] & 0xDF == 0x42, header[mark + 2] == 0x3F,
      let end = header[(mark + 3)...].firstIndex(where: { $0 == 0x3F || $0 <= 0x20 }), end + 1 < header.count,
      header[end] == 0x3F, header[end + 1] == 0x3D
    else { return nil }
    return Word(charset: header[(start + 2)..<mark], payload: header[(mark + 3)..<end], end: end + 2)
  }

  private static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    Character(Unicode.Scalar(left)).lowercased() == Character(Unicode.Scalar(right)).lowercased()
  }
}
