import Foundation
import Testing

@testable import Mail

@Suite("Mails are read as a person would read them")
struct MailReaderTests {
  @Test("An ordinary mail")
  func ordinary() throws {
    let message = try mail(
      """
      From: "Dana Poe" <dana@buyer.example>
      To: Lamp Shop <service@lampshop.example>, second@lampshop.example
      Subject: Where is
       my lamp?
      Date: Sat, 12 Sep 2026 21:14:03 +0200
      Message-ID: <one@buyer.example>
      In-Reply-To: <zero@lampshop.example>
      References: <a@lampshop.example>
       <zero@lampshop.example>
      Received: from a.example by b.example; Sat, 12 Sep 2026 19:15:00 +0000
      Received: from c.example by a.example; Sat, 12 Sep 2026 19:14:30 +0000
      Auto-Submitted: no
      Content-Type: text/plain; charset=utf-8

      It should be here — since Thursday.
      """)
    #expect(message.from == MailAddress(name: "Dana Poe", address: "dana@buyer.example"))
    #expect(message.to.map(\.address) == ["service@lampshop.example", "second@lampshop.example"])
    #expect(message.subject == "Where is my lamp?")
    #expect(message.date == Date(timeIntervalSince1970: 1_789_240_443))
    #expect(message.receivedDate == Date(timeIntervalSince1970: 1_789_240_500))
    #expect(message.messageID == "<one@buyer.example>")
    #expect(message.inReplyTo == ["<zero@lampshop.example>"])
    #expect(message.references == ["<a@lampshop.example>", "<zero@lampshop.example>"])
    #expect(message.headers["auto-submitted"] == "no")
    #expect(message.text.trimmingCharacters(in: .newlines) == "It should be here — since Thursday.")
    #expect(message.attachments.isEmpty && message.flaws.isEmpty)
  }

  @Test("Lines may end as they do on the wire")
  func wireLineEnds() throws {
    let message = try mail(
      "From: dana@buyer.example\r\nSubject: A\r\n B\r\nDate: Sat, 12 Sep 2026 21:14:03 +0000\r\n\r\nOne\r\nTwo\r\n")
    #expect(message.subject == "A B")
    #expect(message.text.split(whereSeparator: \.isNewline) == ["One", "Two"])
  }

  @Test(
    "Encoded words are decoded",
    arguments: [
      ("=?utf-8?Q?Stra=C3=9Fe?=", "Straße"), ("=?iso-8859-1?Q?caf=E9?=", "café"), ("=?UTF-8?B?w6TDtsO8?=", "äöü"),
      // Between two of them the space does not count; beside plain words it does.
      ("=?utf-8?Q?One?=\n =?utf-8?Q?Two?=", "OneTwo"), ("=?utf-8?B?w6TDtsO8?=\n =?utf-8?B?w6TDtsO8?=", "äöüäöü"),
      ("Re: =?utf-8?Q?Lamp=C3=A9?= now", "Re: Lampé now"),
      ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"), ("=?gb2312?B?1tDOxA==?=", "中文"),
    ])
  func encodedWords(written: String, meaning: String) throws {
    #expect(try mail("From: a@b.example\nSubject: \(written)\n\nx").subject == meaning)
  }

  @Test(
    "Encoded words in base64 that are padded don't end the field",
    arguments: [
      ("=?utf-8?B?w6Q=?=\n =?utf-8?B?w7Y=?=", "äö"),
      ("=?utf-8?B?TXlTdXJ2ZXk=?= =?utf-8?B?LmNvbTogIFk=?= =?utf-8?B?b3U=?=", "MySurvey.com:  You"),
    ])
  func paddedWords(written: String, meaning: String) throws {
    #expect(try mail("From: \(written) <a@b.example>\nSubject: \(written)\n\nx").subject == meaning)
    #expect(try mail("From: \(written) <a@b.example>\nSubject: \(written)\n\nx").from?.name == meaning)
  }

  @Test("Of a field that comes twice the first counts")
  func twice() throws {
    let message = try mail(
      "From: a@b.example\nSubject: One\nDate: Sat, 12 Sep 2026 21:14:03 +0000\nFrom: c@d.example\nSubject: Two\n\nx")
    #expect(message.subject == "One")
    #expect(message.from?.address == "a@b.example")
  }

