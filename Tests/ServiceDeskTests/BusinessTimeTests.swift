import Foundation
import Testing

@testable import ServiceDesk

@Suite("Business time counts only while the shop is open")
struct BusinessTimeTests {
  struct Run: Sendable {
    var hours = "mon-fri 09:00-12:30,13:00-17:00"
    var closed: Set<String> = []
    var from: String
    var limit: String
    var due: String
  }

  @Test(
    "A deadline passes over breaks, nights, weekends and holidays",
    arguments: [
      Run(from: "2026-11-16T09:00:00Z", limit: "4h", due: "2026-11-16T13:30:00Z"),
      Run(from: "2026-11-16T11:45:00Z", limit: "30m", due: "2026-11-16T12:30:00Z"),
      Run(from: "2026-11-16T08:00:00Z", limit: "7h30m", due: "2026-11-16T16:00:00Z"),
      Run(from: "2026-11-16T16:00:00Z", limit: "1h", due: "2026-11-17T09:00:00Z"),
      Run(from: "2026-11-20T15:00:00Z", limit: "2h", due: "2026-11-23T09:00:00Z"),
      Run(from: "2026-11-21T10:00:00Z", limit: "1h", due: "2026-11-23T09:00:00Z"),
      Run(closed: ["2026-11-23"], from: "2026-11-20T15:00:00Z", limit: "2h", due: "2026-11-24T09:00:00Z"),
      Run(hours: "sat 10:00-11:00", from: "2026-11-16T09:00:00Z", limit: "2h", due: "2026-11-28T10:00:00Z"),
    ])
  func deadlines(run: Run) throws {
    try check(run)
  }

  @Test(
    "On the days of a clock change the hours that clocks show are counted as they pass",
    arguments: [
      // The spring Sunday has 23 hours.
      Run(hours: "sun 00:00-24:00", from: "2026-03-28T23:00:00Z", limit: "23h", due: "2026-03-29T22:00:00Z"),
      Run(hours: "sun 00:00-24:00", from: "2026-03-28T23:00:00Z", limit: "24h", due: "2026-04-04T23:00:00Z"),
      Run(hours: "mon-sun 00:00-24:00", from: "2026-03-28T23:00:00Z", limit: "24h", due: "2026-03-29T23:00:00Z"),
      // From one to four o'clock are four hours in autumn, two in spring.
      Run(hours: "sun 01:00-04:00", from: "2026-10-24T22:00:00Z", limit: "4h", due: "2026-10-25T03:00:00Z"),
      Run(hours: "sun 01:00-04:00", from: "2026-03-28T23:00:00Z", limit: "2h", due: "2026-03-29T02:00:00Z"),
      Run(from: "2026-10-23T14:30:00Z", limit: "1h", due: "2026-10-26T08:30:00Z"),
    ])
  func clockChanges(run: Run) throws {
    try check(run)
  }

  @Test("Without any open hour, or in an unknown zone, the calendar decides")
  func neverOpen() throws {
    let due = start.addingTimeInterval(3600)
    #expect(BusinessTime(zone: "Europe/Berlin", frames: [:]).deadline(from: start, after: 3600) == due)
    #expect(BusinessTime(zone: "Europe/Berlin", frames: [1: []]).deadline(from: start, after: 3600) == due)
    let frames = try #require(BusinessTime.frames(from: "mon 09:00-10:00"))
    #expect(BusinessTime(zone: "Moon/Base", frames: frames).deadline(from: start, after: 3600) == due)
    let decade = Set((start.utcDay..<(start.utcDay + 3700)).map { CivilDay(number: $0).description })
    let closed = BusinessTime(zone: "UTC", frames: frames, holidays: decade)
    #expect(closed.deadline(from: start, after: 3600) == due)
  }

  @Test("Several frames and weekdays are read, in order")
  func reading() throws {
    let frames = try #require(BusinessTime.frames(from: "Mon-Tue 13:00-17:00,09:00-12:30; sat 00:00-24:00"))
    let day = [BusinessTime.Frame(from: 32_400, to: 45_000), .init(from: 46_800, to: 61_200)]
    #expect(frames == [1: day, 2: day, 6: [.init(from: 0, to: 86_400)]])
  }

  @Test(
    "Hours that can't be meant are refused",
    arguments: [
      "", "mon", "mon-fri", "mon-fri 9", "fri-mon 09:00-17:00", "mon 17:00-09:00", "mon 09:00-09:00", "mon 09:00-24:30",
      "mon 09:60-10:00", "mon 09:00-25:00", "noday 09:00-10:00", "mon-tue-wed 09:00-10:00", "mon 09:00",
    ])
  func refused(text: String) {
    #expect(BusinessTime.frames(from: text) == nil)
  }

  @Test("Frames that overlap are refused, or their common time counts once")
  func overlapping() throws {
    let nine = try instant("2026-11-16T09:00:00Z")
    let due = BusinessTime.frames(from: "mon 09:00-13:00,12:00-14:00").map {
      BusinessTime(zone: "UTC", frames: $0).deadline(from: nine, after: 16_200).rfc3339
    }
    #expect(due == nil || due == "2026-11-16T13:30:00Z")
  }

  private func check(_ run: Run) throws {
    let frames = try #require(BusinessTime.frames(from: run.hours))
    let time = BusinessTime(zone: "Europe/Berlin", frames: frames, holidays: run.closed)
    let limit = try #require(Span(run.limit)).seconds
    #expect(time.deadline(from: try instant(run.from), after: limit).rfc3339 == run.due)
  }
}
