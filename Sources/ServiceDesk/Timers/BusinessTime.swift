import Foundation

/// Opening hours in a zone: several frames a day, closed on holidays.
package struct BusinessTime: Sendable, Equatable, Codable {
  /// Seconds of the day, `from` up to but not including `to`; `to` may be 86,400.
  package struct Frame: Sendable, Equatable, Codable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// An IANA name, such as `Europe/Berlin`.
  package var zone: String
  /// By weekday, 1 for Monday to 7 for Sunday.
  package var frames: [Int: [Frame]]
  /// Closed days, as `2026-12-25`.
  package var holidays: Set<String>

  package init(zone: String, frames: [Int: [Frame]], holidays: Set<String> = []) {
    self.zone = zone
    self.frames = frames
    self.holidays = holidays
  }

  /// The instant at which `seconds` of business time have gone by since `start`.
  ///
  /// Time outside the frames does not count. Where the frames are empty, or all of ten years is closed, the calendar
  /// is used instead: a deadline that never comes would hide the case.
  package func deadline(from start: Date, after seconds: Int) -> Date {
    let calendarDeadline = start.addingTimeInterval(Double(seconds))
    guard let timeZone = TimeZone(identifier: zone), frames.values.contains(where: { !$0.isEmpty }) else {
      return calendarDeadline
    }
    var left = seconds
    let first = LocalTime.wall(at: start, in: timeZone).day.number
    for number in first..<(first + 3660) {
      let day = CivilDay(number: number)
      guard !holidays.contains(day.description) else { continue }
      for frame in frames[day.weekday] ?? [] {
        let opens = max(LocalTime.instant(of: day, second: frame.from, in: timeZone), start)
        let closes =
          frame.to >= 86_400
          ? LocalTime.endOfDay(day, in: timeZone).addingTimeInterval(1)
          : LocalTime.instant(of: day, second: frame.to, in: timeZone)
        let length = closes.seconds - opens.seconds
        guard length > 0 else { continue }
        if left <= length { return opens.addingTimeInterval(Double(left)) }
        left -= length
      }
    }
    return calendarDeadline
  }

  /// Reads `mon-fri 09:00-12:30,13:00-17:00` (several such, separated by `;`); nil where it can't be read.
  package static func frames(from text: String) -> [Int: [Frame]]? {
    let names = ["mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7]
    var result: [Int: [Frame]] = [:]
    for part in text.lowercased().split(separator: ";") {
      let words = part.split(separator: " ")
      guard words.count == 2 else { return nil }
      let ends = words[0].split(separator: "-").map { names[String($0)] }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
        return nil
      }
      var frames: [Frame] = []
      for range in words[1].split(separator: ",") {
        let times = range.split(separator: "-").map(Self.second)
        guard times.count == 2, let from = times[0], let to = times[1], from < to else { return nil }
        frames.append(Frame(from: from, to: to))
      }
      for weekday in first...last { result[weekday, default: []] += frames }
    }
    return result.isEmpty ? nil : result.mapValues(merged)
  }

  /// In order, those that overlap made one: no hour counts twice.
  private static func merged(_ frames: [Frame]) -> [Frame] {
    frames.sorted { $0.from < $1.from }.reduce(into: []) { result, frame in
      if let last = result.last, frame.from < last.to {
        result[result.count - 1].to = max(last.to, frame.to)
      } else {
        result.append(frame)
      }
    }
  }

  private static func second(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
    guard (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0 else { return nil }
    return hour * 3600 + minute * 60
  }
}
