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
  /// Everything wrong with the template that can be told without a case. Gives the fields, those of its snippets
  /// included.
  @discardableResult
  package func check(_ snippets: Snippets = .none) throws(ReplyFault) -> [Field] {
    let whole = try snippets.expand(template, firstLine: templateLine, place: Snippets.Place())
    let all = fields + whole.fields.filter { field($0.name) == nil }
    let known = Set(Self.variables.map(\.name)).union(all.map(\.name))
    let tags = try TemplateScanner.tags(of: whole.template, firstLine: templateLine)
    for tag in tags
    where tag.kind != .comment && !known.contains(tag.name) {
      throw ReplyFault(
        line: line(of: tag.name) ?? tag.line, reason: "unknown field \(tag.name)",
        remedy: "add it under fields: with a prompt, or use one of "
          + Self.variables.map(\.name).joined(separator: ", "))
    }
    guard (try? MustacheTemplate(string: Self.source(whole.template, tags: tags))) != nil else {
      throw ReplyFault(line: templateLine, reason: "the template can't be read", remedy: "check its {{…}} tags")
    }
    return all
  }

  /// Where a name stands in the file itself, snippets aside.
  private func line(of name: String) -> Int? {
    (try? TemplateScanner.tags(of: template, firstLine: templateLine))?.first { $0.name == name }?.line
  }

  /// Fills the template. Values are put in as they are: what a buyer writes is never read as a template.
  package func render(
    with values: [String: ReplyValue], form: BuyersForm, snippets: Snippets = .none,
    place: Snippets.Place = Snippets.Place()
  ) throws(ReplyFault) -> RenderedReply {
    let fields = try check(snippets)
    let whole = try snippets.expand(template, firstLine: templateLine, place: place).template
    let tags = try TemplateScanner.tags(of: whole, firstLine: templateLine)
    guard let ready = try? MustacheTemplate(string: Self.source(whole, tags: tags)) else {
      throw ReplyFault(line: templateLine, reason: "the template can't be read", remedy: "check its {{…}} tags")
    }
    let record = MissingFields()
    let known = values.filter { !$0.value.isEmpty }
    let fallbacks = Dictionary(
      fields.compactMap { field in field.fallback.map { (field.name, $0) } }, uniquingKeysWith: { first, _ in first })
    let root = FieldValues(path: "", known: known, fallbacks: fallbacks, form: form, missing: record)
    let text = ready.render(root).trimmingCharacters(in: .whitespacesAndNewlines)
    for field in fields where field.isRequired && known[field.name] == nil { record.note(field.name) }
    return RenderedReply(text: text, missing: record.names)
  }

  /// The template with each variable under a name of its own, `{{__value.x}}`: so a section may ask whether x is known
  /// without x being missed, and a variable that is not known is recorded.
  private static func source(_ template: String, tags: [TemplateScanner.Tag]) -> String {
    var source = template
    for tag in tags.reversed() where tag.kind == .variable {
      source.replaceSubrange(tag.range, with: "{{\(FieldValues.prefix)\(tag.transform ?? "value").\(tag.name)}}")
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
private struct FieldValues: MustacheParent, MustacheCustomRenderable {
  /// Begins the names of variables; the transform follows it, or "value".
  static let prefix = "__"

  var path: String
  /// Set within a variable: what is to be made of its value.
  var transform: String?
  let known: [String: ReplyValue]
  let fallbacks: [String: String]
  let form: BuyersForm
  let missing: MissingFields

  func child(named name: String) -> Any? {
    var child = self
    if path.isEmpty, transform == nil, name.hasPrefix(Self.prefix) {
      child.transform = String(name.dropFirst(Self.prefix.count))
      return child
    }
    // Within a section only what is known there answers for a name; the search then goes on to the root.
    guard
      path.isEmpty || transform != nil
        || known.keys.contains(where: { $0 == "\(path).\(name)" || $0.hasPrefix("\(path).\(name).") })
    else { return nil }
    child.path = path.isEmpty ? name : "\(path).\(name)"
    return child
  }

  var renderText: String {
    if let value = known[path] { return form.written(value, transform.flatMap(ReplyTransform.init)) }
    if let fallback = fallbacks[path] { return fallback }
    missing.note(path)
    return "‹\(path)?›"
  }

  var isNull: Bool { transform == nil && known[path] == nil }
}
