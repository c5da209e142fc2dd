import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Timers: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "timers", abstract: "List what must be answered by when.",
    discussion: discussion("The marketplace's clock, and the shop's where there is one."))
  static let examples = [Example("timers", "all that runs"), Example("timers --limit 3", "the next three deadlines")]

  @Option(help: "Show at most so many.") var limit: Int?

  func run(in session: inout Session) throws -> any Answer {
    let now = session.now
    let account = try session.chosenAccount()
    let rows = try session.desk.openTimers(account: account?.id, at: now, limit: max(0, limit ?? 500))
    let subjects = try Dictionary(
      Set(rows.map(\.caseID)).map { ($0, try session.desk.standing($0, at: now)) },
      uniquingKeysWith: { first, _ in first })
    let names = try Dictionary(uniqueKeysWithValues: session.desk.accounts().map { ($0.id, $0.name) })
    return TimersAnswer(rows: rows, subjects: subjects.compactMapValues { $0 }, names: names, now: now)
  }
}

private struct TimersAnswer: Answer {
  var rows: [TimerRow]
  var subjects: [Int64: Case]
  var names: [Int64: String]
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now),
      "timers": .list(
        rows.map { row in
          .object([
            "case": .int(Int(row.caseID)), "account": .text(names[row.accountID] ?? "?"),
            "buyer": .optional(subjects[row.caseID]?.buyer), "channel": .text(row.timer.channel.rawValue),
            "startedAt": .instant(row.timer.startedAt), "dueAt": .instant(row.timer.dueAt),
            "secondsLeft": .int(row.timer.dueAt.seconds - now.seconds), "overdue": .bool(row.timer.dueAt < now),
            "shopDueAt": .instant(row.timer.shopDueAt),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else { return "no timer runs: every buyer has been answered" }
    var table = TextTable([
      .init("case", right: true), .init("left", right: true), .init("due, UTC"),
      .init("shop clock", right: true, optional: true),
      .init("account", optional: true), .init("buyer", flexible: true), .init("state", optional: true),
    ])
    for row in rows {
      table.add([
        Rich("#\(row.caseID)", .bold), page.deadline(row.timer.dueAt), Rich(page.moment(row.timer.dueAt)),
        row.timer.shopDueAt.map { page.deadline($0) } ?? Rich(), Rich(names[row.accountID] ?? ""),
        Rich(subjects[row.caseID]?.buyer ?? ""), Rich(subjects[row.caseID]?.state.rawValue ?? ""),
      ])
    }
    return table.text(width: page.width)
  }
}
