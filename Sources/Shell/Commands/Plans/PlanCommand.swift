import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans of action and improvement plans, from figures, causes and cases.",
    subcommands: [
      PlanList.self, PlanNew.self, PlanShow.self, PlanEdit.self, PlanCheckCommand.self, PlanExportCommand.self,
      PlanStart.self, PlanProgressCommand.self, PlanClose.self,
    ], defaultSubcommand: PlanList.self)
}

extension Session {
  /// How a first plan is made, as it can be typed here.
  private var newPlan: String {
    let accounts = (try? desk.accounts()) ?? []
    let account = options.account ?? (accounts.count > 1 ? accounts[0].name : nil)
    return "plan new pip order-defect-rate" + (account.map { " --account \($0)" } ?? "")
  }

  /// The plan that a word means: its number, or the newest where none is given.
  func findPlan(_ word: String?) throws -> KeptPlan {
    let plans = try desk.plans(account: chosenAccount()?.id, at: now)
    guard let word else {
      guard let newest = plans.first else {
        throw Complaint("there is no plan yet", try: newPlan)
      }
      return newest
    }
    guard let id = Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word),
      let plan = plans.first(where: { $0.id == id })
    else {
      throw Complaint.usage(
        "there is no plan \(word)", try: plans.isEmpty ? newPlan : "plan list")
    }
    return plan
  }

  /// The same, of one that can still be changed.
  func findOpenPlan(_ word: String?) throws -> KeptPlan {
    let plan = try findPlan(word)
    guard plan.state != .closed else {
      throw Complaint(
        "plan \(plan.id) is closed",
        try: "plan new \(plan.kind) \(plan.metric) --account \(try account(of: plan).name)")
    }
    return plan
  }

  func account(of plan: KeptPlan) throws -> Account {
    guard let account = try desk.accounts().first(where: { $0.id == plan.accountID }) else {
      throw DeskFault.noSuchAccount("\(plan.accountID)")
    }
    return account
  }

  /// The day that it is at an account.
  func today(at account: Account, _ instant: Date? = nil) -> CivilDay {
    LocalTime.wall(at: instant ?? now, in: account.timeZone).day
  }

  /// When the days of review begin and end, for the queue.
  func reviews(of plan: Plan, _ kept: KeptPlan, at account: Account) -> [PlanReview] {
    plan.reviews.map { day in
      PlanReview(
        plan: kept.id, title: PlanReview.title(kept.id, kept.metric), day: day.description,
        opensAt: LocalTime.instant(of: day, second: 0, in: account.timeZone),
        dueAt: LocalTime.endOfDay(day, in: account.timeZone))
    }
  }

  /// What the check finds in a plan's text, its evidence held against the desk.
  func faults(in text: String, of kept: KeptPlan) throws -> [PlanFault] {
    let account = try account(of: kept)
    let named = try NoticeReading.orders(in: text).compactMap { try desk.order($0, of: account.id)?.order }
    let records = PlanCheck.Records(
      hasOrder: { number in named.contains { $0.number == number } },
      hasCase: { (try? desk.standing($0, at: now)) != nil }, buyers: Set(named.compactMap(\.buyer)).sorted())
    return try PlanCheck.faults(in: text, today: today(at: account), records: records)
  }

  /// Brings the reviews in the queue into line with the plans as they stand, after something was taken back.
  func remindOfPlans() throws {
    for kept in try desk.plans(at: now) {
      let account = try account(of: kept)
      let wanted = kept.state == .running ? reviews(of: try PlanText.read(kept.text).plan, kept, at: account) : []
      try desk.remind(kept.id, of: wanted, account, at: now)
    }
  }

  /// Keeps another version of a plan, its reviews in the queue as its state wants them.
  func revise(_ kept: KeptPlan, text: String, state: KeptPlan.State? = nil) throws {
    let account = try account(of: kept)
    let state = state ?? kept.state
    let plan = try PlanText.read(text).plan
    guard plan.kind.rawValue == kept.kind, plan.metric == kept.metric, plan.account == account.name else {
      throw PlanFault(.otherPlan, line: 1, words: plan.title)
    }
    // A review whose day is over is in the queue already, or was dealt with.
    let wanted = state == .running ? reviews(of: plan, kept, at: account) : []
    try desk.revise(kept, text: text, state: state, reviews: wanted, of: account, as: command)
  }
}

extension Complaint {
  /// A plan's text that can't be read.
  static func unreadable(_ fault: PlanFault, in name: String) -> Complaint {
    Complaint(
      "\(name), line \(fault.line ?? 1): \(fault.reason)", try: fault.remedy, exitCode: ExitStatus.rejected)
  }
}

extension Document {
  static func of(_ plan: KeptPlan, account: String) -> Document {
    .object([
      "plan": .int(Int(plan.id)), "kind": .text(plan.kind), "metric": .text(plan.metric), "account": .text(account),
      "state": .text(plan.state.rawValue), "version": .int(plan.version), "madeAt": .instant(plan.madeAt),
      "changedAt": .instant(plan.at), "agent": .text(plan.agent),
    ])
  }
}
