/// What the policy check found in an outgoing text.
package struct Finding: Sendable, Equatable {
  package enum Severity: String, Sendable, Codable { case block, warn }

  /// The rule's number, such as `MSG-044`.
  package var rule: String
  package var severity: Severity
  /// The words at fault, as they stand in the text.
  package var words: String
  package var why: String
  /// Keys of MARKETPLACES.md section 10, or "own rule".
  package var source: String

  package init(rule: String, severity: Severity, words: String, why: String, source: String) {
    self.rule = rule
    self.severity = severity
    self.words = words
    self.why = why
    self.source = source
  }
}
