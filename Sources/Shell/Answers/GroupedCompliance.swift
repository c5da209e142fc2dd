import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// Response figures by who answered, with what, or when the buyer wrote.
struct GroupedCompliance: Answer {
  struct Row {
    var account: Account
    var days: Int
    var group: String
    var rate: ResponseRate
    var target: HealthCore.Target?
    var median: Int?
    var p90: Int?
    /// Opens the row to its cases.
    var filter: String
  }

  var rows: [Row]
  var by: Compliance.Grouping
  var now: Date

  static func rows(
    _ timers: [TimerRow], account: Account, days: Int, by: Compliance.Grouping, now: Date, target: HealthCore.Target?
  ) -> [Row] {
    var groups: [String: [ResponseTimer]] = [:]
    for row in timers { groups[group(of: row, by: by, now: now), default: []].append(row.timer) }
    let order = groups.keys.sorted { left, right in
      if by == .weekday, let first = CaseFilter.weekdays.firstIndex(of: left),
        let second = CaseFilter.weekdays.firstIndex(of: right)
      {
        return first < second
      }
      return left < right
    }
    return order.map { name in
      let timers = groups[name] ?? []
      let answered = timers.answerSeconds(at: now)
      return Row(
        account: account, days: days, group: name, rate: ResponseRate(timers, at: now), target: target,
        median: NearestRank.value(percent: 50, of: answered), p90: NearestRank.value(percent: 90, of: answered),
        filter: "account:\(account.name) window:\(days) \(by.rawValue):\(Words.quoted(name))")
    }
  }

  private static func group(of row: TimerRow, by: Compliance.Grouping, now: Date) -> String {
    let start = row.timer.startedAt
    switch by {
    case .account: return ""
    case .response: return row.response ?? "none"
    case .agent: return row.agent ?? "none"
    case .hour: return twoDigits((start.seconds - start.utcDay * 86_400) / 3600)
    case .weekday: return CaseFilter.weekdays[CivilDay(number: start.utcDay).weekday - 1]
    }
  }

  var document: Document {
    .object([
      "asOf": .instant(now), "by": .text(by.rawValue),
      "windows": .list(
        rows.map { row in
          Document.object(["account": .text(row.account.name), "days": .int(row.days), by.rawValue: .text(row.group)])
            .adding(["from": .instant(now.addingTimeInterval(Double(-86_400 * row.days))), "to": .instant(now)])
            .adding(ComplianceAnswer.figures(row.rate)).adding([
              "target": .optional(row.target?.value.value), "met": .optional(row.target.flatMap { row.rate.meets($0) }),
              "medianSeconds": .optional(row.median), "p90Seconds": .optional(row.p90), "filter": .text(row.filter),
            ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else { return "no message has asked for an answer in these days" }
    var table = TextTable([
      .init("account"), .init("days", right: true), .init(by.rawValue, flexible: true), .init("rate", right: true),
      .init("on time", right: true), .init("late", right: true), .init("unanswered", right: true),
      .init("median", right: true), .init("queue --all …", flexible: true),
    ])
    for row in rows {
      table.add([
        Rich(row.account.name), Rich("\(row.days)"), Rich(row.group, .bold),
        Rich(Percent.text(row.rate.onTime, of: row.rate.required)),
        Rich("\(row.rate.onTime)"), Rich("\(row.rate.late)", row.rate.late > 0 ? .caution : .plain),
        Rich("\(row.rate.unanswered)", row.rate.unanswered > 0 ? .alarm : .plain),
        Rich(row.median.map { "\(Span(seconds: $0))" } ?? "–"), Rich(row.filter, .faint),
      ])
    }
    return table.text(width: page.width)
  }
}
