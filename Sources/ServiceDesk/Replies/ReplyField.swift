import Yams

extension CannedReply.Field {
  /// The fields of a front matter: a mapping by name, or a list.
  static func list(in matter: FrontMatter) throws(ReplyFault) -> [Self] {
    guard let node = matter.mapping["fields"], node.null == nil else { return [] }
    var fields: [Self] = []
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

  private static func field(_ name: String, _ node: Node, line: Int) throws(ReplyFault) -> Self {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
      throw ReplyFault(
        line: line, reason: "field without a usable name", remedy: "name it in letters, digits and hyphens")
    }
    guard let mapping = node.mapping else { return Self(name: name, prompt: node.string == name ? nil : node.string) }
    for (key, _) in mapping where !["name", "prompt", "fallback", "required", "kind"].contains(key.string ?? "") {
      throw ReplyFault(
        line: FrontMatter.line(key), reason: "unknown key \(key.string ?? "") of field \(name)",
        remedy: "a field has prompt, fallback, kind and required")
    }
    var field = Self(name: name, prompt: mapping["prompt"]?.string, fallback: mapping["fallback"]?.string)
    field.isRequired = try FrontMatter(mapping).flag("required")
    if let word = mapping["kind"]?.string {
      guard let kind = CannedReply.FieldKind(rawValue: word) else {
        throw ReplyFault(
          line: FrontMatter(mapping).line("kind"), reason: "unknown kind \(word) of field \(name)",
          remedy: "use " + CannedReply.FieldKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      field.kind = kind
    }
    return field
  }
}
