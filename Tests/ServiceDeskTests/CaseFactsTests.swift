import Foundation
import Testing

@testable import ServiceDesk

@Suite("A case is derived from its facts")
struct CaseFactsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var happenings: [Happening]
    var now: Double
    var state: CaseState

    var testDescription: String { name }
  }

  static let refund = Act.resolve(Resolution(outcome: "refunded", cause: "lost"))
  static func snooze(_ until: Double) -> Act { .snooze(until: hour(until)) }

  @Test(
    "The state follows what was said and done",
    arguments: [
      Row(name: "a buyer writes", happenings: [.asks(0)], now: 1, state: .open),
      Row(name: "the buyer is answered", happenings: [.asks(0), .replies(1)], now: 2, state: .waiting),
      Row(name: "the buyer writes again", happenings: [.asks(0), .replies(1), .asks(2)], now: 3, state: .open),
      Row(
        name: "an automatic message opens nothing", happenings: [.asks(0), .replies(1), .asks(2, automatic: true)],
        now: 3,
        state: .waiting),
      Row(
        name: "an automatic reply answers nothing", happenings: [.asks(0), .replies(1, automatic: true)], now: 2,
        state: .open),
      Row(name: "it is resolved", happenings: [.asks(0), .act(1, refund)], now: 2, state: .resolved),
      Row(
        name: "a new message reopens what is resolved", happenings: [.asks(0), .act(1, refund), .asks(2)], now: 3,
        state: .open),
      Row(
        name: "one that was written before and comes after too", happenings: [.asks(0), .act(2, refund), .asks(1)],
        now: 3, state: .open),
      Row(
        name: "what comes late is not answered by the reply before",
        happenings: [.asks(0), .replies(2, here: true), .asks(1)], now: 3, state: .open),
      Row(
        name: "nor by no reply being needed", happenings: [.asks(0), .act(2, .noReply(reason: "thanks")), .asks(1)],
        now: 3, state: .open),
      Row(
        name: "nor put aside with what was there", happenings: [.asks(0), .act(2, snooze(9)), .asks(1)], now: 3,
        state: .open),
      Row(
        name: "an archive read later tells of replies too",
        happenings: [.asks(5), .act(6, refund), .asks(0), .replies(1)], now: 7, state: .resolved),
      Row(
        name: "an automatic one does not", happenings: [.asks(0), .act(1, refund), .asks(2, automatic: true)], now: 3,
        state: .resolved),
      Row(
        name: "a reply to what is resolved leaves it resolved", happenings: [.asks(0), .act(1, refund), .replies(2)],
        now: 3, state: .resolved),
      Row(name: "it is reopened", happenings: [.asks(0), .act(1, refund), .act(2, .reopen)], now: 3, state: .open),
      Row(
        name: "no reply is needed", happenings: [.asks(0), .act(1, .noReply(reason: "thanks"))], now: 2,
        state: .resolved),
      // Undoing takes the event out of the log, so its story is the one without it.
      Row(name: "an undone act is absent", happenings: [.asks(0)], now: 2, state: .open),
      Row(name: "it is put aside", happenings: [.asks(0), .act(1, snooze(5))], now: 4, state: .snoozed),
      Row(name: "it comes back", happenings: [.asks(0), .act(1, snooze(5))], now: 5, state: .open),
      Row(
        name: "a new message wakes it", happenings: [.asks(0), .act(1, snooze(5)), .asks(2)], now: 3, state: .open),
      Row(
        name: "it is woken by hand", happenings: [.asks(0), .act(1, snooze(5)), .act(2, .snooze(until: nil))], now: 3,
        state: .open),
      Row(
        name: "an answered case is put aside too", happenings: [.asks(0), .replies(1), .act(2, snooze(50))], now: 40,
        state: .snoozed),
      Row(
        name: "and then needs somebody", happenings: [.asks(0), .replies(1), .act(2, snooze(50))], now: 50, state: .open
      ),
    ])
  func state(row: Row) throws {
    let subject = try #require(row.happenings.standing(at: hour(row.now)))
    #expect(subject.state == row.state)
  }

  @Test("A snooze past the deadline ends two hours before it, or at the deadline when set later than that")
  func snoozeNeverHidesABreach() throws {
    let early: [Happening] = [.asks(0), .act(1, Self.snooze(48))]
    #expect(try #require(early.standing(at: hour(22, plus: -1))).state == .snoozed)
    #expect(try #require(early.standing(at: hour(1))).wakesAt == hour(22))
    #expect(try #require(early.standing(at: hour(22))).state == .open)
    let late: [Happening] = [.asks(0), .act(23, Self.snooze(48))]
    #expect(try #require(late.standing(at: hour(24, plus: -1))).state == .snoozed)
    #expect(try #require(late.standing(at: hour(24))).state == .open)
    let overdue: [Happening] = [.asks(0), .act(25, Self.snooze(48))]
    #expect(try #require(overdue.standing(at: hour(26))).state == .open)
  }

  @Test("What was imported is known after its instant, what was done here from its instant on")
  func hidden() throws {
    let story: [Happening] = [
      .asks(1), .act(2, .tag(add: ["refund"], remove: [])), .replies(3), .asks(4), .replies(5, here: true),
    ]
    #expect(story.standing(at: hour(1)) == nil)
    #expect(story.standing(at: hour(1, plus: 1)) != nil)
    #expect(try #require(story.standing(at: hour(2, plus: -1))).tags == [])
    #expect(try #require(story.standing(at: hour(2))).tags == ["refund"])
    #expect(try #require(story.standing(at: hour(3))).state == .open)
    #expect(try #require(story.standing(at: hour(3, plus: 1))).state == .waiting)
    #expect(try #require(story.standing(at: hour(5, plus: -1))).state == .open)
    #expect(try #require(story.standing(at: hour(5))).state == .waiting)
    #expect(try #require(story.standing(at: hour(9))).settledAt == hour(5))
  }

  @Test("The deadline is the earliest that nothing has stopped, and resolving stops none")
  func dueAt() throws {
    let story: [Happening] = [.asks(0), .asks(2), .act(3, Self.refund), .replies(4)]
    #expect(try #require(story.standing(at: hour(3))).dueAt == hour(24))
    #expect(try #require(story.standing(at: hour(5))).dueAt == nil)
    let overdue = try #require([Happening.asks(0)].standing(at: hour(30)))
    #expect(overdue.isOverdue(at: hour(30)))
    #expect(!overdue.isOverdue(at: hour(24)))
    #expect(overdue.isOverdue(at: hour(24, plus: 1)))
  }

  @Test("Messages without an answer are counted from the oldest of them")
  func unanswered() throws {
    let story: [Happening] = [.asks(0), .replies(1), .asks(2), .asks(3), .asks(4, automatic: true)]
    let subject = try #require(story.standing(at: hour(5)))
    #expect(subject.unanswered == 2)
    #expect(subject.receivedAt == hour(2))
    #expect(subject.newestInbound == 4)
    #expect(subject.buyer == "Dana Poe")
    #expect(subject.language == "en")
  }

  @Test("Tags, priority, assignment and order are as last set")
  func settings() throws {
    let story: [Happening] = [
      .asks(0), .act(1, .tag(add: ["vip", "refund"], remove: [])), .act(2, .tag(add: ["lost"], remove: ["vip"])),
      .act(3, .priority(.high)), .act(4, .assign(agent: "kim")), .act(5, .link(order: "114-5550101-2220202")),
      .act(6, .assign(agent: nil)),
    ]
    let subject = try #require(story.standing(at: hour(9)))
    #expect(subject.tags == ["lost", "refund"])
    #expect(subject.priority == .high)
    #expect(subject.order == "114-5550101-2220202")
    #expect(subject.assignee == nil)
    #expect(try #require(story.standing(at: hour(4))).assignee == "kim")
  }

  @Test("Of a merged case the tags and the order come along, its state does not")
  func merged() throws {
    let story: [Happening] = [
      .asks(0), .asks(1, case: 2), .act(2, .tag(add: ["vip"], remove: []), case: 2), .act(3, .merge(into: 1), case: 2),
      .act(4, Self.refund, case: 2),
    ]
    let subject = try #require(story.standing(at: hour(5)))
    #expect(subject.tags == ["vip"])
    #expect(subject.state == .open)
    #expect(subject.mergedInto == nil)
  }
}
