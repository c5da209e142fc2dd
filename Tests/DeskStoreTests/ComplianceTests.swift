import Foundation
import GRDB
import HealthCore
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

/// Whatever is imported, done and taken back: the figures from day totals are those counted from the timers, and the
/// timers are those derived anew from the facts.
@Suite struct ComplianceTests {
  private static let start = 1_772_000_000

  @Test("totals equal recomputation after any sequence of acts", arguments: 0..<12)
  func totalsEqualRecomputation(_ seed: UInt64) throws {
    var random = Seeded(state: seed &* 7919 &+ 1)
    let folder = ScratchFolder()
    let desk = try Desk(path: folder.path + "/desk.sqlite")
    let scope: ResponsePolicy.Scope = [.everyMessage, .firstOfThread, .perBuyerPerDay][Int(seed % 3)]
    desk.timerEngine = { _ in
      TimerEngine(policy: ResponsePolicy(scope: scope, noReply: seed % 2 == 0 ? .exempts : .stops))
    }
    let account = try desk.add(Account(name: "a", profile: "plain"))
    for step in 0..<60 { try act(desk, account, step, &random) }
    for _ in 0..<20 {
      let now = Date(seconds: Self.start + random.below(40 * 86_400))
      let days = [1, 7, 30, 90][random.below(4)]
      try check(desk, account, days: days, at: now)
    }
    try desk.write { db in
      let before = try totals(db)
      let timers = try timers(db)
      try desk.rebuildTimers(of: account, db)
      #expect(try self.timers(db) == timers)
      #expect(try totals(db) == before)
    }
  }

  private func timers(_ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "SELECT * FROM timers ORDER BY message_id").map(\.description)
  }

  private func totals(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql:
        "SELECT start_day || ' ' || effect_day || ' ' || status || ' ' || bucket || ' ' || n FROM timer_totals WHERE n <> 0 ORDER BY 1"
    )
  }

  private func act(_ desk: Desk, _ account: Account, _ step: Int, _ random: inout Seeded) throws {
    let now = Date(seconds: Self.start + 86_400 * 10 + random.below(25 * 86_400))
    let command = Command(at: now, agent: "sam", words: "step \(step)")
    let ids = try desk.queue(CaseFilter(terms: [.init(condition: .anyState)]), all: true, at: .distantFuture).cases
    switch random.below(ids.isEmpty ? 1 : 8) {
    case 0, 1, 2: try ingest(desk, account, step, &random)
    case 3:
      var decision = Decision()
      decision.record(.noReply(reason: "thanks"), on: ids[random.below(ids.count)])
      try desk.apply(decision, as: command)
    case 4: try desk.apply(.reopening([ids[random.below(ids.count)]]), as: command)
    case 5 where ids.count > 1:
      let source = ids[random.below(ids.count)]
      if let target = ids.first(where: { $0.id != source.id && $0.accountID == source.accountID }) {
        try desk.apply(try .merging([source], into: target), as: command)
      }
    case 6: _ = try? desk.undo(agent: "sam", at: now)
    default: try desk.apply(.tagging([ids[random.below(ids.count)]], add: ["t\(step)"], remove: []), as: command)
    }
  }

  private func ingest(_ desk: Desk, _ account: Account, _ step: Int, _ random: inout Seeded) throws {
    let messages = (0..<random.below(6) + 1).map { number in
      let thread = random.below(8)
      var message = IncomingMessage(
        accountID: account.id, id: random.below(5) == 0 ? "again" : "m\(step)-\(number)",
        threads: .init(names: ["thread \(thread)"]), direction: random.below(3) == 0 ? .out : .in,
        at: Date(seconds: Self.start + random.below(30 * 86_400)), from: "buyer", subject: "s", text: "t")
      message.buyer = "b\(thread % 4)"
      message.isAutomatic = random.below(8) == 0
      message.canChange = true
      return message
    }
    _ = try Ingestor(desk).ingest(messages)
  }

  private func check(_ desk: Desk, _ account: Account, days: Int, at now: Date) throws {
    let figures = try desk.compliance(account: account.id, days: days, at: now)
    let timers = try desk.timers(matching: TimerQuery(days: days), account: account.id, at: now)
    var counted = ResponseRate()
    var seconds: [Int] = []
    for row in timers {
      switch row.timer.status(at: now) {
      case .onTime: counted.onTime += 1
      case .late: counted.late += 1
      case .unanswered: counted.unanswered += 1
      case .running: counted.running += 1
      case .exempt: counted.exempt += 1
      case nil: break
      }
      if [.onTime, .late].contains(row.timer.status(at: now)), let answer = row.timer.answerSeconds {
        seconds.append(answer)
      }
    }
    #expect(figures.rate == counted)
    #expect(figures.median == NearestRank.value(percent: 50, of: seconds.sorted()))
    #expect(figures.p90 == NearestRank.value(percent: 90, of: seconds.sorted()))
  }
}

/// Random numbers that are the same every time.
struct Seeded {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
