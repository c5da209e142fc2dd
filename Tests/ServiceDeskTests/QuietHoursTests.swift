import Testing

@testable import ServiceDesk

@Suite("Hours in which nothing is told")
struct QuietHoursTests {
  @Test(
    "within the day and over midnight",
    arguments: [
      ("09:00-17:00", 9 * 60, true), ("09:00-17:00", 17 * 60, false), ("09:00-17:00", 8 * 60 + 59, false),
      ("18:00-08:00", 18 * 60, true), ("18:00-08:00", 0, true), ("18:00-08:00", 8 * 60 - 1, true),
      ("18:00-08:00", 8 * 60, false), ("22:30-24:00", 23 * 60, true), ("22:30-24:00", 0, false),
    ])
  func holds(_ text: String, _ minute: Int, _ isQuiet: Bool) throws {
    #expect(try #require(QuietHours(text)).hold(at: minute) == isQuiet)
  }

  @Test(
    "what is no time", arguments: ["", "18:00", "18-8", "18:00-18:00", "25:00-08:00", "18:60-08:00", "24:30-08:00"])
  func rejects(_ text: String) { #expect(QuietHours(text) == nil) }
}
