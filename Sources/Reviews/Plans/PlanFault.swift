/// What gets a plan rejected, or keeps it from being read (MARKETPLACES.md 7).
package struct PlanFault: Error, Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    // The text is no plan.
    case noTitle = "no-title"
    case secondTitle = "second-title"
    case unknownHeading = "unknown-heading"
    case outsideSection = "outside-section"
    case causeWithoutName = "cause-without-name"
    case actionForm = "action-form"
    case measureForm = "measure-form"
    case reviewForm = "review-form"
    case otherPlan = "other-plan"
    // It would be rejected.
    case noFigures = "no-figures"
    case noCause = "no-cause"
    case causeWithoutEvidence = "cause-without-evidence"
    case causeWithoutAction = "cause-without-action"
    case causeWithoutPrevention = "cause-without-prevention"
    case actionWithoutDate = "action-without-date"
    case actionInFuture = "action-in-future"
    case stepWithoutDate = "step-without-date"
    case unknownEvidence = "unknown-evidence"
    case measureIncomplete = "measure-incomplete"
    case notMentioned = "not-mentioned"
    case componentNotNamed = "component-not-named"
    case noReview = "no-review"
    case unfilled
    case blame
    case emotion
    case personalData = "personal-data"
    case tooLong = "too-long"
  }

  package var kind: Kind
  /// Counted from 1; nil for what is missing altogether.
  package var line: Int?
  /// The words at fault, or what is missing.
  package var words: String

  package init(_ kind: Kind, line: Int?, words: String) { (self.kind, self.line, self.words) = (kind, line, words) }

  /// What is wrong.
  package var reason: String {
    switch kind {
    case .noTitle: "it does not begin with “# Plan of Action: METRIC, ACCOUNT”"
    case .secondTitle: "a second title: \(words)"
    case .unknownHeading: "there is no part “\(words)”"
    case .outsideSection: "text before the first part: \(words)"
    case .causeWithoutName: "a cause without its heading: \(words)"
    case .actionForm: "no action: \(words)"
    case .measureForm: "no measure: \(words)"
    case .reviewForm: "no date: \(words)"
    case .otherPlan: "it is the text of another plan: \(words)"
    case .stepWithoutDate: "a step without a date: \(words)"
    case .unknownEvidence: "the desk has no \(words)"
    case .noFigures: "it does not say what happened in figures"
    case .noCause: "no root cause is named"
    case .causeWithoutEvidence: "the cause \(words) has no evidence"
    case .causeWithoutAction: "nothing was done about the cause \(words)"
    case .causeWithoutPrevention: "nothing prevents the cause \(words)"
    case .actionWithoutDate: "an action without a date: \(words)"
    case .actionInFuture: "an action that has not been taken yet: \(words)"
    case .measureIncomplete: "a measure lacks \(words)"
    case .notMentioned: "the notice names \(words), and the plan never mentions it"
    case .componentNotNamed: "\(words) is part of the figure, and the plan never names it"
    case .noReview: "no review date is set"
    case .unfilled: "not filled in: \(words)"
    case .blame: "blames others: “\(words)”"
    case .emotion: "feeling instead of fact: “\(words)”"
    case .personalData: "personal data: \(words)"
    case .tooLong: "too long: \(words)"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch kind {
    case .noTitle, .secondTitle: "keep one title, as plan new wrote it"
    case .unknownHeading, .outsideSection:
      "use ## \(PlanText.Section.allCases.map(\.rawValue).joined(separator: ", ## "))"
    case .causeWithoutName: "begin with ### and the cause"
    case .actionForm: "write - 2026-02-12 · cause · what was done"
    case .measureForm: "write - cause · control: … · owner: … · record: … · start: 2026-02-20"
    case .reviewForm: "write - 2026-02-20"
    case .otherPlan: "keep the title, or plan new for another plan"
    case .stepWithoutDate: "begin it with its date, such as 2026-02-12:"
    case .unknownEvidence: "name what can be shown, or import it"
    case .noFigures: "give the figure, its counts, its target and its window"
    case .noCause: "log causes with resolve --cause, or name one under ## Root causes"
    case .causeWithoutEvidence: "give cases and orders: Evidence: #12 (order 114-…)"
    case .causeWithoutAction: "add - DATE · \(words) · what was done"
    case .causeWithoutPrevention: "add - \(words) · control: … · owner: … · record: … · start: …"
    case .actionWithoutDate: "begin it with its date, such as 2026-02-12"
    case .actionInFuture: "move it to the preventive measures, or write what was done in the past tense"
    case .measureIncomplete: "say who, what is recorded, and from when on"
    case .notMentioned: "say what happened with it and what was done"
    case .componentNotNamed: "name it with its number, even if that is 0"
    case .noReview: "add a date under ## Review dates"
    case .unfilled: "replace it"
    case .blame: "say what your own process lacked"
    case .emotion: "leave it out"
    case .personalData: "leave it out: case and order numbers are evidence enough"
    case .tooLong: "keep to two pages: cut what is not cause, action or prevention"
    }
  }
}
