import Foundation
import Mail
import ServiceDesk
import Testing

@testable import Outbox

@Suite("What others have written breaks no mail of ours")
struct HostileMailTests {
  private func lines(_ mail: OutgoingMail) -> [String] {
    String(decoding: mail.bytes, as: UTF8.self).components(separatedBy: "\r\n")
  }

  @Test(
    "A subject of many spaces makes no line of nothing else",
    arguments: [
      String(repeating: " ", count: 200) + "Bcc: all@evil.example", "a" + String(repeating: " ", count: 100),
      String(repeating: "x", count: 67) + " ", "Re: " + String(repeating: "word  ", count: 40),
    ])
  func spaces(subject: String) throws {
    let mail = outgoing(subject: subject)
    let header = lines(mail).prefix { !$0.isEmpty }
    #expect(header.allSatisfy { $0.contains { !$0.isWhitespace } })
    let read = try #require(mail.bytes.withUnsafeBytes { MailReader.read($0) })
    #expect(read.subject.trimmingCharacters(in: .whitespaces) == subject.trimmingCharacters(in: .whitespaces))
  }

  @Test("A line that is broken begins no line of one full stop, and none with From", arguments: 60...80)
  func softBreaks(length: Int) {
    for end in [".", "From here", "..", ".\n.", "From "] {
      let mail = outgoing(text: String(repeating: "x", count: length) + end)
      let body = lines(mail).drop { !$0.isEmpty }
      #expect(!body.contains { $0.hasPrefix(".") || $0.hasPrefix("From ") })
      #expect(body.allSatisfy { $0.utf8.count <= 76 })
    }
  }

  @Test(
    "What is no identifier of a mail is not answered to",
    arguments: ["<a b@x>", "<a@x>\u{85}<b@y>", "<é@x>", "<" + String(repeating: "a", count: 2000) + ">", "<>", "a@x"])
  func identifiers(id: String) {
    let header = lines(outgoing(inReplyTo: id, references: [id, "<good@x.example>", id]))
    #expect(!header.contains { $0.hasPrefix("In-Reply-To") })
    #expect(header.contains("References: <good@x.example>"))
  }

  @Test(
    "A recipient that is not one address is refused before any program is asked",
    arguments: [
      "a@x.example,b@y.example", "a@x.example b@y.example", "|/bin/sh@x.example", "a@x.example\n",
      "\u{202E}a@x.example", "/dev/null@x.example", "group:a@x.example;", "a@b@c.example", "@x.example", "a@",
    ])
  func recipients(address: String) {
    let carrier = SendmailCarrier(command: ["/bin/true"])
    #expect(throws: CarrierFault.permanent("\(address) is no address to send to")) {
      try carrier.handOver(outgoing(to: address))
    }
  }

  @Test("Relay addresses, tags and other alphabets are addresses", arguments: ["a+b_c@x.example", "jö@bücher.example"])
  func addresses(address: String) { #expect(SendmailCarrier.isAddress(address)) }
}
