import DeskStore
import Foundation
import ServiceDesk

extension Document {
  /// A case with the keys of INTERFACE.md.
  static func of(_ subject: Case, account: String, at now: Date) -> Document {
    .object([
      "id": .int(Int(subject.id)), "kind": .text(subject.kind.rawValue), "account": .text(account),
      "state": .text(subject.state.rawValue), "buyer": .optional(subject.buyer), "order": .optional(subject.order),
      "subject": .optional(subject.subject), "receivedAt": .instant(subject.receivedAt),
      "dueAt": .instant(subject.dueAt),
      "secondsLeft": .optional(subject.dueAt.map { $0.seconds - now.seconds }),
      "overdue": .bool(subject.isOverdue(at: now)),
      "rating": .optional(subject.rating), "urgency": .number(Double(Urgency(of: subject, at: now).tenths) / 10),
      "tags": .texts(subject.tags), "assignee": .optional(subject.assignee), "language": .optional(subject.language),
      "priority": .text(subject.priority.name), "wakesAt": .instant(subject.wakesAt),
      "mergedInto": .optional(subject.mergedInto.map(Int.init)),
    ])
  }

  func adding(_ members: KeyValuePairs<String, Document>) -> Document {
    guard case .object(let own) = self else { return self }
    return .object(own + members.map { Member(key: $0.key, value: $0.value) })
  }
}

/// Cases after a command has changed them.
struct CasesChanged: Answer {
  let document: Document
  let notices: [String]
  private let words: Rich

  init(cases: [Case], session: Session, notices: [String] = [], saying verb: (Case) -> Rich) throws {
    let now = session.now
    document = .object([
      "cases": .list(try cases.map { .of($0, account: try session.accountName($0.accountID), at: now) }),
      "notices": .texts(notices),
    ])
    self.notices = notices
    var words = Rich()
    for subject in cases.prefix(10) {
      if !words.isEmpty { words += "\n" }
      words += verb(subject)
    }
    if cases.count > 10 { words += "\n… and \(cases.count - 10) more" }
    self.words = words
  }

  func text(on page: Page) -> Rich { words }
}