  @Test(
    "The type of the whole mail is told, as bounces are known by it",
    arguments: ["multipart/report", "multipart/mixed", "text/html"])
  func contentType(type: String) throws {
    let text = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: \(type); boundary=cut\n\n--cut\n\nHello\n--cut--\n"
    #expect(try mail(text).headers["content-type"] == type)
  }

  @Test("A mail that says no more of its text than that it is one")
  func bareType() throws {
    let message = try mail("From: a@b.example\nMIME-Version: 1.0\nContent-Type: text; charset=us-ascii\n\nHello")
    #expect(message.text == "Hello")
  }

  @Test("A mail with nothing but its content fields is one as well")
  func contentFieldsOnly() throws {
    #expect(try mail("Content-Type: text/plain; charset=utf-8\n\nHello").text == "Hello")
  }

  @Test("A sender's name in encoded words")
  func encodedName() throws {
    let message = try mail("From: =?utf-8?Q?J=C3=BCrgen_M?= <jm@buyer.example>\nSubject: A\n\nx")
    #expect(message.from == MailAddress(name: "Jürgen M", address: "jm@buyer.example"))
  }

  @Test(
    "Eight-bit header bytes are UTF-8 if they can be, else Windows-1252",
    arguments: [([0x63, 0x61, 0x66, 0xC3, 0xA9], "café"), ([0x63, 0x61, 0x66, 0xE9], "café"), ([0x80, 0x35], "€5")]
      as [([UInt8], String)])
  func rawHeaders(bytes: [UInt8], meaning: String) throws {
    #expect(try mail(Array("From: a@b.example\nSubject: ".utf8) + bytes + Array("\n\nx".utf8)).subject == meaning)
  }

  struct Body: Sendable, CustomTestStringConvertible {
    var name: String
    var headers: String
    var bytes: [UInt8]
    var text: String

    init(_ name: String, _ headers: String, _ body: String, _ text: String) {
      self.init(name, headers, Array(body.utf8), text)
    }

    init(_ name: String, _ headers: String, _ bytes: [UInt8], _ text: String) {
      (self.name, self.headers, self.bytes, self.text) = (name, headers, bytes, text)
    }

    var testDescription: String { name }
  }

