import Foundation

/// MSG-044: a template's placeholder was left unfilled.
enum PlaceholderLeft {
  private static let forms: [(open: String, close: String)] = [("{{", "}}"), ("‹", "?›"), ("[[", "]]"), ("<<", ">>")]

  @Sendable static func findings(in outgoing: OutgoingText) -> [Finding] {
    var found: [Finding] = []
    for (open, close) in forms {
      var rest = outgoing.text.startIndex
      while let start = outgoing.text.range(of: open, range: rest..<outgoing.text.endIndex) {
        let limit = outgoing.text.index(start.upperBound, offsetBy: 80, limitedBy: outgoing.text.endIndex)
        let end = outgoing.text.range(of: close, range: start.upperBound..<(limit ?? outgoing.text.endIndex))
        // A lone opening brace pair is as wrong as a whole placeholder; the other forms need both ends.
        guard end != nil || open == "{{" else { break }
        let stop = end?.upperBound ?? start.upperBound
        found.append(
          Finding(
            rule: "MSG-044", severity: .block, words: String(outgoing.text[start.lowerBound..<stop]),
            why: "a placeholder was left unfilled", source: "own rule"))
        rest = stop
      }
    }
    return found
  }
}
