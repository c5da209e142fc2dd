/// What a file given as mail turns out to be, by its first bytes.
package enum MailFormat: String, Sendable {
  case mbox, eml, maildir, empty

  /// Why a file is no mail, with what to do instead.
  package struct Refusal: Error, Sendable, Equatable {
    package var reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// - Parameter start: the first few kilobytes.
  package static func recognise(_ start: [UInt8]) throws(Refusal) -> MailFormat {
    if start.isEmpty { return .empty }
    if start.starts(with: [0x1F, 0x8B]) {
      throw Refusal(reason: "is compressed by gzip; unpack it first: gunzip FILE")
    }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw Refusal(reason: "is a zip archive; unpack it first") }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw Refusal(reason: "is UTF-16 text; save it as UTF-8")
    }
    if start.starts(with: "From ".utf8) { return .mbox }
    guard beginsWithHeader(start) else {
      throw Refusal(reason: "is no mail: it begins neither with a \"From \" line (mbox) nor with a header field (.eml)")
    }
    return .eml
  }

  /// Whether a header field stands within the first lines; leading blank lines and ">From " are forgiven.
  private static func beginsWithHeader(_ start: [UInt8]) -> Bool {
    for line in start.split(separator: 0x0A, maxSplits: 20).prefix(20) {
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { continue }
      if line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }), line[line.startIndex] > 0x20 {
        return true
      }
    }
    return false
  }
}
