import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

@Suite("Plans on the desk")
struct PlanStoreTests {
  private static func command(_ seconds: Int, _ agent: String = "sam") -> Command {
    Command(at: Date(seconds: 1_772_442_000 + seconds), agent: agent, words: "plan edit 1")
  }

  @Test("Two who change the same version: the second is told, and nothing of the first is lost")
  func together() throws {
    let folder = ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: folder.path + "/desk.sqlite")
    let account = try desk.add(Account(name: "shop", profile: "plain"))
    let id = try desk.newPlan(
      "one", of: account.id, kind: "pip", metric: "response-rate", days: 30, as: Self.command(0))
    let plan = try #require(try desk.plans(at: Self.command(0).at).first)
    try desk.revise(plan, text: "two", state: .draft, reviews: [], of: account, as: Self.command(1))
    #expect(throws: DeskFault.planChanged(id)) {
      try desk.revise(plan, text: "three", state: .draft, reviews: [], of: account, as: Self.command(2, "kim"))
    }
    #expect(try desk.versions(ofPlan: id, at: Self.command(3).at).map(\.text) == ["two", "one"])
  }

  @Test("A version taken back is gone, and the next has a number of its own")
  func undone() throws {
    let folder = ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: folder.path + "/desk.sqlite")
    let account = try desk.add(Account(name: "shop", profile: "plain"))
    let id = try desk.newPlan(
      "one", of: account.id, kind: "pip", metric: "response-rate", days: 30, as: Self.command(0))
    func newest() throws -> KeptPlan { try #require(try desk.plans(at: Self.command(9).at).first) }
    try desk.revise(try newest(), text: "two", state: .draft, reviews: [], of: account, as: Self.command(1))
    _ = try desk.undo(agent: "sam", at: Self.command(2).at)
    #expect(try newest().text == "one")
    try desk.revise(try newest(), text: "three", state: .running, reviews: [], of: account, as: Self.command(3))
    #expect(try desk.versions(ofPlan: id, at: Self.command(4).at).map(\.version) == [3, 1])
    #expect(try newest().state == .running)
  }
}
