import Foundation

/// Makes mails that are nearly right: headers, nested parts, encodings and character sets, each with its faults.
struct FuzzedMail {
  var chance: Chance
  /// Makes the mail's id its own.
  let seed: UInt64

  private static let charsets = [
    "utf-8", "us-ascii", "iso-8859-1", "windows-1252", "gb2312", "shift_jis", "iso-2022-jp", "utf-16", "utf-7",
    "euc-kr", "x-unknown", "", "\u{1B}[2J", "utf-8; charset=big5",
  ]
  private static let encodings = ["7bit", "8bit", "base64", "quoted-printable", "x-uuencode", "BASE64", "none", ""]
  private static let kinds = [
    "text/plain", "text/html", "text", "image/png", "message/rfc822", "message/delivery-status", "application/pdf", "/",
    "text/plain; format=flowed; delsp=yes", "multipart", "text/x-\u{7}",
  ]
  private static let texts = [
    "Where is my lamp, order 114-5550101-2220202?", "<p>Where is <b>my lamp</b>?<script>x</script></p>", "=E4=F6=", "=",
    "On Mon, 14 Sep 2026 at 10:02, Dana wrote:\n> hello\n> there", "From here on\n>From there", "é\u{301}退款ありがとう",
    "------------- Message:  -------------\n\nx\n\n------------- End message -------------\nhttps://www.amazon.com/x",
    "PGh0bWw+", "\u{1B}]0;x\u{7}\0\u{9B}", "<div>" + String(repeating: "<div>", count: 300) + "deep", "",
  ]

  mutating func bytes() -> [UInt8] {
    var mail = Array("Message-ID: <\(seed)@x.example>\n".utf8)
    for _ in 0...chance.upTo(8) { mail += header() }
    mail += part(depth: 0)
    return chance.of(50) ? Mutation.mutated(mail, &chance) : mail
  }

  /// Several mails in one file; some look as if another began within them.
  mutating func mbox(_ count: Int) -> [UInt8] {
    var file: [UInt8] = []
    for number in 0..<count {
      file += Array("From x@x.example Mon Mar  2 08:00:00 2026\nMessage-ID: <\(seed)-\(number)@x.example>\n".utf8)
      for _ in 0...chance.upTo(5) { file += header() }
      file += part(depth: 0) + Array("\n\n".utf8)
    }
    return file
  }

  private mutating func header() -> [UInt8] {
    let name = chance.pick([
      "From", "To", "Subject", "Date", "References", "In-Reply-To", "Reply-To", "List-Id", "Auto-Submitted", "Received",
      "X-Marketplace-ID", "Delivered-To", "Precedence", "X-\u{1B}[2J", " ", "",
    ])
    let value = chance.pick([
      "\"Dana Poe\" <dana@x.example>", "<a@b>, <c@d>", "=?utf-8?B?w6Q=?= =?utf-8?B?w7Y=?=", "=?utf-8?Q?=F0=9F=AA=94?=",
      "=?x?y?z", "=?utf-8?B?\(String(repeating: "A", count: chance.upTo(200)))", "Mon, 2 Mar 2026 08:00:00 +0000",
      "Mon, 99 Zzz 99999 25:61:61 +9999", "order 501-7700123", "(comment (nested", "\"unclosed <x@", "a:b,c@d;;",
      "<\(seed)@y.example> <z@z>", String(repeating: "x ", count: chance.upTo(600)), "auto-replied",
      "\u{202E}\u{1B}[2J",
      "; 2 Mar 2026 08:00:00", "one\n two\n\tthree", "Re: Re: Re:",
    ])
    return Array("\(name): \(value)\n".utf8)
  }

  private mutating func part(depth: Int) -> [UInt8] {
    guard depth < 5, chance.of(60) else { return leaf() }
    // Parts that share a boundary, or have none, are what real mails get wrong.
    let boundary = chance.pick(["b", "b\(depth)", "", "=_\(seed)"])
    let subtype = chance.pick(["mixed", "alternative", "related", "report", "signed", ""])
    var part = Array("Content-Type: multipart/\(subtype); boundary=\"\(boundary)\"\n\npreamble\n".utf8)
    for _ in 0..<chance.upTo(4) { part += Array("\n--\(boundary)\n".utf8) + self.part(depth: depth + 1) }
    return chance.of(70) ? part + Array("\n--\(boundary)--\n".utf8) : part
  }

  private mutating func leaf() -> [UInt8] {
    var head = "Content-Type: \(chance.pick(Self.kinds)); charset=\"\(chance.pick(Self.charsets))\"\n"
    if chance.of(50) { head += "Content-Transfer-Encoding: \(chance.pick(Self.encodings))\n" }
    if chance.of(30) { head += "Content-Disposition: attachment; filename*=utf-8''..%2F%1B%5B2J\n" }
    let text = chance.pick(Self.texts)
    let body = chance.of(30) ? Data(text.utf8).base64EncodedString() : text
    return Array("\(head)\n\(body)\n".utf8)
  }
}
