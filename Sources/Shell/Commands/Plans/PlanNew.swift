import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct PlanNew: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Draft a plan from figures, causes and cases.",
    discussion: discussion(
      """
      poa: a Plan of Action, which answers a marketplace's notice; pip: a Performance Improvement Plan, before one \
      comes. What happened, causes with cases and orders, actions from the logged resolutions; what only you can say \
      stands between ‹ and › until you write it (plan edit). No buyer is named.
      """))
  static let examples = [
    Example("plan new pip order-defect-rate --account amazon-us", "an improvement plan"),
    Example("plan new poa late-shipment-rate --days 30 --account amazon-us", "a plan of action over the last 30 days"),
  ]

  @Argument(help: "poa or pip.") var kind: String
  @Argument(help: "The figure it is about.", completion: .values(.metrics)) var metric: String
  @Option(help: "Over so many days, in place of the figure's own window.") var days: Int?
  @Option(help: "The notice it answers: a case, or a file with its text.") var notice: Word?
  @Flag(help: "Change the text in $EDITOR at once.") var edit = false

  func run(in session: inout Session) throws -> any Answer {
    guard let kind = Plan.Kind(rawValue: kind.lowercased()) else {
      throw Complaint.usage("\(kind) is no kind of plan", try: "plan new poa METRIC, or plan new pip METRIC")
    }
    let id = try MetricCommand.metric(metric)
    if let days, !(1...3650).contains(days) { throw Complaint.usage("--days must be 1 to 3650", try: "--days 60") }
    let accounts = try session.askedAccounts()
    guard let account = accounts.first, accounts.count == 1 else {
      throw Complaint.usage(
        accounts.isEmpty ? "there is no account yet" : "there are several accounts: say which",
        try: accounts.isEmpty
          ? "account add NAME --profile PROFILE" : "plan new \(kind.rawValue) \(metric) --account NAME")
    }
    let drafter = try PlanDrafter(account, session)
    let window = days ?? drafter.health.goal(id).windows.max() ?? 30
    var draft = try drafter.draft(kind, id, days: window)
    draft.notice = try notice.map { try drafter.notice($0.text) }
    var text = PlanText.written(draft.plan())
    if edit, let person = session.person {
      guard let edited = try person.edit(text, named: "plan") else {
        throw Complaint("the editor failed; no plan was kept", try: "export EDITOR=…")
      }
      text = edited
    }
    do { _ = try PlanText.read(text) } catch { throw Complaint.unreadable(error, in: "the plan") }
    let number = try session.desk.newPlan(
      text, of: account.id, kind: kind.rawValue, metric: id.rawValue, days: window, as: session.command)
    let plan = try session.findPlan("\(number)")
    let shown = PlanShown(plan: plan, account: account.name, isNew: true)
    return draft.defects.isEmpty ? shown.noticing("nothing counts against you in \(id.rawValue) just now") : shown
  }
}
