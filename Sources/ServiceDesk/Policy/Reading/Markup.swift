import Foundation

/// HTML in a text: only what names an element counts, as `<3` and `< 2 m` are plain writing.
enum Markup {
  private static let elements: Set<String> = [
    "a", "b", "i", "u", "p", "br", "hr", "em", "ul", "ol", "li", "td", "tr", "th", "h1", "h2", "h3", "h4", "h5", "h6",
    "div", "img", "span", "font", "center", "strong", "table", "tbody", "script", "style", "html", "body", "head",
    "iframe", "form", "input", "button", "small", "big", "sup", "sub", "pre", "code", "blockquote", "svg", "video",
    "link", "meta", "title", "marquee", "s", "del", "ins", "mark", "picture", "section", "header", "footer", "object",
    "embed", "label", "select", "option", "thead", "tt",
  ]
  private static let entities = ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#"]

  /// As they stand in the text.
  static func tags(in text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return [] }
    var tags: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: ">") else { break }
      let inside = after[..<close]
      if isTag(inside) { tags.append(String(rest[open...close])) }
      rest = isTag(inside) ? rest[rest.index(after: close)...] : after
    }
    for entity in entities where text.contains(entity) { tags.append(entity) }
    return tags
  }

  private static func isTag(_ inside: Substring) -> Bool {
    let body = inside.drop { $0 == "/" || $0 == " " }
    let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    guard elements.contains(name) else { return inside.hasPrefix("!--") || inside.lowercased().hasPrefix("!doctype") }
    let rest = body.dropFirst(name.count)
    return rest.isEmpty || rest.first == " " || rest.first == "/" || rest.first?.isNewline == true
  }
}
