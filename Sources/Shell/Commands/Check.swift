import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Check: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "For cron: exit 0 when nothing is near, 10 when a case is due soon, 20 when one is overdue or a rate is short.",
    discussion: discussion())
  static let examples = [
    Example("check", "due within two hours, rates against their targets"),
    Example("check --due-within 30m --min-rate 0.95", "other limits"),
  ]

  @Option(help: "How near is near.") var dueWithin = "2h"
  @Option(help: "Least response rate, in place of each account's target.") var minRate: String?

  func run(in session: inout Session) throws -> any Answer {
    guard let span = Span(dueWithin) else {
      throw Complaint.usage("--due-within \(dueWithin) is no time", try: "--due-within 2h")
    }
    var floor: HealthCore.Target?
    if let minRate {
      guard let value = HealthCore.Decimal(minRate), value.numerator <= value.denominator else {
        throw Complaint.usage("--min-rate \(minRate) is no rate", try: "--min-rate 0.9")
      }
      floor = HealthCore.Target(value: value, condition: .atLeast)
    }
    let now = session.now
    let account = try session.chosenAccount()
    let overdue = try session.desk.openTimers(account: account?.id, until: now, unresolved: true, at: now, limit: 100)
    let near = try session.desk.openTimers(
      account: account?.id, from: now, until: now.addingTimeInterval(Double(span.seconds) + 1), at: now, limit: 100)
    var short: [ComplianceAnswer.Window] = []
    for account in try session.desk.accounts()
    where session.options.account.map({ $0.lowercased() == account.name.lowercased() }) ?? true {
      let goal = try session.profiles.goal(of: account)
      guard let target = try floor ?? session.target(of: account, goal: goal) else { continue }
      for days in goal.windows {
        let window = ComplianceAnswer.Window(
          account: account, figures: try session.desk.compliance(account: account.id, days: days, at: now),
          target: target)
        if window.isMet == false { short.append(window) }
      }
    }
    return CheckAnswer(overdue: Self.cases(overdue), near: Self.cases(near), short: short, now: now)
  }
}

extension Check {
  /// The earliest timer of each case.
  fileprivate static func cases(_ rows: [TimerRow]) -> [TimerRow] {
    var seen: Set<Int64> = []
    return rows.filter { seen.insert($0.caseID).inserted }
  }
}

private struct CheckAnswer: Answer {
  var overdue: [TimerRow]
  var near: [TimerRow]
  var short: [ComplianceAnswer.Window]
  var now: Date

  var exitCode: Int32 { !overdue.isEmpty || !short.isEmpty ? 20 : near.isEmpty ? 0 : 10 }

  var document: Document {
    func timers(_ rows: [TimerRow]) -> Document {
      .list(
        rows.map {
          .object([
            "case": .int(Int($0.caseID)), "dueAt": .instant($0.timer.dueAt),
            "secondsLeft": .int($0.timer.dueAt.seconds - now.seconds),
          ])
        })
    }
    return .object([
      "asOf": .instant(now), "status": .int(Int(exitCode)), "overdue": timers(overdue), "dueSoon": timers(near),
      "short": .list(
        short.map {
          .object([
            "account": .text($0.account.name), "days": .int($0.figures.days), "rate": .optional($0.figures.rate.rate),
            "target": .optional($0.target?.value.value),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    var lines: [Rich] = []
    for row in overdue.prefix(20) {
      lines.append("\("overdue", .alarm)  #\(row.caseID) by \(Span(seconds: now.seconds - row.timer.dueAt.seconds))")
    }
    if overdue.count > 20 { lines.append("overdue  … and \(overdue.count - 20) more: queue overdue") }
    for window in short {
      let rate = window.figures.rate
      lines.append(
        "\("short", .alarm)    \(window.account.name) \(window.figures.days) days: \(rate.onTime) of \(rate.required), \(Percent.text(rate.onTime, of: rate.required)), target \(window.target.map { Percent.text($0.value.numerator, of: $0.value.denominator) } ?? "")"
      )
    }
    for row in near.prefix(20) {
      lines.append("\("due", .caution)      #\(row.caseID) \(page.relative(row.timer.dueAt))")
    }
    guard var output = lines.first else { return "nothing is near" }
    for line in lines.dropFirst() { output += "\n" + line }
    return output
  }
}
