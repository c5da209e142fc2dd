import Foundation
import ServiceDesk
import Yams

/// The text of `config.yaml`: read as nodes, changed a key at a time so that everything else, comments included, stays
/// as the person wrote it.
struct ConfigurationFile {
  struct Fault: Error, Equatable {
    /// From 1.
    var line: Int
    var reason: String
  }

  private(set) var text: String
  /// The top level, in the order of the file.
  private var entries: [(key: String, node: Node)] = []

  init(_ text: String) throws(Fault) {
    self.text = text
    try read()
  }

  private mutating func read() throws(Fault) {
    entries = []
    // Most people set nothing: the reader of YAML is not even made.
    if text.isEmpty { return }
    if YAMLAliases.areTooMany(in: text) { throw Fault(line: 1, reason: YAMLAliases.reason) }
    let root: Node?
    // Without rules for numbers and dates nothing but text is read: the settings know their own kinds. It also saves
    // the 20 ms that those rules take to be made.
    do { root = try Yams.compose(yaml: text, Resolver.basic) } catch let error as YamlError {
      throw Fault(line: Self.line(of: error), reason: "is no YAML")
    } catch { throw Fault(line: 1, reason: "is no YAML") }
    guard let root, root.scalar?.string.isEmpty != true else { return }
    guard case .mapping(let mapping) = root else {
      throw Fault(line: root.mark?.line ?? 1, reason: "is no list of KEY: VALUE")
    }
    entries = mapping.compactMap { pair in pair.key.scalar.map { ($0.string, pair.value) } }
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }

  // MARK: - Reading

  var keys: [String] { entries.map(\.key) }

  /// The line of a key, from 1.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.node.mark?.line ?? 1 }

  func value(_ key: String) -> String? { entries.first { $0.key == key }?.node.scalar?.string }

  /// A list of texts, or one text by itself.
  func list(_ key: String) -> [String]? {
    guard let node = entries.first(where: { $0.key == key })?.node else { return nil }
    if let text = node.scalar?.string { return [text] }
    return node.sequence?.compactMap { $0.scalar?.string }
  }

  /// Named texts, in the order of the file.
  func section(_ key: String) -> [(name: String, value: String)] {
    guard let node = entries.first(where: { $0.key == key })?.node, case .mapping(let mapping) = node else { return [] }
    return mapping.compactMap { pair in
      guard let name = pair.key.scalar?.string, let value = pair.value.scalar?.string else { return nil }
      return (name, value)
    }
  }

  // MARK: - Changing

  /// Sets a key, or takes it out.
  mutating func set(_ key: String, to value: String?) throws(Fault) {
    try Self.check(value)
    try replace(key, by: value.map { ["\(key): \(Self.quoted($0))"] } ?? [])
  }

  /// Sets a named text of a section, or takes it out; a section without any goes too.
  mutating func set(_ name: String, in section: String, to value: String?) throws(Fault) {
    try Self.check(name)
    try Self.check(value)
    var members = self.section(section)
    let place = members.firstIndex { $0.name == name }
    if let value, let place {
      members[place].value = value
    } else if let value {
      members.append((name, value))
    } else if let place {
      members.remove(at: place)
    }
    let lines = members.map { "  \(Self.quoted($0.name)): \(Self.quoted($0.value))" }
    try replace(section, by: lines.isEmpty ? [] : ["\(section):"] + lines)
  }

  /// Puts `block` in the place of the key's lines: from the key to the next one that is not indented.
  private mutating func replace(_ key: String, by block: [String]) throws(Fault) {
    var lines = Self.lines(of: text)
    let block = block.map { $0 + "\n" }
    if keys.contains(key) {
      let start = line(where: key, in: lines)
      guard start < lines.count else { throw Fault(line: start, reason: "can't be changed: where is \(key)?") }
      var end = start + 1
      while end < lines.count, lines[end].first.map({ $0 == " " || $0 == "\t" || $0 == "-" }) ?? false { end += 1 }
      lines.replaceSubrange(start..<end, with: block)
    } else {
      if let last = lines.last, last.last?.isNewline != true { lines[lines.count - 1] = last + "\n" }
      lines += block
    }
    let old = self
    text = lines.joined()
    do { try read() } catch {
      self = old
      throw error
    }
  }

  /// Each with the line break that it ends in: the file may have come from another system.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      lines.append(String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [String(rest)]
  }

  private func line(where key: String, in lines: [String]) -> Int {
    lines.firstIndex { line in
      [key, "\"\(key)\"", "'\(key)'"].contains { line.hasPrefix($0 + ":") }
    } ?? max(0, line(of: key) - 1)
  }

  /// A byte order mark at the beginning of a text is lost when Yams reads it, even where it stands there as an escape.
  private static func check(_ text: String?) throws(Fault) {
    guard text?.unicodeScalars.first == "\u{FEFF}" else { return }
    throw Fault(line: 1, reason: "can't hold a text that begins with a byte order mark")
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "\"": return "\\\""
    case "\n": return "\\n"
    default:
      // YAML folds other line breaks into spaces, refuses control characters and skips byte order marks.
      guard TextGate.isUnsafe(scalar) || scalar == "\t" else { return String(scalar) }
      let hex = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    }
  }

  /// As YAML reads it back: in double quotes unless it is a plain word.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.first.map { $0.isLetter && $0.isASCII } ?? false
    if isPlain, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.,/ <=@".contains($0)) }),
      !text.hasSuffix(" ")
    {
      return text
    }
    return "\"\(text.unicodeScalars.map(escaped).joined())\""
  }
}
