import Foundation
import ServiceDesk

/// A column of `queue`, as `set columns` and `--columns` name it.
package enum QueueColumn: String, CaseIterable, Sendable {
  case `case`, due, urgency, kind, state, account, buyer, subject, order, rating, language, received, tags, who

  static let usual: [QueueColumn] = [.case, .due, .urgency, .kind, .account, .buyer, .subject, .tags, .who]

  /// Its head, and how it gives way where the window is narrow.
  var head: TextTable.Column {
    switch self {
    case .case: .init("case", right: true)
    case .due: .init("due", right: true)
    case .urgency: .init("urgency", right: true, optional: true)
    case .kind: .init("kind")
    case .state: .init("state")
    case .account: .init("account", optional: true)
    case .buyer: .init("buyer", flexible: true)
    case .subject: .init("subject", flexible: true)
    case .order: .init("order", optional: true)
    case .rating: .init("stars", right: true)
    case .language: .init("in", optional: true)
    case .received: .init("received, UTC", optional: true)
    case .tags: .init("tags", flexible: true)
    case .who: .init("who", optional: true)
    }
  }

  func cell(_ subject: Case, account: String, on page: Page) -> Rich {
    switch self {
    case .case: Rich("#\(subject.id)", .bold)
    case .due: page.deadline(subject.dueAt)
    case .urgency:
      Rich(Self.points(Urgency(of: subject, at: page.now).tenths))
    case .kind: Rich(subject.kind.rawValue)
    case .state: Rich(subject.state.rawValue)
    case .account: Rich(account)
    case .buyer: Rich(subject.buyer ?? "")
    case .subject: Rich(subject.subject ?? subject.order ?? "")
    case .order: Rich(subject.order ?? "")
    case .rating: Rich(subject.rating.map { "\($0)" } ?? "")
    case .language: Rich(subject.language ?? "")
    case .received: Rich(subject.receivedAt.map(page.moment) ?? "")
    case .tags: Rich(subject.tags.joined(separator: " "), .accent)
    case .who: Rich(subject.assignee ?? "")
    }
  }

  private static func points(_ tenths: Int) -> String { "\(tenths / 10).\(abs(tenths % 10))" }
}

extension [QueueColumn] {
  /// Names with spaces or commas between them.
  init(named text: String) throws(Complaint) {
    self = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let column = QueueColumn(rawValue: String(word)) else {
        throw .usage(
          "there is no column \(word)",
          try: "--columns, some of \(QueueColumn.allCases.map(\.rawValue).joined(separator: ","))")
      }
      append(column)
    }
    guard !isEmpty else { throw .usage("--columns needs a column", try: "--columns case,due,buyer,subject") }
  }
}
