import Foundation

/// Cuts what would make GMime need many times a mail's length in memory: a head of endless fields, or parts without end.
///
/// It keeps half a kilobyte for each field and two for each part, wherever they may stand. What is cut would not be
/// looked at: buyers' mails have some dozen fields, and `MailReader.mostParts` parts are read.
enum MailBounds {
  /// A mail up to this length can't grow beyond what the program needs by itself, in bytes.
  static let harmless = 1 << 20
  /// Of the head, in bytes.
  static let longestHead = 1 << 20
  /// Lines of the head.
  static let mostHeadLines = 10_000
  /// Lines that begin as the boundary of a part does.
  static let mostBoundaries = 10_000

  /// The mail without what is too much, and what is to be said of that; nil where all of it may be read.
  static func cut(_ mail: UnsafeRawBufferPointer) -> (bytes: [UInt8], flaws: [MailFlaw])? {
    guard mail.count > harmless else { return nil }
    let body = EncodedWords.endOfHeader(mail)
    let head = endOfHead(UnsafeRawBufferPointer(rebasing: mail[..<body]))
    let end = body + endOfParts(UnsafeRawBufferPointer(rebasing: mail[body...]))
    guard head < body || end < mail.count else { return nil }
    var bytes = Array(mail[..<head])
    // The line feed of the empty line comes with the body; a field that was cut needs one of its own.
    if head < body, bytes.last != 0x0A { bytes.append(0x0A) }
    bytes += mail[body..<end]
    return (bytes, (head < body ? [.cutHead] : []) + (end < mail.count ? [.tooManyParts] : []))
  }

  private static func endOfHead(_ head: UnsafeRawBufferPointer) -> Int {
    var lines = 0
    let end = firstLine(in: head) { start in
      lines += 1
      return lines > mostHeadLines || start > longestHead
    }
    return min(end ?? head.count, longestHead)
  }

  private static func endOfParts(_ body: UnsafeRawBufferPointer) -> Int {
    var boundaries = 0
    let end = firstLine(in: body) { start in
      guard body[start...].starts(with: "--".utf8) else { return false }
      boundaries += 1
      return boundaries > mostBoundaries
    }
    return end ?? body.count
  }

  /// Where the first line begins of which something holds.
  private static func firstLine(in bytes: UnsafeRawBufferPointer, where holds: (Int) -> Bool) -> Int? {
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      if holds(start) { return start }
      guard let newline = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
      start = newline - UnsafeMutableRawPointer(mutating: base) + 1
    }
    return nil
  }
}
