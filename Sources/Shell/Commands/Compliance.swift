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
    discussion: discussion(
      """
      Each figure can be opened to its cases: with --by the filter is printed beside it. Filter terms, as with queue, \
      count the timers of the cases that fit; timer terms, such as agent:sam or weekday:mon, are held against each timer.
      """))
  static let examples = [
    Example("compliance", "all accounts"),
    Example("compliance --days 30 --by weekday", "where the late answers come from"),
    Example("compliance tag:refund --days 90", "of some cases only"),
  ]

  /// The longest window, in days.
  private static let longest = 36_500

  @Argument(parsing: .allUnrecognized, help: "Filter terms, as with queue.", completion: .values(.filters)) var filter:
    [Word] = []
  @Option(help: "Windows in days, separated by commas.") var days: String?
  @Option(help: "account, response, hour, weekday or agent.") var by = Grouping.account

  func run(in session: inout Session) throws -> any Answer {
    let words = try filter.texts()
    let filter = try session.filter(words)
    let accounts = try session.chosenAccount().map { [$0] } ?? session.desk.accounts().filter(filter.allows)
    let narrowed = filter.isWhole ? nil : filter
    let now = session.now
    if by != .account { return try grouped(accounts, filter, session) }
    var windows: [ComplianceAnswer.Window] = []
    for account in accounts {
      let goal = try session.profiles.goal(of: account)
      let target = try session.target(of: account, goal: goal)
      for days in try windowDays(goal) {
        windows.append(
          .init(account: account, figures: try figures(account, days, narrowed, session), target: target))
      }
    }
    // When a target breaks is a question to all of an account's timers.
    return ComplianceAnswer(
      windows: windows, now: now, nextBreach: try nextBreach(accounts, narrowed, session),
      crossing: narrowed == nil ? try ComplianceAnswer.crossing(windows, session) : nil,
      filter: words.map(Words.quoted).joined(separator: " "))
  }

  /// From the totals; of a part only, from the timers themselves.
  private func figures(
    _ account: Account, _ days: Int, _ filter: CaseFilter?, _ session: Session
  ) throws -> ComplianceWindow {
    let now = session.now
    guard let filter else { return try session.desk.compliance(account: account.id, days: days, at: now) }
    let timers = try session.desk.timers(fitting: filter, days: days, account: account.id, at: now)
    return ComplianceWindow(timers.map(\.timer), account: account.id, days: days, at: now)
  }

  private func windowDays(_ goal: ResponseGoal) throws -> [Int] {
    guard let days else { return goal.windows }
    return try days.split(separator: ",").map { word in
      guard let number = Int(word.trimmingCharacters(in: .whitespaces)), (1...Self.longest).contains(number) else {
        throw Complaint.usage("--days \(days) can't be read", try: "--days 7,30,90")
      }
      return number
    }
  }

  private func nextBreach(_ accounts: [Account], _ filter: CaseFilter?, _ session: Session) throws -> TimerRow? {
    let now = session.now
    let running = try accounts.flatMap { account in
      guard let filter else { return try session.desk.openTimers(account: account.id, from: now, at: now, limit: 1) }
      return try session.desk.timers(fitting: filter, days: Self.longest, account: account.id, at: now)
        .filter { $0.timer.status(at: now) == .running }
    }
    return running.min { $0.timer.dueAt < $1.timer.dueAt }
  }

  private func grouped(_ accounts: [Account], _ filter: CaseFilter, _ session: Session) throws -> any Answer {
    var rows: [GroupedCompliance.Row] = []
    for account in accounts {
      let goal = try session.profiles.goal(of: account)
      for days in try windowDays(goal) {
        let timers = try session.desk.timers(fitting: filter, days: days, account: account.id, at: session.now)
        rows += GroupedCompliance.rows(
          timers, account: account, days: days, by: by, now: session.now,
          target: try session.target(of: account, goal: goal))
      }
    }
    return GroupedCompliance(rows: rows, by: by, now: session.now)
  }
}

extension CaseFilter {
  /// Whether it asks for accounts only.
  fileprivate var isWhole: Bool { terms.allSatisfy { if case .account = $0.condition { true } else { false } } }

  /// Whether anything of an account may fit.
  fileprivate func allows(_ account: Account) -> Bool {
    terms.allSatisfy { term in
      guard case .account(let name) = term.condition else { return true }
      return (account.name.lowercased() == name.lowercased()) != term.isNegated
    }
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
