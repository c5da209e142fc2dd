import Foundation
import ServiceDesk

/// Cases in a table, most urgent first.
struct QueueAnswer: Answer {
  var cases: [Case]
  var total: Int
  var names: [Int64: String]
  var now: Date
  var isFiltered: Bool
  var showsState: Bool

  var document: Document {
    .object([
      "asOf": .instant(now), "total": .int(total),
      "cases": .list(cases.map { .of($0, account: names[$0.accountID] ?? "?", at: now) }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !cases.isEmpty else {
      return isFiltered ? "no case fits; queue --all looks at resolved ones too" : "nothing is open: the queue is empty"
    }
    var table = TextTable([
      .init("case", right: true), .init("due", right: true), .init("urgency", right: true, optional: true),
      .init("kind"),
      .init(showsState ? "state" : ""), .init("account", optional: true), .init("buyer", flexible: true),
      .init("subject", flexible: true),
      .init("tags", flexible: true), .init("who", optional: true),
    ])
    for subject in cases {
      let urgency = Urgency(of: subject, at: now).tenths
      table.add([
        Rich("#\(subject.id)", .bold), page.deadline(subject.dueAt), Rich("\(urgency / 10).\(abs(urgency % 10))"),
        Rich(subject.kind.rawValue), Rich(showsState ? subject.state.rawValue : ""),
        Rich(names[subject.accountID] ?? ""),
        Rich(subject.buyer ?? ""), Rich(subject.subject ?? subject.order ?? ""),
        Rich(subject.tags.joined(separator: " "), .accent),
        Rich(subject.assignee ?? ""),
      ])
    }
    var output = table.text(width: page.width)
    if total > cases.count { output += "\n\("\(cases.count) of \(total); queue --limit \(total) shows all", .faint)" }
    return output
  }
}
