import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct PlanList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans.", discussion: discussion())
  static let examples = [Example("plan", "all of them, the newest first")]

  func run(in session: inout Session) throws -> any Answer {
    let plans = try session.desk.plans(account: session.chosenAccount()?.id, at: session.now)
    return PlansAnswer(plans: try plans.map { ($0, try session.accountName($0.accountID)) })
  }
}

private struct PlansAnswer: Answer {
  var plans: [(plan: KeptPlan, account: String)]

  var document: Document { .object(["plans": .list(plans.map { .of($0.plan, account: $0.account) })]) }

  func text(on page: Page) -> Rich {
    guard !plans.isEmpty else { return "no plans yet; type: plan new pip METRIC, or plan new poa METRIC --notice CASE" }
    var table = TextTable([
      .init("plan", right: true), .init("kind"), .init("figure"), .init("account"), .init("state"),
      .init("version", right: true), .init("changed"), .init("by", optional: true),
    ])
    for (plan, account) in plans {
      table.add([
        Rich("\(plan.id)", .bold), Rich(plan.kind), Rich(plan.metric), Rich(account),
        Rich(plan.state.rawValue, plan.state == .running ? .good : .plain), Rich("\(plan.version)"),
        Rich(page.moment(plan.at)), Rich(plan.agent),
      ])
    }
    return table.text(width: page.width) + "\n\("plan show N · plan check N · plan export N FILE", .faint)"
  }
}
