import Foundation

/// Parts the buyer's own words from what surrounds them: the marketplace's frame and footer, and quoted history.
enum BuyersWords {
  @Sendable static func apply(to reading: inout MailReading) {
    var text = reading.mail.text
    if text.utf8.contains(0x0D) { text = text.replacingOccurrences(of: "\r\n", with: "\n") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var apart: [Substring] = []
    if reading.marketplace != nil || reading.mail.headers["x-space-notification-type"] != nil,
      let frame = frame(of: lines)
    {
      // Only the marketplace writes below the frame, so only there a link can be trusted.
      let footer = lines[(frame.end + 1)...]
      reading.noReplyLink = footer.lazy.compactMap(noReplyLink).first
      apart = Array(footer)
      lines = lines[(frame.begin + 1)..<frame.end]
    }
    let cut = quotedHistory(in: lines) ?? lines.endIndex
    let words = lines[..<cut].joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    if words.isEmpty, cut < lines.endIndex {
      // Somebody who only quotes says it with the quotation.
      reading.text = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
      apart = apart.isEmpty ? [] : apart
    } else {
      reading.text = words
      apart = Array(lines[cut...]) + apart
    }
    reading.quoted = apart.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The lines "------------- Message:  -------------" and "------------- End message -------------", in any
  /// language. The last such line closes: a buyer can type one too, but not below the marketplace's.
  private static func frame(of lines: ArraySlice<Substring>) -> (begin: Int, end: Int)? {
    guard let begin = lines.firstIndex(where: isFrame), let end = lines.lastIndex(where: isFrame), begin < end else {
      return nil
    }
    return (begin, end)
  }

  private static func isFrame(_ line: Substring) -> Bool {
    let bytes = line.utf8
    guard bytes.count > 22, bytes.count < 120, bytes.first == 0x2D else { return false }
    let dashes = bytes.prefix { $0 == 0x2D }.count
    guard dashes >= 10, dashes < bytes.count else { return false }
    let trimmed = line.trimmingCharacters(in: .whitespaces).utf8
    return trimmed.reversed().prefix { $0 == 0x2D }.count >= 10
  }

  /// The marketplace's signed link, unchanged; nil for any other host than its seller pages.
  private static func noReplyLink(_ line: Substring) -> String? {
    guard let start = line.range(of: "https://"), line.contains("no-response-needed") else { return nil }
    let link = line[start.lowerBound...].prefix { !$0.isWhitespace }
    let host = link.dropFirst("https://".count).prefix { $0 != "/" }
    guard host.hasPrefix("sellercentral.amazon.") || host.hasPrefix("sellercentral-europe.amazon.")
      || host.hasPrefix("www.amazon.")
    else { return nil }
    return String(link)
  }

  /// The line at which quoted history begins.
  private static func quotedHistory(in lines: ArraySlice<Substring>) -> Int? {
    for index in lines.indices {
      let line = lines[index].utf8
      guard let first = line.first else { continue }
      if first == 0x3E {
        // A quotation in the midst of the words is part of them; one that runs to the end is history.
        if lines[index...].allSatisfy({ $0.utf8.first == 0x3E || $0.allSatisfy(\.isWhitespace) }) { return index }
      } else if first == 0x2D, line.starts(with: "-----Original Message-----".utf8) {
        return index
      } else if line.last == 0x3A || line.last == 0x20 || line.last == 0x0D {
        if isAttribution(lines, at: index) { return index }
      } else if first == 0x4F, isAttribution(lines, at: index) {
        return index
      }
    }
    return nil
  }

  /// "On Mon, 14 Sep 2026 at 10:02, Dana wrote:", which may run over two lines; followed by quoted lines or the end.
  private static func isAttribution(_ lines: ArraySlice<Substring>, at index: Int) -> Bool {
    let openings = ["On ", "Am ", "Le ", "El ", "Il "]
    let endings = ["wrote:", "schrieb:", "a écrit :", "escribió:", "ha scritto:"]
    let line = lines[index].trimmingCharacters(in: .whitespaces)
    guard openings.contains(where: { line.hasPrefix($0) }) else { return false }
    var joined = line
    var next = index
    if !endings.contains(where: { joined.hasSuffix($0) }), next + 1 < lines.endIndex {
      next += 1
      joined += " " + lines[next].trimmingCharacters(in: .whitespaces)
    }
    guard endings.contains(where: { joined.hasSuffix($0) }), joined.utf8.count < 300 else { return false }
    let following = lines[(next + 1)...].first { !$0.allSatisfy(\.isWhitespace) }
    return following.map { $0.utf8.first == 0x3E } ?? true || joined.contains("@") || joined.contains(":")
  }
}
