import Foundation
import Yams

/// The mapping at the top of a canned reply, with its lines counted in the whole file.
struct FrontMatter {
  let mapping: Node.Mapping

  init(_ mapping: Node.Mapping) { self.mapping = mapping }

  /// Reads the lines between the two `---`.
  init(yaml text: String) throws(ReplyFault) { mapping = try Self.mapping(of: text) }

  private static func mapping(of text: String) throws(ReplyFault) -> Node.Mapping {
    if YAMLAliases.areTooMany(in: text) {
      throw ReplyFault(
        line: 1, reason: "front matter \(YAMLAliases.reason)", remedy: "write out what they stand for")
    }
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

  func flag(_ key: String) throws(ReplyFault) -> Bool {
    switch try text(key) {
    case nil, "false", "no": false
    case "true", "yes": true
    default: throw ReplyFault(line: line(key), reason: "\(key) is neither true nor false", remedy: "write \(key): true")
    }
  }

  /// The front matter begins on the second line of the file.
  static func line(_ node: Node) -> Int { (node.mark?.line ?? 0) + 1 }
}
