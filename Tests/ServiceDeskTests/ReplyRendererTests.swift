import Foundation
import Testing

@testable import ServiceDesk

@Suite("Canned replies are filled with a case's values")
struct ReplyRendererTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var template: String
    var matter = "title: A"
    var values: [String: String] = [:]
    var text: String
    var missing: [String] = []

    var testDescription: String { template }
  }

  static let values = [
    "buyer": "Dana Poe", "buyer.first": "Dana", "order": "114-5550101-2220202", "order.shipped": "16 November",
  ]

  @Test(
    "Names become values, and what is unknown shows",
    arguments: [
      Row(template: "Hello {{buyer}}!", values: values, text: "Hello Dana Poe!"),
      Row(template: "Hello {{ buyer.first }}!", values: values, text: "Hello Dana!"),
      Row(
        template: "{{order}} left on {{order.shipped}}", values: values, text: "114-5550101-2220202 left on 16 November"
      ),
      Row(
        template: "By {{carrier}}, {{tracking}}, {{carrier}}", text: "By ‹carrier?›, ‹tracking?›, ‹carrier?›",
        missing: ["carrier", "tracking"]),
      Row(template: "{{amount}}", matter: "fields: {amount: {fallback: some money}}", text: "some money"),
      Row(
        template: "{{amount}}", matter: "fields: {amount: {fallback: some}}", values: ["amount": "5 EUR"], text: "5 EUR"
      ),
      Row(template: "{{amount}}", matter: "fields: {amount: How much?}", text: "‹amount?›", missing: ["amount"]),
      // An empty value is no value.
      Row(template: "Hello {{buyer}}", values: ["buyer": ""], text: "Hello ‹buyer?›", missing: ["buyer"]),
      Row(template: "a{{! not for the buyer }}b", text: "ab"),
      Row(template: "{{order.shipped}}", values: ["order": "1"], text: "‹order.shipped?›", missing: ["order.shipped"]),
    ])
  func variables(row: Row) throws { try check(row) }

  @Test(
    "A section stands where its value is known, its opposite where it is not",
    arguments: [
      Row(template: "a{{#order}} for {{order}}{{/order}}", values: values, text: "a for 114-5550101-2220202"),
      Row(template: "a{{#order}} for {{order}}{{/order}}", text: "a"),
      Row(template: "{{^order}}Which order?{{/order}}{{#order}}Thanks{{/order}}", text: "Which order?"),
      Row(template: "{{^order}}Which order?{{/order}}{{#order}}Thanks{{/order}}", values: values, text: "Thanks"),
      Row(
        template: "{{#order.shipped}}Left on {{order.shipped}}{{/order.shipped}}", values: values,
        text: "Left on 16 November"),
      // The order is known, the day is not.
      Row(template: "x{{#order.shipped}}y{{/order.shipped}}", values: ["order": "1"], text: "x"),
      Row(
        template: "{{#order}}{{#buyer}}{{buyer.first}}, {{order}}{{/buyer}}{{/order}}", values: values,
        text: "Dana, 114-5550101-2220202"),
      Row(
        template: "{{#order}}{{^tracking}}{{carrier}}{{/tracking}}{{/order}}", values: values, text: "‹carrier?›",
        missing: ["carrier"]),
      Row(
        template: "{{#buyer}}{{#order}}{{#order.shipped}}{{order.shipped}}{{/order.shipped}}{{/order}}{{/buyer}}",
        values: values, text: "16 November"),
      Row(template: "{{#amount}}x{{/amount}}y", matter: "fields: {amount: {fallback: some}}", text: "y"),
    ])
  func sections(row: Row) throws { try check(row) }

  @Test(
    "A field may have any name, even one that other names begin with",
    arguments: [
      Row(template: "{{#value}}x{{/value}}y", matter: "fields: [value]", text: "y"),
      Row(template: "{{value}}", matter: "fields: [value]", values: ["value": "5"], text: "5"),
      Row(
        template: "{{#order}}{{#ship}}by {{ship}}{{/ship}}{{/order}}", matter: "fields: [ship]",
        values: ["order": "1", "order.shipped": "today", "ship": "sea"], text: "by sea"),
    ])
  func names(row: Row) throws { try check(row) }

  @Test(
    "What a buyer writes is never read as a template, and comes out as it is",
    arguments: [
      "{{order}}", "{{#order}}x{{/order}}", "{{> other}}", "<b>Dana & Poe</b>", "{{{order}}}", "}}", "‹order?›",
    ])
  func hostileNames(name: String) throws {
    let reply = try CannedReplyTests.reply("title: A", "Hello {{buyer}}, order {{order}}")
    let rendered = try Self.render(reply, ["buyer": name, "order": "114-5550101-2220202"])
    #expect(rendered == RenderedReply(text: "Hello \(name), order 114-5550101-2220202", missing: []))
  }

  @Test("Sections on lines of their own leave no empty lines behind")
  func standaloneLines() throws {
    let reply = try CannedReplyTests.reply("title: A", "Hello\n{{#order}}\nOrder {{order}}\n{{/order}}\nBye")
    #expect(try Self.render(reply, ["order": "1"]).text == "Hello\nOrder 1\nBye")
    #expect(try Self.render(reply, [:]).text == "Hello\nBye")
  }

  static func render(_ reply: CannedReply, _ values: [String: String]) throws -> RenderedReply {
    try reply.render(with: values.mapValues { .text($0) }, form: BuyersFormTests.form("en"))
  }

  private func check(_ row: Row) throws {
    let reply = try CannedReplyTests.reply(row.matter, row.template)
    #expect(try Self.render(reply, row.values) == RenderedReply(text: row.text, missing: row.missing))
  }
}
