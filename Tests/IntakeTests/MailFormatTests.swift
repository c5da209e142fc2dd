import Testing

@testable import Intake

@Suite("What a file given as mail is, is seen from its first bytes")
struct MailFormatTests {
  @Test(
    "Mbox, single mail or nothing",
    arguments: [
      ("", MailFormat.empty), ("From dana@buyer.example Sat Sep 12 21:14:03 2026\nA: 1\n", .mbox),
      ("From: dana@buyer.example\n\nx", .eml),
      ("Received: x\n", .eml), ("\n\nSubject: A\n", .eml), (">From x Sat\nSubject: A\n", .eml),
      ("X-Old Field : x\n", .eml),
    ] as [(String, MailFormat)])
  func recognised(text: String, format: MailFormat) throws {
    #expect(try MailFormat.recognise(Array(text.utf8)) == format)
  }

  @Test(
    "Anything else is refused with what to do instead",
    arguments: [
      ([0x1F, 0x8B, 8], "gunzip"), ([0x50, 0x4B, 3, 4], "unpack"), ([0xFF, 0xFE, 0x46, 0], "UTF-8"),
      (Array("hello there".utf8), "no mail"),
      ([0, 1, 2, 3], "no mail"), (Array(": x\n".utf8), "no mail"), (Array("\n\n\n".utf8), "no mail"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], remedy: String) {
    let refusal = #expect(throws: MailFormat.Refusal.self) { try MailFormat.recognise(bytes) }
    #expect(refusal?.reason.contains(remedy) == true)
  }
}
