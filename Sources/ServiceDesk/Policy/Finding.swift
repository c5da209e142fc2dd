import Foundation

/// What the policy check found in an outgoing text.
package struct Finding: Sendable, Equatable {
  package enum Severity: String, Sendable, Codable { case block, warn }

  /// The rule's number, such as `MSG-044`.
  package var rule: String
  package var severity: Severity
  /// The words at fault, as they stand in the text.
  package var words: String
  package var why: String
  package var source: String

  package init(rule: String, severity: Severity, words: String, why: String, source: String) {
    self.rule = rule
    self.severity = severity
    self.words = words
    self.why = why
    self.source = source
  }
}

/// What a rule may look at.
package struct OutgoingText: Sendable {
  package var text: String
  /// The order that the conversation is about.
  package var order: String?

  package init(text: String, order: String?) {
    self.text = text
    self.order = order
  }
}

/// The rules that every outgoing text is held against.
package enum PolicyCheck {
  package static let rules: [@Sendable (OutgoingText) -> [Finding]] = [
    PlaceholderLeft.findings, ForeignOrder.findings,
  ]

  package static func findings(in outgoing: OutgoingText) -> [Finding] { rules.flatMap { $0(outgoing) } }
}
