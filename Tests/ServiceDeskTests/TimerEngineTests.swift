import Foundation
import Testing

@testable import ServiceDesk

@Suite("Response timers follow the marketplace's policy")
struct TimerEngineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var policy = ResponsePolicy()
    var happenings: [Happening]
    /// In hours after `start`.
    var timers: [String]

    var testDescription: String { name }
  }

  static let perDay = ResponsePolicy(
    scope: .perBuyerPerDay, limits: ["message": 86_400, "chat": 3600], dayZone: "America/Los_Angeles")

  @Test(
    "Which message starts a timer",
    arguments: [
      Row(name: "every message", happenings: [.asks(0), .asks(2)], timers: ["0 due 24", "2 due 26"]),
      Row(name: "none by an automatic message", happenings: [.asks(0, automatic: true)], timers: []),
      Row(
        name: "the first of a thread", policy: ResponsePolicy(scope: .firstOfThread),
        happenings: [.asks(0), .replies(1), .asks(30), .asks(31, case: 2)], timers: ["0 due 24 stopped 1", "31 due 55"]),
      Row(
        name: "an automatic notice is not a thread's first", policy: ResponsePolicy(scope: .firstOfThread),
        happenings: [.asks(0, automatic: true), .asks(1)], timers: ["1 due 25"]),
      Row(
        name: "one a buyer and Pacific day", policy: perDay,
        // The UTC day changes at 16, the Pacific day at 24.
        happenings: [.asks(15), .replies(15.5), .asks(17, case: 2), .asks(24.5)],
        timers: ["15 due 39 stopped 15.5", "24.5 due 48.5"]),
      Row(
        name: "none past midnight while the buyer still waits", policy: perDay, happenings: [.asks(23), .asks(24.5)],
        timers: ["23 due 47"]),
      Row(
        name: "chat has a limit and a count of its own", policy: perDay,
        happenings: [.asks(0, channel: .chat), .asks(0.5), .asks(2, channel: .chat), .asks(25, channel: .chat)],
        timers: ["0 due 1", "0.5 due 24.5", "25 due 26"]),
      Row(
        name: "a channel without a limit has that of messages", happenings: [.asks(0, channel: .chat)],
        timers: ["0 due 24"]),
    ])
  func starting(row: Row) { check(row) }

  @Test(
    "What stops a timer",
    arguments: [
      Row(
        name: "a reply stops all", happenings: [.asks(0), .asks(2), .replies(5)],
        timers: ["0 due 24 stopped 5", "2 due 26 stopped 5"]),
      Row(
        name: "or the newest only", policy: ResponsePolicy(replyStops: .newest),
        happenings: [.asks(0), .asks(2), .replies(5)], timers: ["0 due 24", "2 due 26 stopped 5"]),
      Row(
        name: "then the next reply the one before", policy: ResponsePolicy(replyStops: .newest),
        happenings: [.asks(0), .asks(2), .replies(5), .replies(6)],
        timers: ["0 due 24 stopped 6", "2 due 26 stopped 5"]),
      Row(
        name: "the first reply counts", happenings: [.asks(0), .replies(5), .replies(6)],
        timers: ["0 due 24 stopped 5"]),
      Row(
        name: "a reply before the question stops nothing", happenings: [.replies(0), .asks(1)], timers: ["1 due 25"]),
      Row(
        name: "an automatic reply does not", happenings: [.asks(0), .replies(1, automatic: true)], timers: ["0 due 24"]),
      Row(
        name: "unless such replies count", policy: ResponsePolicy(automaticRepliesCount: true),
        happenings: [.asks(0), .replies(1, automatic: true)], timers: ["0 due 24 stopped 1"]),
      Row(
        name: "a reply in another case does not", happenings: [.asks(0), .replies(1, case: 2)], timers: ["0 due 24"]),
      Row(
        name: "facts are taken by their time, not as they come in", happenings: [.replies(5), .asks(0)],
        timers: ["0 due 24 stopped 5"]),
    ])
  func stopping(row: Row) { check(row) }

  @Test(
    "What 'no reply needed' does",
    arguments: [
      Row(
        name: "it exempts", happenings: [.asks(0), .act(3, .noReply(reason: "thanks")), .asks(4)],
        timers: ["0 due 24 exempt 3", "4 due 28"]),
      Row(
        name: "but not what is brought in afterwards",
        happenings: [.asks(0), .act(3, .noReply(reason: "thanks")), .asks(1)],
        timers: ["0 due 24 exempt 3", "1 due 25"]),
      Row(
        name: "or counts as an answer", policy: ResponsePolicy(noReply: .stops),
        happenings: [.asks(0), .act(3, .noReply(reason: "thanks"))], timers: ["0 due 24 stopped 3"]),
      Row(
        name: "or does nothing", policy: ResponsePolicy(noReply: .nothing),
        happenings: [.asks(0), .act(3, .noReply(reason: "thanks"))], timers: ["0 due 24"]),
      Row(
        name: "reopening ends the exemption",
        happenings: [.asks(0), .act(3, .noReply(reason: "thanks")), .act(10, .reopen)],
        timers: ["0 due 24 exempt 3 to 10"]),
      Row(
        name: "what is answered is not exempt any more",
        happenings: [.asks(0), .replies(1), .act(3, .noReply(reason: "thanks"))], timers: ["0 due 24 stopped 1"]),
      Row(
        name: "resolving stops no timer",
        happenings: [.asks(0), .act(1, .resolve(Resolution(outcome: "refunded", cause: "lost")))], timers: ["0 due 24"]),
    ])
  func noReplyNeeded(row: Row) { check(row) }

  @Test(
    "A reply in a merged case stops the other's timers from the merge on",
    arguments: [
      Row(
        name: "before the merge",
        happenings: [.asks(0), .asks(1, case: 2), .replies(3), .act(4, .merge(into: 1), case: 2)],
        timers: ["0 due 24 stopped 3", "1 due 25"]),
      Row(
        name: "after it, in the target",
        happenings: [.asks(0), .asks(1, case: 2), .act(4, .merge(into: 1), case: 2), .replies(5)],
        timers: ["0 due 24 stopped 5", "1 due 25 stopped 5"]),
      Row(
        name: "after it, in the source",
        happenings: [.asks(0), .asks(1, case: 2), .act(4, .merge(into: 1), case: 2), .replies(5, case: 2)],
        timers: ["0 due 24 stopped 5", "1 due 25 stopped 5"]),
      Row(
        name: "through a chain of merges",
        happenings: [
          .asks(0, case: 3), .act(1, .merge(into: 2), case: 3), .act(2, .merge(into: 1), case: 2), .replies(5),
        ], timers: ["0 due 24 stopped 5"]),
    ])
  func merging(row: Row) { check(row) }

  @Test("The shop's own clock runs beside the marketplace's")
  func shopClock() throws {
    let clock = try #require(ShopClock("4h mon-fri 09:00-17:00", zone: "UTC"))
    let engine = TimerEngine(policy: ResponsePolicy(), shopClock: clock)
    let happenings: [Happening] = [.asks(0)]
    let timer = try #require(engine.timers(of: .init(messages: happenings.messages, events: [])).first)
    #expect(timer.dueAt == hour(24))
    #expect(timer.shopDueAt?.rfc3339 == "2026-11-16T13:00:00Z")
  }

  private func check(_ row: Row) {
    #expect(row.happenings.timers(row.policy).map(\.story) == row.timers)
  }
}
