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
    return PlanShown(plan: plan, account: account.name, isNew: true)
  }
}

struct PlanShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a plan's text, or its versions.", discussion: discussion())
  static let examples = [
    Example("plan show 1", "the newest version"), Example("plan show 1 --versions", "who changed it when"),
  ]

  @Argument(help: "The plan's number; the newest plan if none.") var number: String?
  @Option(help: "An earlier version.") var version: Int?
  @Flag(help: "List the versions.") var versions = false

  func run(in session: inout Session) throws -> any Answer {
    let plan = try session.findPlan(number)
    let account = try session.account(of: plan).name
    if versions {
      return VersionsAnswer(plans: try session.desk.versions(ofPlan: plan.id, at: session.now), account: account)
    }
    guard let version else { return PlanShown(plan: plan, account: account) }
    guard
      let earlier = try session.desk.versions(ofPlan: plan.id, at: session.now).first(where: { $0.version == version })
    else {
      throw Complaint.usage("plan \(plan.id) has no version \(version)", try: "plan show \(plan.id) --versions")
    }
    return PlanShown(plan: earlier, account: account)
  }
}

struct PlanShown: Answer {
  var plan: KeptPlan
  var account: String
  var isNew = false

  var document: Document {
    Document.of(plan, account: account).adding(["text": .text(plan.text), "notices": .list([])])
  }

  func text(on page: Page) -> Rich {
    var output: Rich =
      "\("plan \(plan.id)", .bold)  \(plan.state.rawValue), version \(plan.version) by \(plan.agent), \(page.moment(plan.at)) UTC\n"
    for line in plan.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let style: Style = line.hasPrefix("#") ? .bold : line.contains(Plan.open) ? .caution : .plain
      for part in Self.wrapped(String(line), page) { output += "\n\(part, style)" }
    }
    guard isNew else { return output }
    return output
      + "\n\("plan edit \(plan.id) changes it, plan check \(plan.id) finds what would get it rejected", .faint)"
  }
}

extension PlanShown {
  /// What belongs to a point stands under its words.
  private static func wrapped(_ line: String, _ page: Page) -> [String] {
    guard line.hasPrefix("- ") else { return page.wrapped(line, indent: 0) }
    var lines = page.wrapped(String(line.dropFirst(2)), indent: 2)
    lines[0] = "- " + lines[0].dropFirst(2)
    return lines
  }
}

private struct VersionsAnswer: Answer {
  var plans: [KeptPlan]
  var account: String

  var document: Document { .object(["versions": .list(plans.map { .of($0, account: account) })]) }

  func text(on page: Page) -> Rich {
    var table = TextTable([
      .init("version", right: true), .init("changed"), .init("by"), .init("state"), .init("words", right: true),
    ])
    for plan in plans {
      table.add([
        Rich("\(plan.version)", .bold), Rich(page.moment(plan.at)), Rich(plan.agent), Rich(plan.state.rawValue),
        Rich("\(PlanCheck.words(in: plan.text))"),
      ])
    }
    return table.text(width: page.width)
  }
}
