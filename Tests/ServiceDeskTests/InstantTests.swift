import Foundation
import Testing

@testable import ServiceDesk

@Suite("Instants are read and written without a loss")
struct InstantTests {
  @Test(
    "An instant is printed as RFC 3339 in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_709_164_800, "2024-02-29T00:00:00Z"), (-2_203_891_201, "1900-02-28T23:59:59Z"),
      (-2_203_891_200, "1900-03-01T00:00:00Z"), (1_794_816_000, "2026-11-16T08:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
  func printing(seconds: Int, text: String) {
    #expect(Date(seconds: seconds).rfc3339 == text)
    #expect(InstantParser.parse(text, zone: .gmt) == Date(seconds: seconds))
  }

  @Test("What is printed is read back as the same second, from year 5 to year 9980")
  func roundTrip() {
    // The step shares no factor with a day, so that every time of day turns up.
    let lost = stride(from: -62_000_000_000, to: 252_800_000_000, by: 12_345_679).filter {
      InstantParser.parse(Date(seconds: $0).rfc3339, zone: .gmt)?.seconds != $0
    }
    #expect(lost == [])
  }

  @Test("A day's number names the day, and the weekday goes round")
  func days() throws {
    let lost = stride(from: -700_000, to: 2_900_000, by: 37).filter { number in
      let day = CivilDay(number: number)
      let next = CivilDay(number: number + 1)
      return day.number != number || CivilDay(year: day.year, month: day.month, day: day.day) != day
        || next.weekday != day.weekday % 7 + 1 || !(day < next)
    }
    #expect(lost == [])
    #expect(try #require(CivilDay(year: 2026, month: 11, day: 22)).weekday == 7)
  }

  @Test(
    "Offsets, lower-case letters, spaces and fractions are understood",
    arguments: [
      ("2026-11-22T04:00:00+01:00", "2026-11-22T03:00:00Z"), ("2026-11-22T04:00:00-0830", "2026-11-22T12:30:00Z"),
      ("2026-11-22T04:00:00+05", "2026-11-21T23:00:00Z"), ("2026-11-22t04:00:00z", "2026-11-22T04:00:00Z"),
      ("2026-11-22 04:00", "2026-11-22T04:00:00Z"), ("2026-11-22T04:00:00.999Z", "2026-11-22T04:00:00Z"),
      (" 2026-11-22T04:00:00Z ", "2026-11-22T04:00:00Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
      ("2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"),
    ])
  func forms(text: String, meaning: String) throws {
    #expect(try #require(InstantParser.parse(text, zone: .gmt)).rfc3339 == meaning)
  }

  @Test(
    "What is no instant is refused",
    arguments: [
      "", "tomorrow", "2026-13-01", "2026-02-29", "2100-02-29", "2026-00-10", "2026-01-00", "2026-11-22T24:00:00Z",
      "2026-11-22T04:60:00Z", "2026-11-22T04:00:61Z", "2026-11-22T04:00:00+24:00", "2026-11-22T04:00:00X",
      "2026-11-22T04:00:00.Z", "22.11.2026", "2026-11-22T", "20261122", "２０２６-11-22",
    ])
  func refused(text: String) {
    #expect(InstantParser.parse(text, zone: .gmt) == nil)
  }

  struct Day: Sendable {
    var date: String
    var zone: String
    var first: String
    var last: String
  }

  @Test(
    "A bare date is the first or the last second of its day in the zone, on days of 23 and 25 hours too",
    arguments: [
      Day(date: "2026-11-22", zone: "UTC", first: "2026-11-22T00:00:00Z", last: "2026-11-22T23:59:59Z"),
      Day(date: "2026-03-29", zone: "Europe/Berlin", first: "2026-03-28T23:00:00Z", last: "2026-03-29T21:59:59Z"),
      Day(date: "2026-10-25", zone: "Europe/Berlin", first: "2026-10-24T22:00:00Z", last: "2026-10-25T22:59:59Z"),
      Day(date: "2026-11-01", zone: "America/Los_Angeles", first: "2026-11-01T07:00:00Z", last: "2026-11-02T07:59:59Z"),
      // Midnight itself is skipped there, so the day begins at one o'clock.
      Day(date: "2018-11-04", zone: "America/Sao_Paulo", first: "2018-11-04T03:00:00Z", last: "2018-11-05T01:59:59Z"),
    ])
  func bareDates(day: Day) throws {
    let zone = try #require(TimeZone(identifier: day.zone))
    #expect(InstantParser.parse(day.date, zone: zone, edge: .first)?.rfc3339 == day.first)
    #expect(InstantParser.parse(day.date, zone: zone, edge: .last)?.rfc3339 == day.last)
  }

  @Test(
    "A wall-clock time without an offset is in the zone; a skipped one is moved on, of a repeated one the first is meant",
    arguments: [
      ("2026-07-01T12:00", "2026-07-01T10:00:00Z"), ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
      ("2026-03-29T02:30", "2026-03-29T01:30:00Z"), ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
      ("2026-10-25T02:30", "2026-10-25T00:30:00Z"), ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
    ])
  func wallClock(text: String, meaning: String) throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(try #require(InstantParser.parse(text, zone: berlin)).rfc3339 == meaning)
  }
}