  @Test(
    "The text is decoded",
    arguments: [
      Body(
        "quoted-printable", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
        "Stra=C3=9Fe =3D one l=\nine", "Straße = one line"),
      Body(
        "base64", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n", "U3RyYcOf\nZQ==\n",
        "Straße"),
      Body(
        "broken base64", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
        "U3RyYcOf*!\nZQ==", "Straße"),
      Body("a stray equals sign", "Content-Transfer-Encoding: quoted-printable\n", "1 =zz 2", "1 =zz 2"),
      Body("an unknown encoding", "Content-Transfer-Encoding: x-rot13\n", "plain", "plain"),
      Body(
        "ISO 2022-JP", "Content-Type: text/plain; charset=iso-2022-jp\n",
        [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "日本"),
      Body("Latin 1", "Content-Type: text/plain; charset=\"ISO-8859-1\"\n", [0x63, 0x61, 0x66, 0xE9], "café"),
      Body("no charset, UTF-8", "", [0x63, 0x61, 0x66, 0xC3, 0xA9], "café"),
      Body("no charset, Windows", "", [0x80, 0x35], "€5"),
      Body("ASCII that is none", "Content-Type: text/plain; charset=us-ascii\n", [0x63, 0x61, 0x66, 0xE9], "café"),
      Body("UTF-8 that is none", "Content-Type: text/plain; charset=utf-8\n", [0x61, 0xFF, 0x62], "a\u{FFFD}b"),
      Body("no body", "", "", ""),
    ])
  func bodies(body: Body) throws {
    let start = Array(
      "From: a@b.example\nSubject: A\nDate: Sat, 12 Sep 2026 21:14:03 +0000\nMIME-Version: 1.0\n\(body.headers)\n".utf8)
    let message = try mail(start + body.bytes)
    #expect(message.text.trimmingCharacters(in: .newlines) == body.text)
    #expect(message.flaws == [])
  }

  @Test("A text in an unknown character set is shown as well as can be, and flagged")
  func unknownCharset() throws {
    let message = try mail(headers: "Content-Type: text/plain; charset=x-moon-7\n", text: "caf\u{E9} 5")
    #expect(message.text.hasPrefix("caf"))
    #expect(message.flaws == [.unknownCharset])
  }

  @Test(
    "A date that is missing or beyond belief is none",
    arguments: [
      "", "Date: \n", "Date: soon\n", "Date: Fri, 31 Dec 9999 23:59:59 +0000\n",
      "Date: Mon, 99 Foo 2026 99:99:99 +9999\n",
    ])
  func noDate(header: String) throws {
    let message = try mail("From: a@b.example\nSubject: A\n\(header)\nx")
    #expect(message.date == nil)
    #expect(message.flaws == [.noDate])
  }

  @Test(
    "Dates are read in the forms that mails have",
    arguments: [
      "Sat, 12 Sep 2026 21:14:03 +0000", "12 Sep 2026 21:14:03 GMT", "Sat, 12 Sep 2026 23:14:03 +0200 (CEST)",
      "Sat, 12 Sep 26 14:14:03 PDT", "Sat,12 Sep 2026 21:14:03 -0000",
    ])
  func dates(written: String) throws {
    #expect(try mail("From: a@b.example\nDate: \(written)\n\nx").date == Date(timeIntervalSince1970: 1_789_247_643))
  }

  @Test("Without a sender the mail is taken and flagged")
  func noSender() throws {
    let message = try mail("Subject: A\nDate: Sat, 12 Sep 2026 21:14:03 +0000\n\nx")
    #expect(message.from == nil)
    #expect(message.flaws == [.noSender])
  }

  @Test("Bytes without a single header field are no mail", arguments: ["", "\n", "\n\nHello", "Hello there\nyou"])
  func noMail(text: String) {
    let message = Array(text.utf8).withUnsafeBytes { MailReader.read($0) }
    #expect(message == nil)
  }

  @Test("A mail saved out of an mbox file may keep its From line")
  func fromLine() throws {
    let message = try mail(
      "From dana@buyer.example Sat Sep 12 21:14:03 2026\nFrom: dana@buyer.example\nSubject: A\n\nHello")
    #expect(message.subject == "A")
    #expect(message.from?.address == "dana@buyer.example")
  }

  private static let head = "From: Dana Poe <dana@buyer.example>\nDate: Sat, 12 Sep 2026 21:14:03 +0000\n"

  @Test("a head of endless fields is cut, and the text is read")
  func endlessFields() throws {
    for filling in [
      String(repeating: "X-Lamp: x\n", count: 200_000), "X-Lamp: " + String(repeating: "x", count: 3 << 20) + "\n",
    ] {
      let message = try mail(Self.head + "Subject: Lamp\n" + filling + "X-Loop: late\n\nWhere is it?\n")
      #expect(message.flaws == [.cutHead])
      #expect(message.subject == "Lamp" && message.headers["x-loop"] == nil)
      #expect(message.text.trimmingCharacters(in: .newlines) == "Where is it?")
    }
    let long = try mail(Self.head + "Subject: " + String(repeating: "lamp ", count: 1 << 20) + "\n\nWhere is it?\n")
    #expect(long.flaws == [.cutHead] && long.subject.hasPrefix("lamp lamp") && long.subject.utf8.count < 2 << 20)
  }

  @Test("of parts without end the first are read")
  func endlessParts() throws {
    let part = "--b\nContent-Type: text/plain\n\nlamp\n"
    let message = try mail(
      Self.head + "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: part, count: 100_000))
    #expect(message.flaws == [.tooManyParts] && message.text.hasPrefix("lamp"))
  }

  @Test("a mail that is merely large is read whole")
  func large() throws {
    let text =
      String(repeating: "-- one line of many\r\n", count: 9_000) + String(repeating: "Where is it? ", count: 90_000)
    let message = try mail(Self.head + "Subject: Lamp\n\n" + text)
    #expect(message.flaws == [.cutText] && message.subject == "Lamp")
  }
}
