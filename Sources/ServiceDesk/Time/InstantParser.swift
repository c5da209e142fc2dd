import Foundation

/// Reads instants as people and files write them.
package enum InstantParser {
  /// Which second of a bare date is meant.
  package enum DayEdge: Sendable { case first, last }

  /// `2026-11-22T04:00:00Z`, with an offset, without one (then in `zone`), or a bare date (then its first or last
  /// second in `zone`). Fractions of a second are dropped. Nil where it is none of these.
  package static func parse(_ text: String, zone: TimeZone, edge: DayEdge = .first) -> Date? {
    // A million cells go through here: the bytes are read where they are.
    var text = text
    return text.withUTF8 { parse(ByteScanner(trimmed($0)), zone: zone, edge: edge) }
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>.SubSequence {
    var rest = bytes[...]
    while rest.first == 0x20 || rest.first == 0x09 { rest = rest.dropFirst() }
    while rest.last == 0x20 || rest.last == 0x09 { rest = rest.dropLast() }
    return rest
  }

  private static func parse(_ bytes: ByteScanner, zone: TimeZone, edge: DayEdge) -> Date? {
    var scanner = bytes
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
      let dayOfMonth = scanner.digits(2), let day = CivilDay(year: year, month: month, day: dayOfMonth)
    else { return nil }
    if scanner.atEnd {
      return edge == .first ? LocalTime.instant(of: day, second: 0, in: zone) : LocalTime.endOfDay(day, in: zone)
    }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "), let hour = scanner.digits(2), scanner.take(":"),
      let minute = scanner.digits(2), hour < 24, minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let value = scanner.digits(2), value < 61 else { return nil }
      second = min(value, 59)
      if scanner.take(".") || scanner.take(",") { guard scanner.skipDigits() else { return nil } }
    }
    let wall = hour * 3600 + minute * 60 + second
    if scanner.atEnd { return LocalTime.instant(of: day, second: wall, in: zone) }
    guard let offset = scanner.offset(), scanner.atEnd else { return nil }
    return Date(seconds: day.number * 86_400 + wall - offset)
  }
}

private struct ByteScanner {
  private var rest: UnsafeBufferPointer<UInt8>.SubSequence

  init(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) { rest = bytes }

  var atEnd: Bool { rest.isEmpty }

  mutating func digits(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    rest = rest.dropFirst(count)
    return value
  }

  mutating func skipDigits() -> Bool {
    let before = rest.count
    rest = rest.drop { (0x30...0x39).contains($0) }
    return rest.count < before
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Seconds east of Greenwich: `Z`, `+01:00`, `-0800`, `+01`.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = digits(2) else { return nil }
    _ = take(":")
    let minutes = atEnd ? 0 : digits(2)
    guard let minutes, hours < 24, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
