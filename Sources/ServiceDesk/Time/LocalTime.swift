import Foundation

/// Wall-clock time in a zone, with daylight saving as the zone's rules have it.
package enum LocalTime {
  /// The instant at which clocks in `zone` show this time of `day`.
  ///
  /// A time that a spring change skips is taken as the same span after midnight; of a time that an autumn change
  /// repeats, the first is meant.
  package static func instant(of day: CivilDay, second: Int, in zone: TimeZone) -> Date {
    let wall = day.number * 86_400 + second
    // The offset before a change and the one after it; the earlier of the fitting instants wins.
    let early = wall - zone.secondsFromGMT(for: Date(seconds: wall - 86_400))
    let late = wall - zone.secondsFromGMT(for: Date(seconds: wall + 86_400))
    for candidate in [min(early, late), max(early, late)]
    where candidate + zone.secondsFromGMT(for: Date(seconds: candidate)) == wall {
      return Date(seconds: candidate)
    }
    return Date(seconds: early)
  }

  /// The day and the second of it that clocks in `zone` show at `instant`.
  package static func wall(at instant: Date, in zone: TimeZone) -> (day: CivilDay, second: Int) {
    let wall = instant.seconds + zone.secondsFromGMT(for: instant)
    let number = CivilDay.floorDivide(wall, 86_400)
    return (CivilDay(number: number), wall - number * 86_400)
  }

  package static func endOfDay(_ day: CivilDay, in zone: TimeZone) -> Date {
    Date(seconds: instant(of: CivilDay(number: day.number + 1), second: 0, in: zone).seconds - 1)
  }
}
