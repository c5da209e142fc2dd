import Foundation
import Mustache

/// What a canned reply became with the values of a case.
package struct RenderedReply: Sendable, Equatable {
  package var text: String
  /// Fields that are not known and have no fallback, in the order of the text; they show as ‹name?› in it.
  package var missing: [String]

  package init(text: String, missing: [String]) {
    self.text = text
    self.missing = missing
  }
}

extension CannedReply {
  /// The variables that every case offers; each may be unknown for a given one.
  package static let variables: [(name: String, meaning: String)] = [
    ("buyer", "the buyer's name"), ("buyer.first", "the buyer's first name"), ("order", "the order number"),
    ("order.placed", "the day the order was placed"), ("order.ship-by", "the day by which it must be shipped"),
    ("order.shipped", "the day it was shipped"), ("order.promised", "the day by which it must arrive"),
    ("order.delivered", "the day it arrived"), ("carrier", "who carries it"), ("tracking", "the tracking number"),
    ("agent", "the agent's name"), ("shop", "the shop's name"), ("marketplace", "the marketplace's name"),
  ]

  /// Everything wrong with the template that can be told without a case.
  package func check() throws(ReplyFault) {
    let known = Set(Self.variables.map(\.name)).union(fields.map(\.name))
    for tag in try TemplateScanner.tags(of: template, firstLine: templateLine)
    where tag.kind != .comment && !known.contains(tag.name) {
      throw ReplyFault(
        line: tag.line, reason: "unknown field \(tag.name)",
        remedy: "add it under fields: with a prompt, or use one of "
          + Self.variables.map(\.name).joined(separator: ", "))
    }
    do { _ = try MustacheTemplate(string: source(tags: [])) } catch {
      throw ReplyFault(line: templateLine, reason: "the template can't be read", remedy: "check its {{…}} tags")
    }
  }

  /// Fills the template. Values are put in as they are: what a buyer writes is never read as a template.
  package func render(with values: [String: String]) throws(ReplyFault) -> RenderedReply {
    try check()
    let tags = try TemplateScanner.tags(of: template, firstLine: templateLine)
    let record = MissingFields()
    let fallbacks = Dictionary(
      fields.compactMap { field in field.fallback.map { (field.name, $0) } }, uniquingKeysWith: { first, _ in first })
    let known = values.filter { !$0.value.isEmpty }
    guard let ready = try? MustacheTemplate(string: source(tags: tags)) else {
      throw ReplyFault(line: templateLine, reason: "the template can't be read", remedy: "check its {{…}} tags")
    }
    let root = Values(path: "", known: known, fallbacks: fallbacks, missing: record)
    let text = ready.render(root).trimmingCharacters(in: .whitespacesAndNewlines)
    return RenderedReply(text: text, missing: record.names)
  }

  /// The template with each variable under a name of its own, `{{__value.x}}`: so a section may ask whether x is known
  /// without x being missed, and a variable that is not known is recorded.
  private func source(tags: [TemplateScanner.Tag]) -> String {
    var source = template
    for tag in tags.reversed() where tag.kind == .variable {
      source.replaceSubrange(tag.range, with: "{{__value.\(tag.name)}}")
    }
    return "{{% CONTENT_TYPE:TEXT}}\n" + source
  }
}

/// The names that a template asked for and did not get.
private final class MissingFields {
  var names: [String] = []

  func note(_ name: String) { if !names.contains(name) { names.append(name) } }
}

/// The values as swift-mustache sees them: `order` is a text and has children at the same time.
private struct Values: MustacheParent, MustacheCustomRenderable {
  var path: String
  var isVariable = false
  let known: [String: String]
  let fallbacks: [String: String]
  let missing: MissingFields

  func child(named name: String) -> Any? {
    var child = self
    if path.isEmpty, !isVariable, name == "__value" {
      child.isVariable = true
      return child
    }
    // Within a section only what is known there answers for a name; the search then goes on to the root.
    guard
      path.isEmpty || isVariable
        || known.keys.contains(where: { $0 == "\(path).\(name)" || $0.hasPrefix("\(path).\(name).") })
    else { return nil }
    child.path = path.isEmpty ? name : "\(path).\(name)"
    return child
  }

  var renderText: String {
    if let value = known[path] ?? fallbacks[path] { return value }
    missing.note(path)
    return "‹\(path)?›"
  }

  var isNull: Bool { !isVariable && known[path] == nil }
}
