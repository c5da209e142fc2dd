import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

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
