import Foundation
import Testing

@testable import ServiceDesk

@Suite("A timer's status at an exact second")
struct ResponseTimerTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var happenings: [Happening]
    /// Seconds after the deadline at the hour 24, with the status then.
    var statuses: [Int: TimerStatus?]

    var testDescription: String { name }
  }

  @Test(
    "The deadline itself is still in time",
    arguments: [
      Row(
        name: "nobody answers", happenings: [.asks(0)],
        statuses: [-86_400: nil, -86_399: .running, -1: .running, 0: .running, 1: .unanswered]),
      Row(
        name: "answered at the deadline, elsewhere: known a second later", happenings: [.asks(0), .replies(24)],
        statuses: [0: .running, 1: .onTime, 90_000: .onTime]),
      Row(
        name: "answered at the deadline, here: known at once", happenings: [.asks(0), .replies(24, here: true)],
        statuses: [-1: .running, 0: .onTime, 1: .onTime]),
      Row(
        name: "answered a second late", happenings: [.asks(0), .replies(24 + 1.0 / 3600)],
        statuses: [0: .running, 1: .unanswered, 2: .late]),
      Row(
        name: "exempt for some hours", happenings: [.asks(0), .act(20, .noReply(reason: "thanks")), .act(25, .reopen)],
        statuses: [-14_401: .running, -14_400: .exempt, 3599: .exempt, 3600: .unanswered]),
    ])
  func status(row: Row) throws {
    let timer = try #require(row.happenings.timers().first)
    for (offset, status) in row.statuses.sorted(by: { $0.key < $1.key }) {
      #expect(timer.status(at: hour(24, plus: offset)) == status, "\(offset) s after the deadline")
    }
  }

  @Test("Only running and unanswered timers ask for something")
  func open() throws {
    let timer = try #require([Happening.asks(0), .replies(25)].timers().first)
    #expect(!timer.isOpen(at: start))
    #expect(timer.isOpen(at: hour(1)))
    #expect(timer.isOpen(at: hour(25)))
    #expect(!timer.isOpen(at: hour(25, plus: 1)))
    #expect(timer.answerSeconds == 90_000)
  }

  @Test("Its transitions are exactly the instants at which its status becomes another")
  func transitions() throws {
    let stories: [[Happening]] = [
      [.asks(0)], [.asks(0), .replies(5)], [.asks(0), .replies(25)], [.asks(0), .replies(24, here: true)],
      [.asks(0), .act(3, .noReply(reason: "thanks")), .act(30, .reopen), .replies(40)],
    ]
    for story in stories {
      let timer = try #require(story.timers().first)
      // Walked in steps of a quarter of an hour and around each whole one, for two days.
      var walked: [TimerStatus] = []
      for quarter in 0..<192 {
        for second in [-1, 0, 1, 2] {
          let status = timer.status(at: hour(Double(quarter) / 4, plus: second))
          if let status, status != walked.last { walked.append(status) }
        }
      }
      #expect(timer.transitions.map(\.status) == walked)
      for (at, status) in timer.transitions {
        #expect(timer.status(at: at) == status)
        #expect(timer.status(at: at.addingTimeInterval(-1)) != status)
      }
    }
  }
}
