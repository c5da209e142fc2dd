import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct PlanStart: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Put a plan into force: its review dates come into the queue.",
    discussion: discussion())
  static let examples = [Example("plan start 1", "begin")]

  @Argument(help: "The plan's number; the newest plan if none.") var number: String?

  func run(in session: inout Session) throws -> any Answer {
    let plan = try session.findOpenPlan(number)
    guard plan.state != .running else {
      return Said("plan \(plan.id) is running already", document: .object(["notices": .list([])]))
    }
    try session.revise(plan, text: plan.text, state: .running)
    let after = try session.findPlan("\(plan.id)")
    let dates = try PlanText.read(plan.text).plan.reviews.map(\.description).joined(separator: ", ")
    return Said(
      "plan \(plan.id) is running · reviews in the queue on \(dates.isEmpty ? "no day: plan edit \(plan.id)" : dates)",
      document: Document.of(after, account: try session.accountName(after.accountID)).adding(["notices": .list([])]))
  }
}

struct PlanClose: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "End a plan; its reviews leave the queue.", discussion: discussion())
  static let examples = [Example("plan close 1", "the figure is healthy again")]

  @Argument(help: "The plan's number.") var number: String

  func run(in session: inout Session) throws -> any Answer {
    let plan = try session.findPlan(number)
    guard plan.state != .closed else {
      return Said("plan \(plan.id) is closed already", document: .object(["notices": .list([])]))
    }
    try session.revise(plan, text: plan.text, state: .closed)
    let after = try session.findPlan("\(plan.id)")
    return Said(
      "plan \(plan.id) closed",
      document: Document.of(after, account: try session.accountName(after.accountID)).adding(["notices": .list([])]))
  }
}
