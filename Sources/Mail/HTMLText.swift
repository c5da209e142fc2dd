import CLibXML2
import Foundation

/// The text of an HTML mail as a person would see it, by libxml2's HTML parser.
package enum HTMLText {
  private static let unseen: Set<String> = ["script", "style", "head", "title", "template", "noscript"]
  private static let blocks: Set<String> = [
    "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
    "section", "article", "header", "footer", "body", "html", "center", "dl", "dt", "dd", "form",
  ]
  private static let spaced: Set<String> = [
    "p", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre",
  ]

  package static func text(of html: String) -> String {
    guard rw_xml2_load() != 0 else { return stripped(html) }
    var bytes = Array(html.utf8)
    // libxml2 stops at a NUL.
    bytes.removeAll { $0 == 0 }
    let document = bytes.withUnsafeBytes {
      rw_html_read($0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), "UTF-8", rw_html_quietly)
    }
    guard let document else { return "" }
    defer { rw_html_free(document) }
    var writer = Writer()
    if let root = rw_html_root(document) { writer.walk(root) }
    let text = writer.finish()
    // libxml2 leaves out what is nested more than 256 deep; nobody writes so, but no word may be lost.
    if nesting(of: html) > 240 {
      let all = stripped(html)
      if let last = all.split(separator: " ").last(where: { $0.allSatisfy(\.isLetter) }), !text.contains(last) {
        return all
      }
    }
    return text
  }

  /// How deep elements are open within each other at most, counting every tag that is not closed.
  private static func nesting(of html: String) -> Int {
    var depth = 0
    var deepest = 0
    var previous: UInt8 = 0
    for byte in html.utf8 {
      if previous == 0x3C { depth += byte == 0x2F ? -1 : byte == 0x21 ? 0 : 1 }
      if previous == 0x2F, byte == 0x3E { depth -= 1 }
      deepest = max(deepest, depth)
      previous = byte
    }
    return deepest
  }

  /// The text without its tags, each of which becomes a space.
  private static func stripped(_ html: String) -> String {
    var output = ""
    var isTag = false
    for character in html {
      if character == "<" {
        isTag = true
      } else if character == ">", isTag {
        isTag = false
        output.append(" ")
      } else if !isTag {
        output.append(character)
      }
    }
    return output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct Writer {
    private var output = ""
    private var pendingBreaks = 0
    private var pendingSpace = false
    private var preformatted = 0

    /// Goes through the tree without recursion: a hostile mail may nest as deep as it likes.
    mutating func walk(_ root: UnsafeMutablePointer<rw_xml_node>) {
      var node: UnsafeMutablePointer<rw_xml_node>? = root
      while let current = node {
        let descend = enter(current)
        if descend, let child = current.pointee.children {
          node = child
          continue
        }
        if descend { leave(current) }
        var up: UnsafeMutablePointer<rw_xml_node>? = current
        while let finished = up, finished != root, finished.pointee.next == nil {
          up = finished.pointee.parent
          if let parent = up { leave(parent) }
        }
        node = up == root ? nil : up?.pointee.next
      }
    }

    private mutating func enter(_ node: UnsafeMutablePointer<rw_xml_node>) -> Bool {
      switch node.pointee.type {
      case rw_xml_text, rw_xml_cdata:
        if let content = node.pointee.content { write(String(cString: content)) }
        return false
      case rw_xml_element:
        let name = HTMLText.name(node)
        if HTMLText.unseen.contains(name) { return false }
        if name == "br" {
          pendingBreaks = max(pendingBreaks, 0) + 1
          return false
        }
        if HTMLText.blocks.contains(name) { breakLine(HTMLText.spaced.contains(name) ? 2 : 1) }
        if name == "pre" { preformatted += 1 }
        if name == "li" { write("- ") }
        if name == "td" || name == "th" { pendingSpace = true }
        return true
      default:
        return false
      }
    }

    private mutating func leave(_ node: UnsafeMutablePointer<rw_xml_node>) {
      guard node.pointee.type == rw_xml_element else { return }
      let name = HTMLText.name(node)
      if name == "pre" { preformatted -= 1 }
      if HTMLText.blocks.contains(name) { breakLine(HTMLText.spaced.contains(name) ? 2 : 1) }
    }

    private mutating func breakLine(_ lines: Int) {
      if !output.isEmpty { pendingBreaks = max(pendingBreaks, lines) }
    }

    private mutating func write(_ text: String) {
      if preformatted > 0 {
        flushBreaks()
        output += text
        return
      }
      for scalar in text.unicodeScalars {
        if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
          pendingSpace = true
          continue
        }
        flushBreaks()
        if pendingSpace, let last = output.unicodeScalars.last, last != "\n" { output.append(" ") }
        pendingSpace = false
        output.unicodeScalars.append(scalar)
      }
    }

    private mutating func flushBreaks() {
      guard pendingBreaks > 0 else { return }
      if !output.isEmpty { output += String(repeating: "\n", count: min(pendingBreaks, 2)) }
      pendingBreaks = 0
      pendingSpace = false
    }

    consuming func finish() -> String {
      output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private static func name(_ node: UnsafeMutablePointer<rw_xml_node>) -> String {
    node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
  }
}
