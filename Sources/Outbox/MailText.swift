import Foundation
import Mail
import ServiceDesk

extension OutgoingMail {
  /// The mail as bytes: RFC 5322 header, UTF-8 text as quoted-printable. No field can add another: what breaks a line
  /// is taken out of every value.
  package var bytes: [UInt8] { MailWriter.bytes(of: self) }
}

/// Writes mails.
enum MailWriter {
  static func bytes(of mail: OutgoingMail) -> [UInt8] {
    var fields: [(String, String)] = [
      ("From", mailbox(mail.fromName, mail.from)), ("To", mailbox("", mail.to)),
      ("Subject", HeaderText.encoded(mail.subject)), ("Date", date(mail.date)), ("Message-ID", oneLine(mail.messageID)),
    ]
    if let parent = mail.inReplyTo, isIdentifier(parent) { fields.append(("In-Reply-To", parent)) }
    let references = mail.references.filter(isIdentifier).suffix(20)
    if !references.isEmpty { fields.append(("References", references.joined(separator: "\r\n "))) }
    fields += [
      ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    let header = fields.map { "\($0): \($1)\r\n" }.joined()
    return Array(header.utf8) + [0x0D, 0x0A] + QuotedPrintable.encode(mail.text)
  }

  /// `<…>` of visible ASCII on one line. Tables name messages as they like: what is none would break the field.
  private static func isIdentifier(_ text: String) -> Bool {
    let inner = text.utf8.dropFirst().dropLast()
    return text.utf8.first == UInt8(ascii: "<") && text.utf8.last == UInt8(ascii: ">") && !inner.isEmpty
      && inner.count < 900
      && inner.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }

  private static func mailbox(_ name: String, _ address: String) -> String {
    let address = oneLine(address).filter { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "," }
    return name.isEmpty ? address : "\(HeaderText.phrase(name)) <\(address)>"
  }

  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  /// "Sun, 22 Nov 2026 04:00:00 +0000"
  private static func date(_ instant: Date) -> String {
    let day = CivilDay(number: instant.utcDay)
    let rest = instant.seconds - instant.utcDay * 86_400
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(weekdays[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) "
      + "\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60)) +0000"
  }
}

/// Text in header fields (RFC 2047).
enum HeaderText {
  /// As it is where it is plain ASCII, else in encoded words of at most 75 bytes.
  static func encoded(_ text: String) -> String {
    let text = MailWriter.oneLine(text)
    guard !text.isEmpty else { return "" }
    // Broken between spaces, a line of nothing else would come about, with which a header ends for some readers.
    let hasLoneSpaces = !text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    if text.utf8.allSatisfy({ $0 < 0x7F }), text.utf8.count < 900, !text.contains("=?"), !hasLoneSpaces {
      return fold(text)
    }
    var words: [String] = []
    var chunk: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 45 bytes become 60 characters of base64; with the frame that is 72.
      if chunk.count + bytes.count > 45, !chunk.isEmpty {
        words.append(word(chunk))
        chunk = []
      }
      chunk += bytes
    }
    words.append(word(chunk))
    return words.joined(separator: "\r\n ")
  }

  static func phrase(_ text: String) -> String {
    let text = MailWriter.oneLine(text)
    guard text.utf8.allSatisfy({ $0 < 0x7F }) else { return encoded(text) }
    return "\"" + text.filter { $0 != "\"" && $0 != "\\" } + "\""
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }

  /// Breaks a long line between its words.
  private static func fold(_ text: String) -> String {
    guard text.utf8.count > 66 else { return text }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if line.utf8.count + word.utf8.count > 66, !line.isEmpty {
        lines.append(line)
        line = String(word)
      } else {
        line += (line.isEmpty && lines.isEmpty ? "" : " ") + word
      }
    }
    lines.append(line)
    return lines.joined(separator: "\r\n ")
  }
}

/// Quoted-printable (RFC 2045).
enum QuotedPrintable {
  static func encode(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for line in text.replacingOccurrences(of: "\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      var column = 0
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isPlain = (byte > 0x20 && byte < 0x7F && byte != 0x3D) || (byte == 0x20 && !isLast)
        if column + (isPlain ? 1 : 3) > 75 {
          output += Array("=\r\n".utf8)
          column = 0
        }
        // A line "From …" would be quoted by mbox programs, one "." ends SMTP: a line that was broken begins one too.
        let mustHide = column == 0 && (byte == 0x2E || (byte == 0x46 && bytes[index...].starts(with: "From ".utf8)))
        let piece = isPlain && !mustHide ? [byte] : Array(("=" + hex(byte)).utf8)
        output += piece
        column += piece.count
      }
      output += [0x0D, 0x0A]
    }
    return output
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
