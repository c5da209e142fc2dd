import ServiceDesk

/// How a piece of text stands out. Everything that a style says is said by words or signs too.
package enum Style: Sendable, Equatable { case plain, bold, faint, alarm, caution, good, accent }

/// Text with styles. It is the only thing that reaches a terminal, and what it prints has passed the gate: no text of
/// others can bring an escape sequence of its own.
package struct Rich: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var spans: [(text: String, style: Style)] = []

  package init() {}

  package init(_ text: String, _ style: Style = .plain) { if !text.isEmpty { spans = [(text, style)] } }

  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: Interpolation) { spans = stringInterpolation.spans }

  package struct Interpolation: StringInterpolationProtocol {
    var spans: [(text: String, style: Style)] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { spans.append((literal, .plain)) } }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible, _ style: Style = .plain) {
      spans.append((value.description, style))
    }

    package mutating func appendInterpolation(_ rich: Rich) { spans += rich.spans }
  }

  package static func + (left: Rich, right: Rich) -> Rich {
    var sum = left
    sum.spans += right.spans
    return sum
  }

  package static func += (left: inout Rich, right: Rich) { left.spans += right.spans }

  package static func == (left: Rich, right: Rich) -> Bool {
    left.spans.elementsEqual(right.spans) { $0.text == $1.text && $0.style == $1.style }
  }

  package var plainText: String { spans.map(\.text).joined() }

  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// As it goes to the terminal or file; without a theme there are no colours.
  package func printed(in theme: Theme?) -> String {
    spans.map { span in
      let text = TextGate.clean(span.text)
      guard let code = theme?.code(span.style) else { return text }
      return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }.joined()
  }

  /// The same for libedit, which must not count what takes no room: escape sequences stand between two \u{1}, each pair
  /// followed by a character that shows. Otherwise libedit would take the next pair for text, and lose the last.
  package func prompt(in theme: Theme?) -> String {
    var output = ""
    var current: String?
    for span in spans where !span.text.isEmpty {
      let code = theme?.code(span.style)
      if code != current {
        output += "\u{1}" + (current == nil ? "" : "\u{1B}[0m") + (code.map { "\u{1B}[\($0)m" } ?? "") + "\u{1}"
      }
      output += TextGate.clean(span.text)
      current = code
    }
    return current == nil ? output : output + "\u{1}\u{1B}[0m\u{1} "
  }
}
