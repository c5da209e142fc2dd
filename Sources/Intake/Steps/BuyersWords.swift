import Foundation

/// Parts the buyer's own words from what surrounds them: the marketplace's frame and footer, and quoted history.
///
/// Works on bytes: this is the step that looks at every line of every mail.
enum BuyersWords {
  typealias Line = ArraySlice<UInt8>

  @Sendable static func apply(to reading: inout MailReading) {
    let bytes = withoutCarriageReturns(Array(reading.mail.text.utf8))
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    var footer: ArraySlice<Line> = []
    if reading.marketplace != nil, let frame = frame(of: lines) {
      // Only the marketplace writes below the frame, so only there a link can be trusted.
      footer = lines[(frame.end + 1)...]
      reading.noReplyLink = footer.lazy.compactMap(noReplyLink).first
      lines = lines[(frame.begin + 1)..<frame.end]
    }
    let cut = quotedHistory(in: lines) ?? lines.endIndex
    let words = text(lines[..<cut])
    if words.isEmpty, cut < lines.endIndex {
      // Somebody who only quotes says it with the quotation.
      reading.text = text(lines)
      reading.quoted = text(footer)
    } else {
      reading.text = words
      reading.quoted = text(lines[cut...] + footer)
    }
  }

  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    return bytes.indices.filter { bytes[$0] != 0x0D || $0 + 1 < bytes.count && bytes[$0 + 1] != 0x0A }.map { bytes[$0] }
  }

  /// The lines without the white space around them.
  private static func text(_ lines: ArraySlice<Line>) -> String {
    let joined = Array(lines.joined(separator: [0x0A]))
    guard let first = joined.firstIndex(where: { $0 > 0x20 }), let last = joined.lastIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    return String(decoding: joined[first...last], as: UTF8.self)
  }

  // MARK: - The marketplace's frame

  /// The lines "------------- Message:  -------------" and "------------- End message -------------", in any
  /// language. The last such line closes: a buyer can type one too, but not below the marketplace's.
  private static func frame(of lines: ArraySlice<Line>) -> (begin: Int, end: Int)? {
    guard let begin = lines.firstIndex(where: isFrame), let end = lines.lastIndex(where: isFrame), begin < end else {
      return nil
    }
    return (begin, end)
  }

  private static func isFrame(_ line: Line) -> Bool {
    guard line.first == 0x2D, line.count > 22, line.count < 120 else { return false }
    let line = line[...(line.lastIndex { $0 > 0x20 } ?? line.startIndex)]
    let before = line.prefix { $0 == 0x2D }.count
    let after = line.reversed().prefix { $0 == 0x2D }.count
    return before >= 10 && after >= 10 && before < line.count
  }

  private static let needless = Array("no-response-needed".utf8)

  /// The marketplace's signed link, unchanged; nil for any other host than its seller pages.
  private static func noReplyLink(_ line: Line) -> String? {
    guard line.count > 60,
      line.indices.contains(where: { line[$0] == needless[0] && line[$0...].starts(with: needless) })
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.range(of: "https://") else { return nil }
    let link = text[start.lowerBound...].prefix { !$0.isWhitespace }
    let host = link.dropFirst("https://".count).prefix { $0 != "/" }
    let isTheirs = ["sellercentral.amazon.", "sellercentral-europe.amazon.", "www.amazon."].contains { beginning in
      // After "amazon." only a top-level domain may stand, such as com, de, co.uk: amazon.com.evil.example has more.
      host.hasPrefix(beginning)
        && [
          "com", "ca", "de", "fr", "it", "es", "nl", "se", "pl", "ie", "ae", "sa", "eg", "in", "sg", "cn", "co.uk",
          "co.jp",
          "com.mx", "com.br", "com.be", "com.tr", "com.au",
        ].contains(String(host.dropFirst(beginning.count)))
    }
    return isTheirs ? String(link) : nil
  }

  // MARK: - Quoted history

  /// The line at which quoted history begins.
  private static func quotedHistory(in lines: ArraySlice<Line>) -> Int? {
    // The quotation that runs to the end, if there is one; a quotation in the midst of the words is part of them.
    let isQuoted = { (line: Line) in line.first == 0x3E }
    let isBlank = { (line: Line) in !line.contains { $0 > 0x20 } }
    let lastOwn = lines.lastIndex { !isQuoted($0) && !isBlank($0) }
    let tail = lines[(lastOwn.map { $0 + 1 } ?? lines.startIndex)...].firstIndex(where: isQuoted)
    for index in lines.indices {
      guard let first = lines[index].first else { continue }
      if first == 0x2D, lines[index].starts(with: "-----Original Message-----".utf8) { return index }
      if openings.contains(where: { lines[index].starts(with: $0) }), isAttribution(lines, at: index) { return index }
      if index == tail { return index }
    }
    return nil
  }

  private static let openings: [[UInt8]] = ["On ", "Am ", "Le ", "El ", "Il "].map { Array($0.utf8) }
  private static let endings = ["wrote:", "schrieb:", "a écrit :", "escribió:", "ha scritto:"]

  /// "On Mon, 14 Sep 2026 at 10:02, Dana wrote:", which may run over two lines; it names a time or an address.
  private static func isAttribution(_ lines: ArraySlice<Line>, at index: Int) -> Bool {
    var joined = String(decoding: lines[index], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    // German puts the name last: "Am 14.09.2026 um 10:02 schrieb Dana Poe <…>:".
    func ends(_ text: String) -> Bool {
      endings.contains { text.hasSuffix($0) }
        || text.hasPrefix("Am ") && text.contains(" schrieb ") && text.hasSuffix(":")
    }
    if !ends(joined), index + 1 < lines.endIndex {
      joined += " " + String(decoding: lines[index + 1], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }
    guard ends(joined), joined.utf8.count < 300 else { return false }
    let before = joined.dropLast()
    return before.contains("@") || before.contains(":") || before.contains { $0.isNumber }
  }
}
