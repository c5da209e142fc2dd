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
    Example("check", "due within two hours, response rates against their targets"),
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
    let horizon = now.addingTimeInterval(Double(span.seconds) + 1)
    let matters = try session.desk.dueMatters(account: account?.id, until: horizon, at: now, limit: 200)
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
    return CheckAnswer(
      overdue: Self.due(overdue, matters.filter { $0.dueAt < now && $0.kind != .feedback }),
      near: Self.due(near, matters.filter { $0.dueAt >= now }), short: short, now: now)
  }
}

extension Check {
  /// The earliest deadline of each case, of timers and of what is no conversation.
  fileprivate static func due(
    _ timers: [TimerRow], _ matters: [(caseID: Int64, dueAt: Date, kind: CaseKind)]
  ) -> [CheckAnswer.Due] {
    var seen: Set<Int64> = []
    let all =
      timers.map { CheckAnswer.Due(caseID: $0.caseID, at: $0.timer.dueAt) }
      + matters.map { CheckAnswer.Due(caseID: $0.caseID, at: $0.dueAt) }
    return all.sorted { ($0.at, $0.caseID) < ($1.at, $1.caseID) }.filter { seen.insert($0.caseID).inserted }
  }
}

fileprivate struct CheckAnswer: Answer {
  struct Due {
    var caseID: Int64
    var at: Date
  }

  var overdue: [Due]
  var near: [Due]
  var short: [ComplianceAnswer.Window]
  var now: Date

  var exitCode: Int32 { !overdue.isEmpty || !short.isEmpty ? 20 : near.isEmpty ? 0 : 10 }

  var document: Document {
    func dues(_ rows: [Due]) -> Document {
      .list(
        rows.map {
          .object([
            "case": .int(Int($0.caseID)), "dueAt": .instant($0.at),
            "secondsLeft": .int($0.at.seconds - now.seconds),
          ])
        })
    }
    return .object([
      "asOf": .instant(now), "status": .int(Int(exitCode)), "overdue": dues(overdue), "dueSoon": dues(near),
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
      lines.append("\("overdue", .alarm)  #\(row.caseID) by \(Span(seconds: now.seconds - row.at.seconds))")
    }
    if overdue.count > 20 { lines.append("overdue  … and \(overdue.count - 20) more: queue overdue") }
    for window in short {
      let rate = window.figures.rate
      lines.append(
        "\("short", .alarm)    \(window.account.name) \(window.figures.days) days: \(rate.onTime) of \(rate.required), \(Percent.text(rate.onTime, of: rate.required)), target \(window.target.map { Percent.text($0.value.numerator, of: $0.value.denominator) } ?? "")"
      )
    }
    for row in near.prefix(20) {
      lines.append("\("due", .caution)      #\(row.caseID) \(page.relative(row.at))")
    }
    guard var output = lines.first else { return "nothing is near" }
    for line in lines.dropFirst() { output += "\n" + line }
    return output
  }
}
