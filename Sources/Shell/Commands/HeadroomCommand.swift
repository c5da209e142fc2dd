import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct HeadroomCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "headroom", abstract: "Show how many more defects each target bears, and how a missed one comes back.",
    discussion: discussion(
      "One more defect turns an order that is counted already from good to bad. A missed target comes back by clean orders, or by the day on which enough defects have left the window."
    ))
  static let examples = [
    Example("headroom", "all rates that have a target"),
    Example("headroom --account amazon-us --json", "one account, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    var rows: [HeadroomAnswer.Row] = []
    for account in try session.askedAccounts() {
      let health = try AccountHealth(account, session)
      let recovery = Recovery(health, session)
      for reading in try health.readings() where reading.source == .estimated {
        guard let more = reading.headroom, let target = reading.target, let ratio = reading.ratio else { continue }
        let isBad = reading.status == .bad
        rows.append(
          .init(
            account: account, reading: reading, more: more,
            ordersToRecover: isBad ? Headroom.cleanToRecover(ratio, target) : nil,
            recoversAt: isBad ? try recovery.instant(of: reading) : nil))
      }
    }
    return HeadroomAnswer(rows: rows, now: session.now)
  }
}

private struct HeadroomAnswer: Answer {
  struct Row {
    var account: Account
    var reading: Reading
    var more: Int
    var ordersToRecover: Int?
    var recoversAt: Date?
  }

  var rows: [Row]
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now),
      "metrics": .list(
        rows.map { row in
          let reading = Document.of(row.reading)
          return .object([
            "account": .text(row.account.name), "id": .text(row.reading.metric.rawValue),
            "window": reading["window"] ?? .null, "more": .int(row.more),
            "ordersToRecover": .optional(row.ordersToRecover), "recoversAt": .instant(row.recoversAt),
            "status": .text(row.reading.status.rawValue),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else {
      return "no figure has both data and a target; account set NAME target METRIC VALUE sets one of your own"
    }
    var table = TextTable([
      .init("account"), .init("figure"), .init("days", right: true), .init("now", right: true),
      .init("target", right: true), .init("room", right: true), .init("status"),
    ])
    for row in rows {
      let id = row.reading.metric
      table.add([
        Rich(row.account.name), Rich(id.title, .bold), Rich(row.reading.window.days.map { "\($0)" } ?? "ever"),
        Rich(Figure.value(row.reading)), Rich(Figure.target(row.reading.target, id.unit)),
        Rich("\(row.more)", row.reading.status == .bad ? .alarm : row.more == 0 ? .caution : .good),
        Figure.status(row.reading),
      ])
    }
    var output = table.text(width: page.width)
    for row in rows where row.reading.status == .bad {
      let days = row.reading.window.days.map { ", \($0) d" } ?? ""
      output += "\n\("\(row.account.name), \(row.reading.metric.title.lowercasedFirst)\(days):", .bold)"
      for line in page.wrapped(ways(row, page), indent: 4) { output += "\n\(line)" }
    }
    return output
  }

  /// How a missed target comes back.
  private func ways(_ row: Row, _ page: Page) -> String {
    let isResponse = row.reading.metric == .responseRate
    let clean = row.ordersToRecover.map {
      "back with \($0) \(isResponse ? ($0 == 1 ? "answer" : "answers") + " in time" : $0 == 1 ? "clean order" : "clean orders")"
    }
    let day = row.recoversAt.map { "by itself \(page.relative($0)), \(page.moment($0))" }
    let ways = [clean, day].compactMap { $0 }
    return ways.isEmpty ? "it does not come back by itself" : ways.joined(separator: "; or ")
  }
}
