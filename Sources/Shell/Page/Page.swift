import Foundation
import ServiceDesk

/// What an answer is written on: its width, and the words for times.
package struct Page: Sendable {
  /// The width of what is not a window but a file or another command: nothing is cut or broken.
  package static let whole = 100_000

  /// In columns.
  package var width: Int
  package var now: Date

  package init(width: Int, now: Date) {
    self.width = max(20, width)
    self.now = now
  }

  /// "in 1 h 12 min", "3 h ago".
  package func relative(_ instant: Date) -> String {
    let seconds = instant.seconds - now.seconds
    return seconds >= 0 ? "in \(Span(seconds: seconds))" : "\(Span(seconds: -seconds)) ago"
  }

  /// "2026-11-22 04:00": in UTC, as everything the desk says.
  package func moment(_ instant: Date) -> String {
    let text = instant.rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// A deadline: how it stands, with the style that says so.
  package func deadline(_ due: Date?) -> Rich {
    guard let due else { return Rich("–", .faint) }
    let left = due.seconds - now.seconds
    if left < 0 { return Rich("overdue \(Span(seconds: -left))", .alarm) }
    return Rich("\(Span(seconds: left))", left < 7200 ? .caution : .plain)
  }

  /// Text broken into lines of at most the page's width, each with an indent; long words are cut across lines.
  package func wrapped(_ text: String, indent: Int = 2) -> [String] {
    let room = max(10, width - indent)
    let prefix = String(repeating: " ", count: indent)
    return TextGate.clean(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        var pieces = Self.pieces(of: word, columns: room)
        let rest = pieces.removeLast()
        if !pieces.isEmpty {
          if !current.isEmpty { lines.append(current) }
          current = ""
          lines += pieces
        }
        if current.isEmpty {
          current = rest
        } else if DisplayWidth.of(current) + 1 + DisplayWidth.of(rest) <= room {
          current += " " + rest
        } else {
          lines.append(current)
          current = rest
        }
      }
      lines.append(current)
      return lines.map { $0.isEmpty ? "" : prefix + $0 }
    }
  }

  /// A word cut to pieces that fit, at least one; in one walk, as a word may be as long as a whole mail.
  private static func pieces(of word: Substring, columns: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for character in word {
      let width = DisplayWidth.of(character)
      if used + width > columns {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += width
    }
    return pieces
  }
}
