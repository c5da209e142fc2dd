import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

struct Compliance: DeskCommand {
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case account, response, hour, weekday, agent }

  static let configuration = CommandConfiguration(
    commandName: "compliance", abstract: "Show response rates and times over 7, 30 and 90 days.",
    discussion: discussion("Each figure can be opened to its cases: with --by the filter is printed beside it."))
  static let examples = [
    Example("compliance", "all accounts"),
    Example("compliance --days 30 --by weekday", "where the late answers come from"),
  ]

  @Argument(parsing: .allUnrecognized, help: "account:NAME to narrow.", completion: .values(.filters)) var filter:
    [Word] = []
  @Option(help: "Windows in days, separated by commas.") var days: String?
  @Option(help: "account, response, hour, weekday or agent.") var by = Grouping.account

  func run(in session: inout Session) throws -> any Answer {
    let accounts = try chosenAccounts(session)
    let now = session.now
    if by != .account { return try grouped(accounts, session) }
    var windows: [ComplianceAnswer.Window] = []
    for account in accounts {
      let goal = try session.profiles.goal(of: account)
      let target = try session.target(of: account, goal: goal)
      for days in try windowDays(goal) {
        windows.append(
          .init(
            account: account, figures: try session.desk.compliance(account: account.id, days: days, at: now),
            target: target))
      }
    }
    return ComplianceAnswer(
      windows: windows, now: now, nextBreach: try nextBreach(accounts, session),
      crossing: try ComplianceAnswer.crossing(windows, session))
  }

  private func chosenAccounts(_ session: Session) throws -> [Account] {
    let filter = try session.filter(filter.texts())
    if let name = session.options.account { _ = try session.desk.account(named: name) }
    return try session.desk.accounts().filter { account in
      try filter.terms.allSatisfy { term in
        guard case .account(let name) = term.condition else {
          throw Complaint.usage("compliance can be narrowed by account only", try: "compliance account:NAME")
        }
        return (account.name.lowercased() == name.lowercased()) != term.isNegated
      }
    }
  }

  private func windowDays(_ goal: ResponseGoal) throws -> [Int] {
    guard let days else { return goal.windows }
    return try days.split(separator: ",").map { word in
      guard let number = Int(word.trimmingCharacters(in: .whitespaces)), (1...36_500).contains(number) else {
        throw Complaint.usage("--days \(days) can't be read", try: "--days 7,30,90")
      }
      return number
    }
  }

  private func nextBreach(_ accounts: [Account], _ session: Session) throws -> TimerRow? {
    try accounts.compactMap {
      try session.desk.openTimers(account: $0.id, from: session.now, at: session.now, limit: 1).first
    }.min { $0.timer.dueAt < $1.timer.dueAt }
  }

  private func grouped(_ accounts: [Account], _ session: Session) throws -> any Answer {
    var rows: [GroupedCompliance.Row] = []
    for account in accounts {
      let goal = try session.profiles.goal(of: account)
      for days in try windowDays(goal) {
        let timers = try session.desk.timers(matching: TimerQuery(days: days), account: account.id, at: session.now)
        rows += GroupedCompliance.rows(
          timers, account: account, days: days, by: by, now: session.now,
          target: try session.target(of: account, goal: goal))
      }
    }
    return GroupedCompliance(rows: rows, by: by, now: session.now)
  }
}

extension Session {
  /// What the account's response rate should be: its own target, else the profile's.
  func target(of account: Account, goal: ResponseGoal) throws -> HealthCore.Target? {
    guard let own = account.settings.targets?["response-rate"], let value = HealthCore.Decimal(own) else {
      return goal.target
    }
    return HealthCore.Target(value: value, condition: goal.target?.condition ?? .atLeast)
  }
}
