import Foundation
import Testing

@testable import ServiceDesk

@Suite("Reminders before a deadline")
struct RemindersTests {
  private let due = Date(timeIntervalSince1970: 1_772_442_000)

  @Test(
    "each moment once, the last one where several have gone by",
    arguments: [
      // Seconds before the deadline at the last look and now, and what is said.
      (7300, 7200, 7200), (7201, 7199, 7200), (7200, 7199, nil), (7199, 1801, nil), (1801, 1800, 1800), (301, 299, 300),
      (1, 0, 0), (0, -1, nil), (8000, 200, 300), (8000, -100, 0), (9000, 8000, nil),
    ] as [(Int, Int, Int?)])
  func reached(_ then: Int, _ now: Int, _ before: Int?) {
    let found = Reminders.usual.reached(
      due, between: due.addingTimeInterval(Double(-then)), and: due.addingTimeInterval(Double(-now)))
    #expect(found == before)
  }

  @Test("the same moment is never told twice, however often one looks")
  func once() {
    var told: [Int] = []
    var then = due.addingTimeInterval(-9000)
    for step in stride(from: -8990.0, through: 60, by: 7) {
      let now = due.addingTimeInterval(step)
      if let before = Reminders.usual.reached(due, between: then, and: now) { told.append(before) }
      then = now
    }
    #expect(told == [7200, 1800, 300, 0])
  }

  @Test("as an account has them")
  func reading() throws {
    #expect(try #require(Reminders("5m 1h")).seconds == [3600, 300])
    #expect(try #require(Reminders("off")).seconds.isEmpty)
    for text in ["", "soon", "0m", "1h soon"] { #expect(Reminders(text) == nil, "\(text)") }
  }
}
