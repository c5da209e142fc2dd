import Foundation

/// The tags of a template, found before it is rendered: swift-mustache renders unknown names, transforms and partials
/// as nothing, and a buyer must never be sent a sentence with a hole in it.
struct TemplateScanner {
  struct Tag: Equatable {
    enum Kind: Equatable { case variable, section, inverted, end, comment, snippet }
    var kind: Kind
    var name: String
    /// What is made of a variable's value, as in `{{weekday(order.promised)}}`.
    var transform: String?
    var line: Int
    var range: Range<String.Index>
  }

  /// Sections may be open within each other so deep. Each is a call within a call where they are rendered.
  private static let deepest = 50

  /// The tags in order, or what is wrong with them.
  static func tags(of template: String, firstLine: Int) throws(ReplyFault) -> [Tag] {
    var tags: [Tag] = []
    var open: [Tag] = []
    var rest = template.startIndex
    var line = firstLine
    while let start = template.range(of: "{{", range: rest..<template.endIndex) {
      line += template[rest..<start.lowerBound].count(where: \.isNewline)
      guard let end = template.range(of: "}}", range: start.upperBound..<template.endIndex) else {
        throw ReplyFault(line: line, reason: "{{ is never closed", remedy: "close it with }}")
      }
      var text = template[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespaces)
      let kind = try kind(of: &text, line: line)
      let transform = kind == .variable ? try transform(of: &text, line: line) : nil
      let tag = Tag(
        kind: kind, name: text, transform: transform, line: line, range: start.lowerBound..<end.upperBound)
      if kind != .comment {
        guard !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
          throw ReplyFault(
            line: line, reason: "{{\(text)}} is no name", remedy: "name a field in letters, digits, hyphens and dots")
        }
      }
      switch kind {
      case .section, .inverted:
        open.append(tag)
        guard open.count <= deepest else {
          throw ReplyFault(
            line: line, reason: "over \(deepest) sections are open within each other", remedy: "close some of them")
        }
      case .end:
        guard let last = open.popLast(), last.name == text else {
          throw ReplyFault(line: line, reason: "{{/\(text)}} closes nothing", remedy: "open it with {{#\(text)}}")
        }
      case .variable, .comment, .snippet: break
      }
      tags.append(tag)
      rest = end.upperBound
      line += template[tag.range].count(where: \.isNewline)
    }
    if let last = open.last {
      throw ReplyFault(
        line: last.line, reason: "section {{#\(last.name)}} is never closed", remedy: "close it with {{/\(last.name)}}")
    }
    return tags
  }

  private static func kind(of text: inout String, line: Int) throws(ReplyFault) -> Tag.Kind {
    guard let first = text.first else { return .variable }
    let kinds: [Character: Tag.Kind] = ["#": .section, "^": .inverted, "/": .end, "!": .comment, ">": .snippet]
    if let kind = kinds[first] {
      text = text.dropFirst().trimmingCharacters(in: .whitespaces)
      return kind
    }
    guard !"{&<$=%".contains(first) else {
      throw ReplyFault(
        line: line, reason: "{{\(first)…}} is not used in canned replies",
        remedy: "use {{name}}, {{#name}}, {{^name}} and {{> snippet}}")
    }
    return .variable
  }

  /// Takes `weekday(order.promised)` apart.
  private static func transform(of text: inout String, line: Int) throws(ReplyFault) -> String? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
    let name = text[..<open].trimmingCharacters(in: .whitespaces)
    guard ReplyTransform(rawValue: name) != nil else {
      throw ReplyFault(
        line: line, reason: "{{\(text)}} asks for \(name), which is not known",
        remedy: "use " + ReplyTransform.allCases.map(\.rawValue).joined(separator: ", "))
    }
    text = text[text.index(after: open)...].dropLast().trimmingCharacters(in: .whitespaces)
    return name
  }
}
