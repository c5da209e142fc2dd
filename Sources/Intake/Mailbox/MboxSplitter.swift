/// A mail as it stands in its file.
package struct RawMail: Sendable {
  package var bytes: [UInt8]
  /// The line of the file at which it begins, from 1.
  package var line: Int
  /// Too long to be taken; `bytes` then holds only its beginning.
  package var isOversized: Bool

  package init(bytes: [UInt8], line: Int, isOversized: Bool = false) {
    self.bytes = bytes
    self.line = line
    self.isOversized = isOversized
  }
}

/// Cuts an mbox file into mails as its bytes come in, holding no more than one mail at a time.
///
/// A mail begins at a line "From ADDRESS … TIME …" that is the first or follows an empty one; lines that begin
/// with ">From " are given back their first character (mboxrd and mboxo both write them so).
package struct MboxSplitter {
  /// A mail longer than this is not taken, in bytes: marketplaces allow 10 MB of attachments.
  package static let longestMail = 32 << 20

  private var mail: [UInt8] = []
  private var mailLine = 1
  private var line: [UInt8] = []
  private var lineNumber = 0
  private var previousWasEmpty = true
  private var isOversized = false
  private var hasBegun = false

  package init() {}

  /// Takes more bytes, and hands over each mail that they complete.
  package mutating func feed(_ bytes: UnsafeRawBufferPointer, _ complete: (RawMail) throws -> Void) rethrows {
    var start = 0
    while start < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let end = rest.firstIndex(of: 0x0A) else {
        appendToLine(rest)
        return
      }
      let whole = UnsafeRawBufferPointer(rebasing: rest[...end])
      start += end + 1
      if line.isEmpty {
        try take(whole, complete)
      } else {
        appendToLine(whole)
        let joined = line
        line.removeAll(keepingCapacity: true)
        try joined.withUnsafeBytes { try take($0, complete) }
      }
    }
  }

  /// Hands over the last mail.
  package mutating func finish(_ complete: (RawMail) throws -> Void) rethrows {
    if !line.isEmpty {
      let rest = line
      line = []
      try rest.withUnsafeBytes { try take($0, complete) }
    }
    try handOver(complete)
  }

  private mutating func appendToLine(_ bytes: UnsafeRawBufferPointer) {
    // A line without an end can't be longer than a mail may be.
    if line.count + bytes.count <= Self.longestMail + 1024 { line += bytes } else { isOversized = true }
  }

  private mutating func take(_ text: UnsafeRawBufferPointer, _ complete: (RawMail) throws -> Void) rethrows {
    lineNumber += 1
    if previousWasEmpty, Self.isSeparator(text) {
      try handOver(complete)
      hasBegun = true
      mailLine = lineNumber
      previousWasEmpty = false
      return
    }
    previousWasEmpty = text.count == 1 || (text.count == 2 && text[0] == 0x0D)
    guard mail.count + text.count <= Self.longestMail else {
      isOversized = true
      return
    }
    if text[0] == 0x3E, Self.isQuotedFrom(text) {
      mail += text.dropFirst()
    } else {
      mail += text
    }
  }

  private mutating func handOver(_ complete: (RawMail) throws -> Void) rethrows {
    if hasBegun || !mail.isEmpty {
      try complete(RawMail(bytes: mail, line: mailLine, isOversized: isOversized))
    }
    mail.removeAll(keepingCapacity: mail.count < 1 << 20)
    isOversized = false
  }

  private static func isQuotedFrom(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.firstIndex(where: { $0 != 0x3E }) else { return false }
    return text[first...].starts(with: "From ".utf8)
  }

  /// "From " with a time of day further on: prose that happens to begin with "From" has none.
  static func isSeparator(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count >= 10, text.starts(with: "From ".utf8) else { return false }
    for index in 5..<(min(text.count, 200) - 2) where text[index] == 0x3A {
      let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
      if isDigit(text[index - 1]), isDigit(text[index + 1]), isDigit(text[index + 2]) { return true }
    }
    return false
  }
}
