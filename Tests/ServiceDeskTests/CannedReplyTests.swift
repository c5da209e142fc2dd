import Foundation
import Testing

@testable import ServiceDesk

@Suite("Canned replies are read from files")
struct CannedReplyTests {
  static func reply(_ matter: String, _ text: String = "Hello.") throws(ReplyFault) -> CannedReply {
    try CannedReply(name: "late", language: "en", file: "---\n\(matter)\n---\n\(text)\n")
  }

  @Test("The front matter says what a reply is for and what follows")
  func frontMatter() throws {
    let reply = try Self.reply(
      """
      title: Late parcel
      use-when: the parcel is late
      kinds: [message, claim]
      marketplaces: amazon
      orders: [late, shipped]
      buyers-say: [where is it, "late: why"]
      proactive: true
      after:
        tags: [late]
        snooze: 2d
        resolve: {outcome: refunded, cause: carrier-delay}
      """, "\nHello {{buyer}},\n\nsorry.\n\n")
    #expect(reply.title == "Late parcel")
    #expect(reply.useWhen == "the parcel is late")
    #expect(reply.kinds == [.message, .claim])
    #expect(reply.marketplaces == ["amazon"])
    #expect(reply.orders == [.late, .shipped])
    #expect(reply.buyersSay == ["where is it", "late: why"])
    #expect(reply.isProactive)
    #expect(reply.afterwards.tags == ["late"])
    #expect(reply.afterwards.snooze == 172_800)
    #expect(reply.afterwards.resolution == Resolution(outcome: "refunded", cause: "carrier-delay"))
    #expect(reply.template == "Hello {{buyer}},\n\nsorry.")
    #expect(reply.templateLine == 14)
  }

  @Test("Without front matter's keys there are defaults", arguments: ["", "# nothing yet", "fields:", "after:"])
  func defaults(matter: String) throws {
    let reply = try Self.reply(matter)
    #expect(reply.title == "late")
    #expect(reply.fields.isEmpty && reply.kinds.isEmpty && reply.marketplaces.isEmpty && reply.afterwards.isEmpty)
  }

  @Test(
    "Fields are a mapping or a list",
    arguments: [
      "fields:\n  amount: {prompt: How much?, fallback: some}\n  reason: Why?",
      "fields:\n  - {name: amount, prompt: How much?, fallback: some}\n  - {name: reason, prompt: Why?}",
    ])
  func fields(matter: String) throws {
    let reply = try Self.reply(matter)
    #expect(reply.fields.map(\.name) == ["amount", "reason"])
    #expect(reply.field("amount") == .init(name: "amount", prompt: "How much?", fallback: "some"))
    #expect(reply.field("reason") == .init(name: "reason", prompt: "Why?", fallback: nil))
  }

  @Test("A list may name fields alone")
  func bareFields() throws {
    #expect(try Self.reply("fields: [amount]").fields == [.init(name: "amount", prompt: nil, fallback: nil)])
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var file: String
    var line: Int

    var testDescription: String { file }
  }

  @Test(
    "What is wrong is said with its line",
    arguments: [
      Bad(file: "", line: 1), Bad(file: "Hello", line: 1), Bad(file: "---\ntitle: A\nHello", line: 1),
      Bad(file: "---\ntitle: A\n---\n", line: 4), Bad(file: "---\ntitle: A\n---\n \n\t\n", line: 4),
      Bad(file: "---\ntitle: A\ncolour: red\n---\nHi", line: 3),
      Bad(file: "---\ntitle: A\nkinds: [letter]\n---\nHi", line: 3),
      Bad(file: "---\ntitle: [A]\n---\nHi", line: 2), Bad(file: "---\n- title\n---\nHi", line: 2),
      Bad(file: "---\ntitle: A\nuse-when: a: b\n---\nHi", line: 3),
      Bad(file: "---\ntitle: A\nfields:\n  amount: {prompt: Q, size: 3}\n---\nHi", line: 4),
      Bad(file: "---\ntitle: A\nfields:\n  - {prompt: Q}\n---\nHi", line: 4),
      Bad(file: "---\ntitle: A\norders: [lost]\n---\nHi", line: 3),
      Bad(file: "---\ntitle: A\nproactive: maybe\n---\nHi", line: 3),
      Bad(file: "---\nfields:\n  amount:\n    kind: coin\n---\nHi", line: 4),
      Bad(file: "---\nfields:\n  amount:\n    required: perhaps\n---\nHi", line: 4),
      Bad(file: "---\nafter:\n  snooze: soon\n---\nHi", line: 3),
      Bad(file: "---\nafter:\n  stars: 5\n---\nHi", line: 3), Bad(file: "---\nafter: later\n---\nHi", line: 2),
      Bad(file: "---\nafter:\n  tags: [a]\n  resolve: {cause: lost}\n---\nHi", line: 4),
    ])
  func faults(bad: Bad) {
    let fault = #expect(throws: ReplyFault.self) { try CannedReply(name: "late", language: "en", file: bad.file) }
    #expect(fault?.line == bad.line)
    #expect(fault?.remedy.isEmpty == false)
  }

  @Test("A file with the line ends of Windows is read as well")
  func windowsLineEnds() throws {
    let reply = try CannedReply(name: "late", language: "en", file: "---\r\ntitle: A\r\n---\r\nHello\r\nyou\r\n")
    #expect(reply.title == "A")
    #expect(reply.template.split(whereSeparator: \.isNewline) == ["Hello", "you"])
  }

  @Test("A text over 64 KiB is refused")
  func tooLong() {
    let fault = #expect(throws: ReplyFault.self) { try Self.reply("title: A", String(repeating: "a", count: 65_537)) }
    #expect(fault?.line == 4)
  }

  @Test(
    "What a template may not hold is found before it is used, with its line",
    arguments: [
      ("a\n{{buyer", 5), ("a\n\n{{#order}}x", 6), ("{{/order}}", 4), ("{{#order}}{{/buyer}}", 4), ("a\n{{> other}}", 5),
      ("{{{buyer}}}", 4), ("{{&buyer}}", 4), ("{{}}", 4), ("{{.}}", 4), ("{{uppercase(buyer)}}", 4),
      ("{{= <% %> =}}", 4),
      ("a\n{{colour}}", 5), ("{{#colour}}x{{/colour}}", 4), ("{{buyer name}}", 4), ("{{% CONTENT_TYPE:HTML}}", 4),
      ("{{$block}}x{{/block}}", 4),
    ])
  func badTemplates(template: String, line: Int) throws {
    let reply = try Self.reply("title: A", template)
    let fault = #expect(throws: ReplyFault.self) { try reply.check() }
    #expect(fault?.line == line)
    #expect(throws: ReplyFault.self) { try ReplyRendererTests.render(reply, ["buyer": "Dana"]) }
  }
}
