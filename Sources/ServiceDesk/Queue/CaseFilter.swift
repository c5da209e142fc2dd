import Foundation

/// What a queue, a search or a bulk command is narrowed to: terms that must all hold.
package struct CaseFilter: Sendable, Equatable {
  package struct Term: Sendable, Equatable {
    package var condition: Condition
    package var isNegated: Bool

    package init(condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  package enum Condition: Sendable, Equatable {
    case id(Int64)
    case kind(CaseKind)
    case account(String)
    case state(CaseState)
    case anyState
    case due(Comparison, seconds: Int)
    case withoutDeadline
    case overdue
    case tag(String)
    case buyer(String)
    case order(String)
    case assignee(String)
    case unassigned
    case language(String)
    case priority(Priority)
    case rating(Comparison, Int)
    case text(String)
    case timer(TimerQuery)
  }

  package enum Comparison: String, Sendable, Equatable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case equal = "="

    func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .more: left > right
      case .atLeast: left >= right
      case .equal: left == right
      }
    }
  }

  package var terms: [Term]

  package init(terms: [Term] = []) { self.terms = terms }

  package var isEmpty: Bool { terms.isEmpty }

  /// The filter asks for states itself, so the usual restriction to open cases does not apply.
  package var namesState: Bool {
    terms.contains {
      switch $0.condition {
      case .state, .anyState, .id: true
      case .timer: true
      default: false
      }
    }
  }

  /// What must stand in a message.
  package var wantedTexts: [String] {
    terms.compactMap { if case .text(let words) = $0.condition, !$0.isNegated { words } else { nil } }
  }

  /// The timer terms, merged into one question: they speak of the same timer.
  package var timerQuery: TimerQuery? {
    let queries = timerQueries(negated: false)
    return queries.isEmpty ? nil : queries.reduce(TimerQuery()) { $0.narrowed(by: $1) }
  }

  /// What no timer of that question may be.
  package var negatedTimerQueries: [TimerQuery] { timerQueries(negated: true) }

  private func timerQueries(negated: Bool) -> [TimerQuery] {
    terms.compactMap {
      guard case .timer(let query) = $0.condition, $0.isNegated == negated else { return nil }
      return query
    }
  }

  /// What is asked of the cases themselves.
  package var withoutTimerTerms: CaseFilter {
    CaseFilter(terms: terms.filter { if case .timer = $0.condition { false } else { true } })
  }

  /// Whether `subject` fits, as far as the case itself can tell; text and timer terms are the store's to judge.
  package func matches(_ subject: Case, account: String, at now: Date) -> Bool {
    terms.allSatisfy { term in
      term.condition.holds(for: subject, account: account, at: now).map { $0 != term.isNegated } ?? true
    }
  }
}

extension CaseFilter.Condition {
  /// Nil where the case itself can't tell.
  fileprivate func holds(for subject: Case, account: String, at now: Date) -> Bool? {
    switch self {
    case .id(let id): subject.id == id
    case .kind(let kind): subject.kind == kind
    case .account(let name): account.lowercased() == name.lowercased()
    case .state(let state): subject.state == state
    case .anyState: true
    case .due(let comparison, let seconds):
      subject.dueAt.map { comparison.holds($0.seconds - now.seconds, seconds) } ?? false
    case .withoutDeadline: subject.dueAt == nil
    case .overdue: subject.isOverdue(at: now)
    case .tag(let tag): subject.tags.contains { $0.lowercased() == tag.lowercased() }
    case .buyer(let text): subject.buyer?.localizedCaseInsensitiveContains(text) ?? false
    case .order(let text): subject.order?.lowercased().contains(text.lowercased()) ?? false
    case .assignee(let name): subject.assignee?.lowercased() == name.lowercased()
    case .unassigned: subject.assignee == nil
    case .language(let code): subject.language == code.lowercased()
    case .priority(let level): subject.priority == level
    case .rating(let comparison, let stars): subject.rating.map { comparison.holds($0, stars) } ?? false
    case .text, .timer: nil
    }
  }
}

/// A question about the timers of a case, such as those behind one figure of a compliance table.
package struct TimerQuery: Sendable, Equatable {
  package var status: TimerStatus?
  /// Started within so many days before now.
  package var days: Int?
  package var response: String?
  package var agent: String?
  /// Of the UTC day, 0 to 23.
  package var hour: Int?
  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int?

  package init(
    status: TimerStatus? = nil, days: Int? = nil, response: String? = nil, agent: String? = nil, hour: Int? = nil,
    weekday: Int? = nil
  ) {
    self.status = status
    self.days = days
    self.response = response
    self.agent = agent
    self.hour = hour
    self.weekday = weekday
  }

  /// The question that asks both at once.
  package func narrowed(by other: TimerQuery) -> TimerQuery {
    TimerQuery(
      status: other.status ?? status, days: other.days ?? days, response: other.response ?? response,
      agent: other.agent ?? agent, hour: other.hour ?? hour, weekday: other.weekday ?? weekday)
  }
}
