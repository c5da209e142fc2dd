import Foundation

/// The two parts of a canned reply's or a snippet's file: `---`, front matter in YAML, `---`, the template.
struct ReplyFile {
  /// A template longer than this is refused, in bytes: no marketplace takes such a message.
  static let longestTemplate = 64 * 1024

  /// Nil where the file begins with its text at once.
  var matter: FrontMatter?
  var template: String
  /// From 1.
  var templateLine: Int

  init(_ file: String) throws(ReplyFault) {
    // A line end of Windows is one character, "\r\n".
    let lines = file.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    var start = 0
    if lines.first?.trimmingCharacters(in: .whitespaces) == "---" {
      guard let end = lines.dropFirst().firstIndex(where: { $0.trimmingCharacters(in: .whitespaces) == "---" }) else {
        throw ReplyFault(
          line: 1, reason: "front matter is not closed", remedy: "put a line --- between it and the text")
      }
      matter = try FrontMatter(yaml: lines[1..<end].joined(separator: "\n"))
      start = end + 1
    }
    template = lines[start...].joined(separator: "\n").trimmingCharacters(in: .newlines)
    templateLine = start + 1
    guard template.utf8.count <= Self.longestTemplate else {
      throw ReplyFault(line: templateLine, reason: "text is longer than 64 KiB", remedy: "shorten it")
    }
    guard template.contains(where: { !$0.isWhitespace }) else {
      throw ReplyFault(line: templateLine, reason: "has no text", remedy: "write the reply under the front matter")
    }
  }
}
