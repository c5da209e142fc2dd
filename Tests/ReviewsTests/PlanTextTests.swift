import ServiceDesk
import Testing

@testable import Reviews

@Suite("A plan as text")
struct PlanTextTests {
  /// Words that a person might write, with signs that the form itself uses.
  private static let words = [
    "parcels", "late – by 2 days", "a: b", "1 · 2", "order 114-0000001-0000001", "“quoted”", "50 %", "退款", "## none",
  ]

  private static func plan(_ random: inout SystemRandomNumberGenerator) -> Plan {
    func word() -> String { words.randomElement(using: &random) ?? "" }
    func day() -> CivilDay? {
      Bool.random(using: &random) ? CivilDay(number: Int.random(in: 15_000...25_000, using: &random)) : nil
    }
    func plain() -> String { ["carrier-delay", "lost", "stock"].randomElement(using: &random) ?? "" }
    func times<T>(_ make: () -> T) -> [T] { (0..<Int.random(in: 0...3, using: &random)).map { _ in make() } }
    var plan = Plan(kind: Bool.random(using: &random) ? .poa : .pip, metric: "order-defect-rate", account: "shop")
    plan.facts = times { "fact \(word())" }
    plan.concerns = times { "B0ABCDEFG1" }
    plan.causes = times { .init(name: plain(), words: "why \(word())", evidence: times { "#12 (order 114)" }) }
    plan.actions = times { .init(day: day(), cause: plain(), words: "did \(word())") }
    plan.measures = times {
      .init(cause: plain(), control: "control", owner: "‹who?›", record: "list", start: day())
    }
    plan.timeline = times { .init(day: day(), words: "step \(word())") }
    plan.reviews = times { CivilDay(number: Int.random(in: 15_000...25_000, using: &random)) }
    return plan
  }

  @Test("What is written is read as the same plan")
  func roundTrip() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let plan = Self.plan(&random)
      let text = PlanText.written(plan)
      #expect(try PlanText.read(text).plan == plan, "\(text)")
    }
  }

  @Test(
    "What is no plan is refused, with its line",
    arguments: [
      ("", .noTitle, 1), ("hello", .noTitle, 1), ("# Shopping list", .noTitle, 1),
      ("# Plan of Action: x, y\n## Nonsense", .unknownHeading, 2), ("# Plan of Action: x, y\ntext", .outsideSection, 2),
      ("# Plan of Action: x, y\n# Plan of Action: x, y", .secondTitle, 2),
      ("# Plan of Action: x, y\n## Root causes\ntext", .causeWithoutName, 3),
      ("# Plan of Action: x, y\n## Actions taken\n- refunded", .actionForm, 3),
      ("# Plan of Action: x, y\n## Preventive measures\n- lost · list", .measureForm, 3),
      ("# Plan of Action: x, y\n## Review dates\n- soon", .reviewForm, 3),
      ("# Plan of Action: x, y\n## Review dates\n- 2026-02-30", .reviewForm, 3),
    ] as [(String, PlanFault.Kind, Int)])
  func refused(text: String, kind: PlanFault.Kind, line: Int) {
    do throws(PlanFault) {
      _ = try PlanText.read(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.kind == kind)
      #expect(error.line == line)
    }
  }

  @Test("Each fault says what is wrong and what to do about it")
  func words() {
    for kind in PlanFault.Kind.allCases {
      let fault = PlanFault(kind, line: 1, words: "x")
      #expect(!fault.reason.isEmpty && !fault.remedy.isEmpty)
    }
  }
}
