/// How a piece of text stands out. Everything that a style says is said by words or signs too.
package enum Style: Sendable, Equatable {
  case plain, bold, faint, alarm, caution, good, accent

  /// Select Graphic Rendition, from the sixteen colours that every terminal has.
  var code: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .faint: "2"
    case .alarm: "31"
    case .caution: "33"
    case .good: "32"
    case .accent: "36"
    }
  }
}

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

  /// As it goes to the terminal or file.
  package func printed(inColor: Bool) -> String {
    spans.map { span in
      let text = TextGate.clean(span.text)
      guard inColor, let code = span.style.code else { return text }
      return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }.joined()
  }
}
