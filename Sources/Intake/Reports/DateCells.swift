import Foundation
import ServiceDesk

/// Reads the dates of a table's cells in the account's zone.
///
/// `InstantParser` and the zone's rules need microseconds for a date, which makes half a minute for a million orders:
/// the forms that nearly every file uses are read here, and the bounds of a day are asked for once.
struct DateCells: Sendable {
  /// The instants, in seconds, between which a day of the zone lies, and at which it begins in UTC.
  private struct Bounds {
    var start: Int
    var end: Int
    var utcStart: Int
  }

  let zone: TimeZone
  /// By the digits of the date: 20261122.
  private var days: [Int: Bounds] = [:]

  init(zone: TimeZone) { self.zone = zone }

  /// - Parameter edge: which second of a bare date is meant.
  mutating func instant(
    _ text: String?, named name: String, edge: InstantParser.DayEdge = .first
  ) throws(IntakeFault) -> Date? {
    guard let text else { return nil }
    if let date = usual(text, edge: edge) ?? InstantParser.parse(text, zone: zone, edge: edge) { return date }
    throw IntakeFault(
      reason: "\(name) \"\(Cell.short(text))\" is no date; write it as 2026-11-22T04:00:00Z or 2026-11-22")
  }

  /// The first second of a day.
  func start(of day: CivilDay) -> Date { LocalTime.instant(of: day, second: 0, in: zone) }

  /// `2026-11-22`, `2026-11-22T04:00:00` and `2026-11-22T04:00:00Z`; nil for every other form.
  private mutating func usual(_ text: String, edge: InstantParser.DayEdge) -> Date? {
    var text = text
    guard let digits = text.withUTF8({ UsualDate($0) }), let day = bounds(digits.date) else { return nil }
    guard let second = digits.second else { return Date(seconds: edge == .first ? day.start : day.end - 1) }
    if digits.isUTC { return Date(seconds: day.utcStart + second) }
    // On a day of another length clocks are changed: the zone's rules must say what the time means.
    return day.end - day.start == 86_400 ? Date(seconds: day.start + second) : nil
  }

  private mutating func bounds(_ date: Int) -> Bounds? {
    if let known = days[date] { return known }
    guard let day = CivilDay(year: date / 10_000, month: date / 100 % 100, day: date % 100) else { return nil }
    let bounds = Bounds(
      start: LocalTime.instant(of: day, second: 0, in: zone).seconds,
      end: LocalTime.endOfDay(day, in: zone).seconds + 1, utcStart: day.number * 86_400)
    days[date] = bounds
    return bounds
  }
}

/// The digits of a date in one of its usual forms.
private struct UsualDate {
  var date: Int
  /// Of the day; nil for a bare date.
  var second: Int?
  var isUTC: Bool

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard [10, 19, 20].contains(bytes.count) else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = digits(0..<4),
      let month = digits(5..<7), let day = digits(8..<10)
    else { return nil }
    date = year * 10_000 + month * 100 + day
    isUTC = bytes.count == 20
    guard bytes.count > 10 else { return }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), !isUTC || bytes[19] == UInt8(ascii: "Z"), let hour = digits(11..<13),
      let minute = digits(14..<16), let second = digits(17..<19), hour < 24, minute < 60, second < 60
    else { return nil }
    self.second = hour * 3600 + minute * 60 + second
  }
}
