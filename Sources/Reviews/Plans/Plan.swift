import ServiceDesk

/// A Plan of Action, which answers a marketplace's notice, or a Performance Improvement Plan, which comes before one:
/// what happened, why, what was done, what prevents it, and when that is looked at again (MARKETPLACES.md 7).
package struct Plan: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case poa, pip

    package var title: String { self == .poa ? "Plan of Action" : "Performance Improvement Plan" }
  }

  package struct Cause: Sendable, Equatable {
    /// As the log names it: `carrier-delay`.
    package var name: String
    package var words: String
    /// Cases and orders, as they are written: "#12 (order 114-…)".
    package var evidence: [String]

    package init(name: String, words: String, evidence: [String]) {
      (self.name, self.words, self.evidence) = (name, words, evidence)
    }
  }

  package struct Action: Sendable, Equatable {
    package var day: CivilDay?
    package var cause: String
    package var words: String

    package init(day: CivilDay?, cause: String, words: String) {
      (self.day, self.cause, self.words) = (day, cause, words)
    }
  }

  package struct Measure: Sendable, Equatable {
    package var cause: String
    package var control: String
    package var owner: String
    /// What is written down, so that it can be shown to have been done.
    package var record: String
    package var start: CivilDay?

    package init(cause: String, control: String, owner: String, record: String, start: CivilDay?) {
      (self.cause, self.control, self.owner, self.record, self.start) = (cause, control, owner, record, start)
    }
  }

  package struct Step: Sendable, Equatable {
    package var day: CivilDay?
    package var words: String

    package init(day: CivilDay?, words: String) { (self.day, self.words) = (day, words) }
  }

  package var kind: Kind
  /// As `MetricID` names it.
  package var metric: String
  package var account: String
  /// What happened, a fact a line: figure, window, components, notice.
  package var facts: [String]
  /// Orders and listings that the notice names: each must be mentioned.
  package var concerns: [String]
  package var causes: [Cause]
  package var actions: [Action]
  package var measures: [Measure]
  package var timeline: [Step]
  package var reviews: [CivilDay]

  package init(kind: Kind, metric: String, account: String) {
    (self.kind, self.metric, self.account) = (kind, metric, account)
    (facts, concerns, causes, actions, measures, timeline, reviews) = ([], [], [], [], [], [], [])
  }

  /// What is still to be filled in stands between these.
  package static let open: Character = "‹"
  package static let close: Character = "›"
}
