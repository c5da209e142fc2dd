import Foundation

/// What has changed since the last audit.
package struct AuditComparison: Sendable, Equatable {
  package var lastAt: Date
  package var new: Set<String>
  package var gone: [AuditFinding]

  package init(_ findings: [AuditFinding], last: [AuditFinding], at lastAt: Date) {
    let before = Set(last.map(\.key))
    let now = Set(findings.map(\.key))
    new = now.subtracting(before)
    gone = last.filter { !now.contains($0.key) }
    self.lastAt = lastAt
  }
}

/// What somebody said to a finding.
package struct ReviewMark: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case done
    /// Looked at, and put off.
    case later
    /// It may stay as it is.
    case accepted
  }
  package var key: String
  package var verdict: Verdict
  package var at: Date
  package var agent: String
  package var note: String?

  package init(key: String, verdict: Verdict, at: Date, agent: String, note: String?) {
    (self.key, self.verdict, self.at, self.agent, self.note) = (key, verdict, at, agent, note)
  }

  /// How long a finding that was accepted or put off is left alone, in seconds.
  package func rests(at now: Date) -> Bool {
    switch verdict {
    case .done: false
    case .later: now.timeIntervalSince(at) < 86_400
    case .accepted: now.timeIntervalSince(at) < 30 * 86_400
    }
  }
}
