import Foundation
import HealthCore
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

/// Whatever is imported, updated, removed, done and taken back: the figures out of totals are those counted order by
/// order, as of any instant and over any window, and the totals are those made anew from the facts.
@Suite struct HealthTotalsTests {
  private static let start = 1_772_000_000
  private static let span = 50 * 86_400

  @Test("totals equal recomputation after any sequence of imports and acts", arguments: 0..<10)
  func totalsEqualRecomputation(_ seed: UInt64) throws {
    var random = Seeded(state: seed &* 6_700_417 &+ 3)
    let folder = ScratchFolder()
    let desk = try Desk(path: folder.path + "/desk.sqlite")
    let account = try desk.add(Account(name: "a", profile: "plain"))
    for step in 0..<50 { try act(desk, account, step, &random) }
    for _ in 0..<25 {
      let now = Self.instant(&random)
      try desk.catchUp(to: now)
      let to = random.below(2) == 0 ? now : Self.instant(&random)
      let from = to.addingTimeInterval(Double(-random.below(40 * 86_400) - 1))
      try compare(desk, account, from: from, to: to, at: now, &random)
    }
    #expect(try desk.verify().problems == [])
  }

  @Test("the columns of the totals are the counts of the health core, in their order")
  func columns() {
    let names = OrderCount.allCases.map { count in
      "\(count)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
    #expect(Schema2.counts == names)
  }

  /// Often on the hour or at midnight, where windows are cut.
  private static func instant(_ random: inout Seeded) -> Date {
    var seconds = start + random.below(span)
    switch random.below(4) {
    case 0: seconds -= seconds % 3600
    case 1: seconds -= seconds % 86_400
    default: break
    }
    return Date(seconds: seconds)
  }

  private static func maybe(_ random: inout Seeded, after first: Date, within days: Int) -> Date? {
    random.below(3) == 0 ? nil : first.addingTimeInterval(Double(random.below(days * 86_400)))
  }

  private func act(_ desk: Desk, _ account: Account, _ step: Int, _ random: inout Seeded) throws {
    let now = Self.instant(&random)
    switch random.below(10) {
    case 0..<6:
      let facts = (0...random.below(12)).map { _ in fact(&random) }
      _ = try Ingestor(desk).ingest(facts, into: account, at: now)
    case 6, 7:
      let cases = try desk.queue(CaseFilter(), all: true, at: .distantFuture).cases
      guard !cases.isEmpty else { return }
      let outcome = ["removed", "claim-won", "claim-lost", "answered"][random.below(4)]
      try desk.apply(
        .resolving([cases[random.below(cases.count)]], with: Resolution(outcome: outcome, cause: "other"), at: now),
        as: Command(at: now, agent: "sam", words: "resolve"))
    case 8:
      let cases = try desk.queue(CaseFilter(), all: true, at: .distantFuture).cases
      guard !cases.isEmpty else { return }
      try desk.apply(
        .reopening([cases[random.below(cases.count)]]), as: Command(at: now, agent: "sam", words: "reopen"))
    default: _ = try? desk.undo(agent: "sam", at: now)
    }
  }

  private func fact(_ random: inout Seeded) -> NewFact {
    let number = "o\(random.below(40))"
    let first = Self.instant(&random)
    switch random.below(10) {
    case 0, 1, 2:
      var feedback = FeedbackFact(id: "f\(random.below(25))")
      feedback.order = random.below(8) == 0 ? nil : number
      feedback.rating = random.below(6) == 0 ? nil : 1 + random.below(5)
      feedback.leftAt = random.below(6) == 0 ? nil : first
      feedback.removedAt = random.below(3) == 0 ? Self.maybe(&random, after: first, within: 20) : nil
      return .feedback(feedback)
    case 3, 4:
      var claim = ClaimFact(id: "c\(random.below(15))")
      claim.order = number
      claim.kind = ClaimFact.Kind.allCases[random.below(3)]
      claim.openedAt = random.below(6) == 0 ? nil : first
      claim.closedAt = Self.maybe(&random, after: first, within: 20)
      claim.outcome = random.below(4) == 0 ? nil : ClaimFact.Outcome.allCases[random.below(7)]
      claim.reason = random.below(4) == 0 ? .fraud : nil
      return .claim(claim)
    default:
      var order = OrderFact(number: number)
      order.purchasedAt = random.below(6) == 0 ? nil : first
      order.shipBy = Self.maybe(&random, after: first, within: 4)
      order.shippedAt = Self.maybe(&random, after: first, within: 6)
      order.deliverBy = Self.maybe(&random, after: first, within: 12)
      order.deliveredAt = Self.maybe(&random, after: first, within: 15)
      if random.below(8) == 0 {
        order.cancelledAt = Self.maybe(&random, after: first, within: 5)
        order.cancelledBy = OrderFact.Canceller.allCases[random.below(3)]
      }
      order.hasValidTracking = random.below(3) == 0 ? nil : random.below(4) != 0
      order.tracking = random.below(2) == 0 ? nil : "1Z"
      order.units = random.below(4)
      order.fulfilledBy = random.below(4) == 0 ? .marketplace : nil
      order.isBusiness = random.below(3) == 0 ? nil : random.below(2) == 0
      return .order(order)
    }
  }

  private func compare(
    _ desk: Desk, _ account: Account, from: Date, to: Date, at now: Date, _ random: inout Seeded
  ) throws {
    let fulfilment: OrderFact.Fulfilment? = [nil, .seller, .marketplace][random.below(3)]
    let businessOnly = random.below(3) == 0
    // Some windows reach back beyond what is read at once.
    let figures = desk.figures(
      of: account.id, at: now, earliest: from.addingTimeInterval(Double(random.below(30) * 86_400)))
    var counted = OrderTally()
    _ = try desk.orders(
      of: account.id, from: from, to: min(to, now), fulfilment: fulfilment, businessOnly: businessOnly,
      onlyLinked: false
    ) {
      counted += OrderTally(of: $0, at: now)
      return false
    }
    #expect(try figures.orders(from: from, to: to, fulfilment: fulfilment, businessOnly: businessOnly) == counted)
    var stars = FeedbackTally()
    for feedback in try desk.feedback(of: account.id, from: from, to: now, at: now) {
      if let rating = feedback.rating { stars[rating] += 1 }
    }
    #expect(try figures.feedback(from: from) == stars)
  }
}
