import Foundation

/// An instant by which a case must be dealt with.
package struct Deadline: Sendable, Equatable {
  package var caseID: Int64
  package var accountID: Int64
  package var dueAt: Date
  package var kind: CaseKind

  package init(caseID: Int64, accountID: Int64, dueAt: Date, kind: CaseKind) {
    self.caseID = caseID
    self.accountID = accountID
    self.dueAt = dueAt
    self.kind = kind
  }
}

/// How long before a deadline an agent is reminded of it.
package struct Reminders: Sendable, Equatable {
  /// Two hours, half an hour, five minutes.
  package static let usual = Reminders(seconds: [7200, 1800, 300])

  /// Before the deadline, the longest first.
  package var seconds: [Int]

  private init(seconds: [Int]) { self.seconds = seconds }

  /// Spans such as `2h 30m 5m`; `off` for none. Nil where one is no span.
  package init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "," }
    if words == ["off"] {
      seconds = []
      return
    }
    let spans = words.map { Span(String($0))?.seconds ?? 0 }
    guard !spans.isEmpty, spans.allSatisfy({ $0 > 0 }) else { return nil }
    seconds = Set(spans).sorted(by: >)
  }

  /// What is to be said of a deadline at `now` that was not to be said at `then` yet: so many seconds before it, 0 for
  /// its having passed. Where several moments have gone by, as while the machine slept, only the last counts.
  package func reached(_ dueAt: Date, between then: Date, and now: Date) -> Int? {
    ([0] + seconds.reversed()).first { before in
      let moment = dueAt.addingTimeInterval(Double(-before))
      return moment > then && moment <= now
    }
  }
}

extension Account {
  package var reminders: Reminders { settings.remind.flatMap(Reminders.init) ?? .usual }
}
