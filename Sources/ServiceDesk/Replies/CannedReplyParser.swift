import Foundation
import Yams

extension CannedReply {
  private static let knownKeys: Set<String> = ["title", "use-when", "kinds", "marketplaces", "fields", "after"]
  /// A template longer than this is refused, in bytes: no marketplace takes such a message.
  static let longestTemplate = 64 * 1024

  /// Reads a canned reply's file: `---`, front matter in YAML, `---`, the template.
  package init(name: String, language: String, file: String) throws(ReplyFault) {
    self.name = name
    self.language = language
    // A line end of Windows is one character, "\r\n".
    let lines = file.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard lines.first?.trimmingCharacters(in: .whitespaces) == "---" else {
      throw ReplyFault(
        line: 1, reason: "has no front matter", remedy: "begin the file with a line of three hyphens, ---")
    }
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == "---" }) else {
      throw ReplyFault(line: 1, reason: "front matter is not closed", remedy: "put a line --- between it and the text")
    }
    template = lines[(end + 1)...].joined(separator: "\n").trimmingCharacters(in: .newlines)
    templateLine = end + 2
    guard template.utf8.count <= Self.longestTemplate else {
      throw ReplyFault(line: end + 2, reason: "text is longer than 64 KiB", remedy: "shorten it")
    }
    guard template.contains(where: { !$0.isWhitespace }) else {
      throw ReplyFault(line: end + 2, reason: "has no text", remedy: "write the reply under the front matter")
    }
    let matter = FrontMatter(try Self.yaml(lines[1..<end].joined(separator: "\n")))
    try matter.allowOnly(Self.knownKeys)
    title = try matter.text("title") ?? name
    useWhen = try matter.text("use-when") ?? ""
    marketplaces = try matter.list("marketplaces")
    kinds = []
    for word in try matter.list("kinds") {
      guard let kind = CaseKind(rawValue: word) else {
        throw ReplyFault(
          line: matter.line("kinds"), reason: "unknown kind \(word)",
          remedy: "use " + CaseKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      kinds.append(kind)
    }
    fields = try Self.fields(matter)
    afterwards = try Self.afterwards(matter)
  }

  private static func yaml(_ text: String) throws(ReplyFault) -> Node.Mapping {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      var line = 1
      if case .some(.scanner(_, _, let mark, _)) = error as? YamlError { line = mark.line + 1 }
      if case .some(.parser(_, _, let mark, _)) = error as? YamlError { line = mark.line + 1 }
      throw ReplyFault(
        line: line, reason: "front matter is not YAML: \(Self.problem(error))",
        remedy: "put texts that hold : or # into quotes")
    }
    guard let node else { return Node.Mapping([]) }
    guard let mapping = node.mapping else {
      throw ReplyFault(
        line: 2, reason: "front matter is no list of KEY: VALUE lines", remedy: "write title: … and so on")
    }
    return mapping
  }

  private static func problem(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "it can't be read"
    }
  }

  private static func fields(_ matter: FrontMatter) throws(ReplyFault) -> [Field] {
    guard let node = matter.mapping["fields"], node.null == nil else { return [] }
    var fields: [Field] = []
    if let mapping = node.mapping {
      for (key, value) in mapping { fields.append(try field(key.string ?? "", value, line: FrontMatter.line(key))) }
    } else if let sequence = node.sequence {
      for entry in sequence {
        let name = entry.string ?? entry.mapping?["name"]?.string ?? ""
        fields.append(try field(name, entry, line: FrontMatter.line(entry)))
      }
    }
    return fields
  }

  private static func field(_ name: String, _ node: Node, line: Int) throws(ReplyFault) -> Field {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
      throw ReplyFault(
        line: line, reason: "field without a usable name", remedy: "name it in letters, digits and hyphens")
    }
    guard let mapping = node.mapping else { return Field(name: name, prompt: node.string == name ? nil : node.string) }
    for (key, _) in mapping where !["name", "prompt", "fallback", "required"].contains(key.string ?? "") {
      throw ReplyFault(
        line: FrontMatter.line(key), reason: "unknown key \(key.string ?? "") of field \(name)",
        remedy: "a field has prompt and fallback")
    }
    return Field(name: name, prompt: mapping["prompt"]?.string, fallback: mapping["fallback"]?.string)
  }

  private static func afterwards(_ matter: FrontMatter) throws(ReplyFault) -> Afterwards {
    guard let node = matter.mapping["after"], node.null == nil else { return Afterwards() }
    let line = matter.line("after")
    guard let mapping = node.mapping else {
      throw ReplyFault(
        line: line, reason: "after is no list of KEY: VALUE lines", remedy: "use tags, snooze or resolve")
    }
    let after = FrontMatter(mapping)
    try after.allowOnly(["tags", "snooze", "resolve"])
    var result = Afterwards(tags: try after.list("tags"))
    if let text = try after.text("snooze") {
      guard let span = Span(text) else {
        throw ReplyFault(
          line: after.line("snooze"), reason: "snooze \(text) is no time", remedy: "write it as 2d or 12h")
      }
      result.snooze = span.seconds
    }
    if let resolve = mapping["resolve"] {
      guard let outcome = resolve.string ?? resolve.mapping?["outcome"]?.string else {
        throw ReplyFault(
          line: after.line("resolve"), reason: "resolve has no outcome", remedy: "write outcome and cause")
      }
      let cause = resolve.mapping?["cause"]?.string ?? Resolution.unknownCause
      result.resolution = Resolution(outcome: outcome, cause: cause)
    }
    return result
  }
}

/// The mapping at the top of a canned reply, with its lines counted in the whole file.
private struct FrontMatter {
  let mapping: Node.Mapping

  init(_ mapping: Node.Mapping) { self.mapping = mapping }

  func allowOnly(_ known: Set<String>) throws(ReplyFault) {
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      throw ReplyFault(
        line: Self.line(key), reason: "unknown key \(key.string ?? "?")",
        remedy: "known are " + known.sorted().joined(separator: ", "))
    }
  }

  func text(_ key: String) throws(ReplyFault) -> String? {
    guard let node = mapping[key], node.null == nil else { return nil }
    guard let text = node.string else {
      throw ReplyFault(line: line(key), reason: "\(key) is no text", remedy: "write \(key): one line of text")
    }
    return text
  }

  func list(_ key: String) throws(ReplyFault) -> [String] {
    guard let node = mapping[key], node.null == nil else { return [] }
    if let one = node.string { return [one] }
    guard let sequence = node.sequence else {
      throw ReplyFault(line: line(key), reason: "\(key) is no list", remedy: "write \(key): [one, two]")
    }
    return sequence.compactMap(\.string)
  }

  func line(_ key: String) -> Int { mapping.first { $0.key.string == key }.map { Self.line($0.key) } ?? 0 }

  /// The front matter begins on the second line of the file.
  static func line(_ node: Node) -> Int { (node.mark?.line ?? 0) + 1 }
}
