import Foundation

/// How pressing a case is: a sum of named terms, in tenths of a point, the same for the same facts every time.
package struct Urgency: Sendable, Equatable {
  package struct Term: Sendable, Equatable {
    package var name: String
    /// In tenths of a point.
    package var tenths: Int
  }

  package var terms: [Term]

  /// In tenths of a point.
  package var tenths: Int { terms.reduce(0) { $0 + $1.tenths } }

  package init(of subject: Case, at now: Date) {
    terms = []
    if let due = subject.dueAt {
      let left = due.seconds - now.seconds
      let name = left < 0 ? "overdue by \(Span(seconds: -left))" : "due in \(Span(seconds: left))"
      terms.append(Term(name: name, tenths: Self.dueTenths(secondsLeft: left)))
    }
    terms += Self.lastingTerms(of: subject)
  }

  /// 10 points once overdue, 5 at two hours before the deadline, 0.7 at a day: halved with each doubling of the time.
  package static func dueTenths(secondsLeft: Int) -> Int {
    secondsLeft < 0 ? 100 : 100 * 7200 / (7200 + secondsLeft)
  }

  /// What does not change as time goes by, so that the store can keep the sum and order by it.
  package static func lastingTerms(of subject: Case) -> [Term] {
    var terms: [Term] = []
    if subject.priority != .normal {
      terms.append(Term(name: "priority \(subject.priority.name)", tenths: subject.priority.rawValue * 30))
    }
    if subject.unanswered > 1 {
      terms.append(Term(name: "\(subject.unanswered) messages unanswered", tenths: min(subject.unanswered - 1, 4) * 5))
    }
    switch subject.kind {
    case .claim: terms.append(Term(name: "claim, counts as a defect if lost", tenths: 30))
    case .violation: terms.append(Term(name: "policy violation", tenths: 25))
    case .feedback:
      if let rating = subject.rating, rating <= 2 {
        terms.append(Term(name: "negative feedback, a defect while it stands", tenths: 20))
      }
    case .shipment: terms.append(Term(name: "shipment at risk", tenths: 15))
    case .message, .notification: break
    }
    return terms
  }

  package static func lastingTenths(of subject: Case) -> Int {
    lastingTerms(of: subject).reduce(0) { $0 + $1.tenths }
  }
}
