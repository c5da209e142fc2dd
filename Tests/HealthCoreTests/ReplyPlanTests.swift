import Foundation
import Testing

@testable import HealthCore

@Suite("The fewest cases to answer")
struct ReplyPlanTests {
  /// One timer of a case, due so many hours after day 0.
  static func contact(_ caseID: Int64, due hours: Int) -> ContactFact {
    ContactFact(caseID: caseID, startedAt: day(0, (hours - 24) * 3600), dueAt: day(0, hours * 3600))
  }

  static let atLeast90 = target(.atLeast, 9, of: 10)

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rate: ResponseRate
    var running: [ContactFact]
    var plan: [Int64]?
    init(_ name: String, _ rate: ResponseRate, _ running: [ContactFact], _ plan: [Int64]?) {
      (testDescription, self.rate, self.running, self.plan) = (name, rate, running, plan)
    }
  }

  @Test(
    "While nothing leaves the window",
    arguments: [
      Row("Nobody waits", ResponseRate(onTime: 9, late: 1), [], []),
      Row("Enough room to answer nobody: 27 of 30", ResponseRate(onTime: 27, late: 2), [contact(1, due: 1)], []),
      Row("No room: answer the only one", ResponseRate(onTime: 27, late: 3), [contact(1, due: 1)], [1]),
      // 28 of 32 is too little, 29 of 32 is not.
      Row(
        "Two of two, the most urgent first", ResponseRate(onTime: 27, late: 3),
        [contact(2, due: 1), contact(1, due: 2)],
        [2, 1]),
      // Case 7 has three timers: 30 of 34 with 7 answered and one missed is too little; 31 of 34 is enough.
      Row(
        "All where the room is used up", ResponseRate(onTime: 27, late: 3),
        [contact(1, due: 1), contact(7, due: 2), contact(7, due: 3), contact(7, due: 4)], [1, 7]),
      // 36 of 40 with case 7 answered and four missed.
      Row(
        "One answer that stops three timers does more than four others", ResponseRate(onTime: 33, late: 0),
        [contact(1, due: 1), contact(2, due: 1), contact(3, due: 1), contact(4, due: 1)]
          + (2...4).map { contact(7, due: $0) },
        [7]),
      Row("No answer helps any more", ResponseRate(onTime: 5, late: 5), [contact(1, due: 1)], nil),
      Row("Short, but answering mends it: 9 of 10", ResponseRate(onTime: 8, late: 1), [contact(1, due: 1)], [1]),
      Row("Without a rate the only one makes it", ResponseRate(), [contact(1, due: 1)], [1]),
    ])
  func byHand(row: Row) {
    let plan = ReplyPlan.fewest(
      from: row.rate, target: Self.atLeast90, running: row.running.sorted { $0.dueAt < $1.dueAt },
      leaving: { _ in ResponseRate() })
    #expect(plan == row.plan)
  }

  /// What is held to be enough: the target is met once these are answered, and after each deadline that then passes.
  static func isEnough(
    _ answered: Set<Int64>, _ rate: ResponseRate, _ target: Target, _ running: [ContactFact],
    _ leaving: (Date) -> ResponseRate
  ) -> Bool {
    let onTime = rate.onTime + running.count { answered.contains($0.caseID) }
    func isShort(_ onTime: Int, _ required: Int) -> Bool {
      required > 0 && target.isMet(numerator: onTime, denominator: required) == false
    }
    if isShort(onTime, onTime + rate.late + rate.unanswered) { return false }
    let left = running.filter { !answered.contains($0.caseID) }
    return left.allSatisfy { contact in
      let missed = left.count { $0.dueAt <= contact.dueAt }
      let gone = leaving(contact.dueAt)
      let kept = onTime - gone.onTime
      return !isShort(kept, kept + rate.late - gone.late + rate.unanswered - gone.unanswered + missed)
    }
  }

  /// The size of the smallest of all subsets of the cases that is enough; nil where none is.
  static func fewest(
    _ rate: ResponseRate, _ target: Target, _ running: [ContactFact], _ leaving: (Date) -> ResponseRate
  ) -> Int? {
    let cases = Array(Set(running.map(\.caseID)))
    return (0..<(1 << cases.count)).map { mask in
      Set(cases.indices.filter { mask >> $0 & 1 == 1 }.map { cases[$0] })
    }.filter { isEnough($0, rate, target, running, leaving) }.map(\.count).min()
  }

  /// Up to six cases with one to three timers each, due within twelve hours.
  static func running(_ random: inout Seeded) -> [ContactFact] {
    (1...Int64.random(in: 1...6, using: &random)).flatMap { id in
      (0..<(random.pick([1, 1, 1, 2, 3]) ?? 1)).map { _ in contact(id, due: Int.random(in: 1...12, using: &random)) }
    }.sorted { ($0.dueAt, $0.caseID) < ($1.dueAt, $1.caseID) }
  }

  private func check(
    _ seed: UInt64, _ rate: ResponseRate, _ running: [ContactFact], _ leaving: (Date) -> ResponseRate
  ) {
    for target in [Self.atLeast90, target(.greaterThan, 8, of: 10)] {
      let plan = ReplyPlan.fewest(from: rate, target: target, running: running, leaving: leaving)
      let fewest = Self.fewest(rate, target, running, leaving)
      let timers = running.map { "\($0.caseID) due \(Int($0.dueAt.timeIntervalSince(day(0))) / 3600)" }
      #expect(plan?.count == fewest, "\(rate), \(target.condition) \(target.value), \(timers), seed \(seed)")
      if let plan {
        let isEnough = Self.isEnough(Set(plan), rate, target, running, leaving)
        #expect(isEnough, "seed \(seed)")
        let dues = plan.map { id in running.first { $0.caseID == id }?.dueAt ?? .distantPast }
        #expect(dues == dues.sorted(), "seed \(seed): the most urgent first")
      }
    }
  }

  @Test("Against every subset, while nothing leaves the window", arguments: 1...200)
  func bruteForce(seed: UInt64) {
    var random = Seeded(seed)
    let rate = ResponseRate(
      onTime: Int.random(in: 0...40, using: &random), late: Int.random(in: 0...4, using: &random),
      unanswered: Int.random(in: 0...2, using: &random))
    check(seed, rate, Self.running(&random)) { _ in ResponseRate() }
  }

  @Test("Against every subset, while the window moves on", arguments: 1...200)
  func bruteForceLeaving(seed: UInt64) {
    var random = Seeded(seed &+ 5000)
    // What leaves, by the hour from which it is gone.
    let onTime = (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: 1...48, using: &random) }
    let late = (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 1...24, using: &random) }
    let rate = ResponseRate(onTime: onTime.count, late: late.count)
    check(seed, rate, Self.running(&random)) { at in
      let hours = Int(at.timeIntervalSince(day(0))) / 3600
      return ResponseRate(onTime: onTime.count { $0 <= hours }, late: late.count { $0 <= hours })
    }
  }

  @Test("Late ones that leave in time make the early deadline the one that matters")
  func relief() {
    // 90 of 100; case 1 has one timer due in an hour, case 2 has two in ten hours; by then all ten late ones have left.
    // Case 1 answered: 91 of 101, and 91 of 93 at the end. Case 2 answered: 92 of 103 at the first hour, too little.
    let plan = ReplyPlan.fewest(
      from: ResponseRate(onTime: 90, late: 10), target: Self.atLeast90,
      running: [Self.contact(1, due: 1), Self.contact(2, due: 10), Self.contact(2, due: 10)],
      leaving: { $0 >= day(0, 5 * 3600) ? ResponseRate(late: 10) : ResponseRate() })
    #expect(plan == [1])
  }
}
