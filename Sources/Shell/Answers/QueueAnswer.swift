import Foundation
import ServiceDesk

/// Cases in a table, most urgent first.
struct QueueAnswer: Answer {
  var cases: [Case]
  var total: Int
  var names: [Int64: String]
  var now: Date
  var isFiltered: Bool
  var columns = QueueColumn.usual
  var isNumbered = false

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
    // In the shell a row's number stands for its case: %3 is the third.
    var table = TextTable((isNumbered ? [.init("%", right: true)] : []) + columns.map(\.head))
    for (index, subject) in cases.enumerated() {
      let number = isNumbered ? [Rich("\(index + 1)", .faint)] : []
      table.add(number + columns.map { $0.cell(subject, account: names[subject.accountID] ?? "", on: page) })
    }
    var output = table.text(width: page.width)
    if total > cases.count { output += "\n\("\(cases.count) of \(total); queue --limit \(total) shows all", .faint)" }
    return output
  }
}
