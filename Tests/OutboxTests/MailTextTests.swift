import Foundation
import Mail
import ServiceDesk
import Testing

@testable import Outbox

@Suite("Replies are written as mails")
struct MailTextTests {
  private func reread(_ mail: OutgoingMail) throws -> MailMessage {
    try #require(mail.bytes.withUnsafeBytes { MailReader.read($0) })
  }

  private func header(_ mail: OutgoingMail) -> [String] {
    let text = String(decoding: mail.bytes, as: UTF8.self)
    let end = text.range(of: "\r\n\r\n")?.lowerBound ?? text.endIndex
    return text[..<end].components(separatedBy: "\r\n")
  }

  @Test("What is written is read back")
  func roundTrip() throws {
    let mail = outgoing(inReplyTo: "<q@buyer.example>", references: ["<p@buyer.example>", "<q@buyer.example>"])
    let read = try reread(mail)
    #expect(read.from == MailAddress(name: "Lamp Shop", address: "service@lampshop.example"))
    #expect(read.to.map(\.address) == [mail.to])
    #expect(read.subject == mail.subject)
    #expect(read.date == mail.date)
    #expect(read.messageID == mail.messageID)
    #expect(read.inReplyTo == ["<q@buyer.example>"])
    #expect(read.references == mail.references)
    #expect(
      read.text.trimmingCharacters(in: .newlines)
        == "Hello Dana,\n\nit left today.".replacingOccurrences(of: "\n", with: lineEnd(in: read.text)))
    #expect(read.flaws == [])
  }

  @Test("The date is as RFC 5322 has it")
  func date() {
    #expect(header(outgoing()).contains("Date: Mon, 16 Nov 2026 08:00:00 +0000"))
  }

  static let breaks = [
    "\r\nBcc: all@evil.example", "\nBcc: all@evil.example", "\rBcc: all@evil.example", "\r\n\r\nBcc: all@evil.example",
    "\0\r\n Bcc: x",
  ]

  @Test("No field can add another, whatever line breaks it holds", arguments: breaks)
  func injection(poison: String) {
    let poisoned = [
      outgoing(messageID: "<one@x.example>\(poison)"), outgoing(fromName: "Shop\(poison)"),
      outgoing(fromName: "Schäfer\(poison)"),
      outgoing(from: "a@b.example\(poison)"), outgoing(to: "a@b.example\(poison)"), outgoing(subject: "Lamp\(poison)"),
      outgoing(subject: "Lämp\(poison)"), outgoing(inReplyTo: "<q@x.example>\(poison)"),
      outgoing(references: ["<p@x.example>\(poison)"]),
    ]
    let names = header(outgoing(inReplyTo: "<q@x.example>", references: ["<p@x.example>"])).compactMap {
      $0.split(separator: ":").first
    }
    for mail in poisoned {
      let lines = header(mail)
      #expect(!lines.contains { $0.lowercased().hasPrefix("bcc") })
      #expect(!lines.contains { $0.contains("\r") || $0.contains("\n") || $0.contains("\0") })
      let fields = lines.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
      #expect(Set(fields).isSubset(of: names) && fields.count == Set(fields).count)
    }
  }

  @Test(
    "Subjects and names survive, in whatever script",
    arguments: [
      "Wo ist meine Lampe? Grüße", "ランプはどこですか", String(repeating: "ä", count: 300), String(repeating: "🪔", count: 60),
      String(repeating: "word ", count: 60) + "end", "=?utf-8?Q?not_encoded?=", "a  two  spaces", "👨‍👩‍👧‍👦 family",
    ])
  func encodedWords(subject: String) throws {
    let mail = outgoing(fromName: "Müller & Söhne", subject: subject)
    let lines = header(mail)
    #expect(lines.allSatisfy { $0.utf8.count <= 998 && $0.utf8.allSatisfy { $0 < 0x7F } })
    for word in lines.joined(separator: " ").split(separator: " ") where word.hasPrefix("=?") {
      #expect(word.utf8.count <= 75)
    }
    let read = try reread(mail)
    #expect(read.subject == subject)
    #expect(read.from?.name == "Müller & Söhne")
  }

  @Test("A character of very many marks does not make an encoded word too long")
  func stackedMarks() throws {
    let subject = "e" + String(repeating: "\u{301}", count: 60)
    let words = header(outgoing(subject: subject)).joined(separator: " ").split(separator: " ").filter {
      $0.hasPrefix("=?")
    }
    #expect(!words.isEmpty)
    for word in words { #expect(word.utf8.count <= 75) }
    #expect(try reread(outgoing(subject: subject)).subject == subject)
  }

  @Test("A sender's name in quotation marks stays one name")
  func phrase() throws {
    let read = try reread(outgoing(fromName: "Lamp \"Best\" Shop, <evil@x.example>"))
    #expect(read.from?.address == "service@lampshop.example")
    #expect(read.from?.name == "Lamp Best Shop, <evil@x.example>")
  }

  @Test("References are folded, one to a line, and the newest twenty kept")
  func references() throws {
    let ids = (1...30).map { "<\($0)@\(String(repeating: "x", count: 60)).example>" }
    let mail = outgoing(references: ids)
    #expect(header(mail).allSatisfy { $0.utf8.count < 100 })
    #expect(try reread(mail).references == Array(ids.suffix(20)))
  }

  @Test(
    "The text survives as quoted-printable",
    arguments: [
      "", "Hello", "Grüße = 100 %", "trailing space \nnext", "tab\t\nend", ".\n..\nFrom here on", "a\r\nb",
      String(repeating: "ä", count: 200), String(repeating: "x", count: 500), "日本語\n\n\nend", "=\n=3D", "🪔🪔",
      // A line that breaks just where it may.
      String(repeating: "a", count: 74) + "=b", String(repeating: "a", count: 75) + " b",
    ])
  func quotedPrintable(text: String) throws {
    let mail = outgoing(text: text)
    let lines = String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x7F } })
    #expect(!lines.contains(".") && !lines.dropFirst().contains { $0.hasPrefix("From ") })
    let read = try reread(mail).text.replacingOccurrences(of: "\r\n", with: "\n")
    #expect(read == text.replacingOccurrences(of: "\r\n", with: "\n") + "\n")
  }

  @Test("A text that is not flowed is not declared so: a reader would join its lines")
  func notFlowed() {
    let declares = header(outgoing(text: "Dana \nPoe")).contains { $0.contains("format=flowed") }
    #expect(!declares)
  }

  private func lineEnd(in text: String) -> String { text.contains("\r\n") ? "\r\n" : "\n" }
}
