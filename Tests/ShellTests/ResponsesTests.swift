import Foundation
import TestSupport
import Testing

@testable import Shell

/// The canned replies that ship, and what is done with all of them at once.
@Suite struct ResponsesTests {
  /// The twenty most used, in every language.
  static let mostUsed = [
    "where-is-my-order", "late-parcel-tracking", "late-parcel-refund", "lost-parcel-replacement",
    "marked-delivered-not-here", "damaged-item", "defective-item", "wrong-item", "missing-item", "how-to-use",
    "product-question", "return-request", "exchange-size", "refund-status", "cancel-request", "change-address",
    "invoice-copy", "thanks", "negative-feedback-remedy", "discount-request",
  ]

  @Test("There are at least forty in English, and the most used in five languages")
  func shipped() throws {
    let library = try DeskSession().session.replies
    #expect(try library.names(language: "en").count >= 40)
    for language in ["en", "de", "es", "fr", "zh"] {
      let names = Set(try library.names(language: language))
      #expect(Self.mostUsed.filter { !names.contains($0) } == [], "\(language)")
    }
  }

  @Test("What export writes, import reads back to the letter")
  func roundTrip() throws {
    let desk = try DeskSession()
    let file = desk.folder.path + "/replies.csv"
    #expect(desk.run("responses export \(file) --language zh").code == 0)
    let before = try desk.session.replies.names(language: "zh").map { try Self.text($0, desk) }
    let result = desk.run("responses import \(file)")
    #expect(result.code == 0, "\(result.text)")
    let own = desk.folder.path + "/config/replywell/responses/zh"
    #expect(try FileManager.default.contentsOfDirectory(atPath: own).count == before.count)
    #expect(try desk.session.replies.names(language: "zh").map { try Self.text($0, desk) } == before)
  }

  private static func text(_ name: String, _ desk: DeskSession) throws -> String {
    let path = try #require(try desk.session.replies.path(of: name, language: "zh"))
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("A table of something else, or with a fault in a row, is refused or told of")
  func badTables() throws {
    let desk = try DeskSession()
    let file = desk.folder.path + "/bad.csv"
    try "name,text\na,b\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(desk.run("responses import \(file)").code == 65)
    try "language,name,file\nen,../escape,x\nen,ok,\"---\ntitle: A\n---\nYour lamp leaves today.\"\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let result = desk.run("responses import \(file)")
    #expect(result.code == 0 && result.text.contains("../escape is no name"))
    #expect(try desk.session.replies.names(language: "en").contains("ok"))
  }

  @Test(
    "Names that are commands, mustache or shell syntax come out as plain text",
    arguments: [
      "{{order}} {{> greeting}}", "$(reboot) `id`; rm -rf /", "a\r\nBcc: all@example.com", "\u{202E}Dana", "", "  ",
      "<b>Dana</b>", "محمد علي",
    ])
  func hostileNames(name: String) throws {
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    let file = desk.folder.path + "/in.jsonl"
    let row = [
      "message_id": "m1", "thread": "t", "buyer": name, "direction": "in", "at": "2026-03-02T08:00:00Z", "text": "hi",
    ]
    try JSONSerialization.data(withJSONObject: row).write(to: URL(fileURLWithPath: file))
    #expect(desk.run("import messages \(file)").code == 0)
    let answer = desk.run("reply 1 not-shipped-yet --json")
    let object = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
    let text = try #require(object?["text"] as? String, "\(answer.text)")
    let greeting = text.split(separator: "\n")[0]
    #expect(greeting.hasPrefix("Hello ") && greeting.hasSuffix(","))
    #expect(!text.contains("\u{202E}") && !text.contains("\r"))
  }
}
