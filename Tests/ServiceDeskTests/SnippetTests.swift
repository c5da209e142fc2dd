import Foundation
import Testing

@testable import ServiceDesk

@Suite("Snippets stand in many replies")
struct SnippetTests {
  static func snippets(_ files: [String: String]) -> Snippets {
    Snippets { (name: String) throws(ReplyFault) -> Snippet? in
      guard let file = files[name] else { return nil }
      return try Snippet(name: name, file: file)
    }
  }

  static let usual = snippets([
    "greeting": "---\nfields:\n  buyer.first: {fallback: there}\n---\nHello {{buyer.first}},\n",
    "signature": "Regards{{#agent}},\n{{agent}}{{/agent}}", "both": "{{> greeting}} {{> signature}}",
  ])

  private func render(_ template: String, _ values: [String: ReplyValue] = [:], place: Snippets.Place = .init()) throws
    -> String
  {
    try CannedReplyTests.reply("title: A", template).render(
      with: values, form: BuyersFormTests.form("en"), snippets: Self.usual, place: place
    ).text
  }

  @Test("A snippet brings its fields along, and may hold others")
  func expanded() throws {
    #expect(try render("{{> greeting}}\n\nIt left.\n\n{{> signature}}") == "Hello there,\n\nIt left.\n\nRegards")
    #expect(try render("{{> both}}", ["agent": .text("Ana")]) == "Hello there, Regards,\nAna")
  }

  @Test("The reply's own field goes before the snippet's")
  func ownField() throws {
    let reply = try CannedReplyTests.reply("fields: {buyer.first: {fallback: friend}}", "{{> greeting}}")
    let text = try reply.render(with: [:], form: BuyersFormTests.form("en"), snippets: Self.usual).text
    #expect(text == "Hello friend,")
  }

  @Test("In one letter of several replies the first greets and the last one signs")
  func places() throws {
    let template = "{{> greeting}}\n\nText.\n\n{{> signature}}"
    #expect(try render(template, place: .init(isFirst: true, isLast: false)) == "Hello there,\n\nText.")
    #expect(try render(template, place: .init(isFirst: false, isLast: false)) == "Text.")
    #expect(try render(template, place: .init(isFirst: false, isLast: true)) == "Text.\n\nRegards")
  }

  @Test(
    "What can't be written out is said with its line",
    arguments: [
      (["a": "{{> a}}"], "x\n{{> a}}", 5, "includes itself"),
      (["a": "{{> b}}", "b": "{{> a}}"], "{{> a}}", 4, "a → b → a"),
      ([:], "x\n\n{{> gone}}", 6, "no snippet gone"), (["a": "{{#order}}"], "{{> a}}", 4, "snippet a, line 1"),
      (["a": "---\ntitle: A\n---\nHi"], "{{> a}}", 4, "unknown key title"),
      (["a": "Hi {{colour}}"], "{{> a}}", 4, "unknown field colour"),
    ] as [([String: String], String, Int, String)])
  func faults(files: [String: String], template: String, line: Int, reason: String) throws {
    let reply = try CannedReplyTests.reply("title: A", template)
    let fault = #expect(throws: ReplyFault.self) { try reply.check(Self.snippets(files)) }
    #expect(fault?.line == line)
    #expect(fault?.reason.contains(reason) == true)
  }

  @Test("Snippets that double with each step are stopped by the length of the text")
  func growing() throws {
    var files = ["s0": String(repeating: "a", count: 1000)]
    for step in 1...20 { files["s\(step)"] = "{{> s\(step - 1)}}{{> s\(step - 1)}}" }
    let reply = try CannedReplyTests.reply("title: A", "{{> s20}}")
    #expect(throws: ReplyFault.self) { try reply.check(Self.snippets(files)) }
  }

  @Test("A required field is missed even where the text manages without it")
  func required() throws {
    let reply = try CannedReplyTests.reply(
      "fields: {tracking: {required: true}}", "It left{{#tracking}} as {{tracking}}{{/tracking}}.")
    let form = BuyersFormTests.form("en")
    #expect(try reply.render(with: [:], form: form) == RenderedReply(text: "It left.", missing: ["tracking"]))
    #expect(try reply.render(with: ["tracking": .text("1Z")], form: form).missing.isEmpty)
  }

  @Test(
    "Transforms",
    arguments: [
      ("{{weekday(order.shipped)}}", "Thursday"), ("{{ short-date( order.shipped ) }}", "3/12/2026"),
      ("{{date(order.shipped)}}", "March 12"), ("{{order.shipped}}", "March 12"), ("{{first-name(buyer)}}", "Dana"),
      ("{{money(order.total)}}", "$12.50"),
      ("{{#order.shipped}}{{weekday(order.shipped)}}{{/order.shipped}}", "Thursday"),
      ("{{weekday(carrier)}}", "‹carrier?›"),
    ])
  func transforms(template: String, text: String) throws {
    let values: [String: ReplyValue] = [
      "order.shipped": BuyersFormTests.day("2026-03-12"), "buyer": .text("Dana Poe"),
      "order.total": ReplyValue(typed: "12.50 USD", as: .money), "order": .text("114-5550101-2220202"),
    ]
    #expect(try render(template, values) == text)
  }
}
