import Foundation

/// A piece of text that several canned replies share, such as the greeting: used as `{{> greeting}}`.
package struct Snippet: Sendable, Equatable {
  package var name: String
  package var fields: [CannedReply.Field]
  package var template: String
  package var templateLine: Int

  /// Reads a snippet's file: a template, with front matter or without; there it may say what its fields fall back to.
  package init(name: String, file: String) throws(ReplyFault) {
    self.name = name
    let parts = try ReplyFile(file)
    try parts.matter?.allowOnly(["fields"])
    fields = try parts.matter.map(CannedReply.Field.list) ?? []
    template = parts.template
    templateLine = parts.templateLine
  }
}

/// The snippets of one language.
package struct Snippets: Sendable {
  /// Which of several replies in one letter: the first greets, the last one signs.
  package struct Place: Sendable {
    package var isFirst = true
    package var isLast = true

    package init(isFirst: Bool = true, isLast: Bool = true) {
      self.isFirst = isFirst
      self.isLast = isLast
    }

    func keeps(_ snippet: String) -> Bool {
      switch snippet {
      case "greeting": isFirst
      case "signature": isLast
      default: true
      }
    }
  }

  /// Gives a snippet by its name; nil where there is none.
  private let find: @Sendable (String) throws(ReplyFault) -> Snippet?

  package init(_ find: @escaping @Sendable (String) throws(ReplyFault) -> Snippet?) { self.find = find }

  package static let none = Snippets { _ in nil }

  /// A template with its snippets written out, and the fields that they bring along.
  struct Expanded {
    var template: String
    var fields: [CannedReply.Field] = []
  }

  /// So many snippets may be written out in one reply. Each may ask for two others, and so on: without an end to it a
  /// few small files would keep the desk busy for ever.
  private static let most = 500

  func expand(_ template: String, firstLine: Int, place: Place) throws(ReplyFault) -> Expanded {
    var count = 0
    return try expand(template, firstLine: firstLine, place: place, within: [], count: &count)
  }

  private func expand(
    _ template: String, firstLine: Int, place: Place, within: [String], count: inout Int
  ) throws(ReplyFault) -> Expanded {
    var result = Expanded(template: template)
    let tags = try TemplateScanner.tags(of: template, firstLine: firstLine).filter { $0.kind == .snippet }
    for tag in tags.reversed() {
      guard !within.contains(tag.name) else {
        throw ReplyFault(
          line: tag.line,
          reason: "snippet \(tag.name) includes itself: \((within + [tag.name]).joined(separator: " → "))",
          remedy: "take {{> \(tag.name)}} out of one of them")
      }
      count += 1
      guard count <= Self.most else {
        throw ReplyFault(
          line: tag.line, reason: "over \(Self.most) snippets are asked for", remedy: "write some of them out")
      }
      let snippet: Snippet
      let inner: Expanded
      do throws(ReplyFault) {
        guard let found = try find(tag.name) else {
          throw ReplyFault(
            line: 0, reason: "there is no snippet \(tag.name)", remedy: "write shared/\(tag.name).mustache")
        }
        snippet = found
        inner = try expand(
          snippet.template, firstLine: snippet.templateLine, place: place, within: within + [tag.name], count: &count)
      } catch {
        throw within.isEmpty ? Self.told(error, at: tag) : error
      }
      result.template.replaceSubrange(tag.range, with: place.keeps(tag.name) ? inner.template : "")
      result.fields += (snippet.fields + inner.fields).filter { new in
        !result.fields.contains { $0.name == new.name }
      }
      guard result.template.utf8.count <= ReplyFile.longestTemplate else {
        throw ReplyFault(line: tag.line, reason: "text with its snippets is longer than 64 KiB", remedy: "shorten it")
      }
    }
    return result
  }

  /// A snippet's fault as the reply's own file has it: at the line that asks for the snippet.
  private static func told(_ fault: ReplyFault, at tag: TemplateScanner.Tag) -> ReplyFault {
    let reason = fault.line > 0 ? "in snippet \(tag.name), line \(fault.line): \(fault.reason)" : fault.reason
    return ReplyFault(line: tag.line, reason: reason, remedy: fault.remedy)
  }
}
