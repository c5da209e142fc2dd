import Foundation

/// What a case is about where it is no conversation: feedback, a claim, a violation, a shipment at risk.
package struct Matter: Sendable, Equatable {
  /// Which fact it comes from: `feedback 17`, unique within an account.
  package var key: String
  package var kind: CaseKind
  /// The case exists strictly after this instant.
  package var openedAt: Date
  package var dueAt: Date?
  /// When it ended by itself: removed, closed, resolved, shipped.
  package var endedAt: Date?
  /// Whether its deadline ends it, as the end of a removal window does, and does not make it overdue.
  package var lapses: Bool
  /// Whether its deadline has passed by the clock of whoever looked last; the desk's rows go by that.
  package var hasLapsed = false
  package var rating: Int?

  package init(
    key: String, kind: CaseKind, openedAt: Date, dueAt: Date?, endedAt: Date?, lapses: Bool = false, rating: Int? = nil
  ) {
    self.key = key
    self.kind = kind
    self.openedAt = openedAt
    self.dueAt = dueAt
    self.endedAt = endedAt
    self.lapses = lapses
    self.rating = rating
  }

  /// The instant strictly after which it is over by itself, as far as that is known at `now`.
  package func end(at now: Date) -> Date? {
    let lapse = lapses ? dueAt : nil
    return [endedAt, lapse].compactMap { $0 }.filter { $0 < now }.min()
  }

  /// From this instant on nothing that is known of it so far changes any more.
  var settledAt: Date {
    let last = [openedAt, endedAt, hasLapsed ? dueAt : nil].compactMap { $0 }.max() ?? openedAt
    return last.addingTimeInterval(1)
  }
}

/// By when what is no message must be dealt with: a marketplace's rules as data.
package struct CaseDeadlines: Sendable, Equatable, Codable {
  package struct Limit: Sendable, Equatable, Codable {
    /// Seconds; of business time, seconds of whole days.
    package var seconds: Int
    /// Monday to Friday only.
    package var isBusinessDays: Bool

    package init(seconds: Int, isBusinessDays: Bool = false) {
      self.seconds = seconds
      self.isBusinessDays = isBusinessDays
    }

    /// The instant at which the time that began at `start` is up.
    package func end(from start: Date, zone: TimeZone) -> Date {
      guard isBusinessDays else { return start.addingTimeInterval(Double(seconds)) }
      var wall = LocalTime.wall(at: start, in: zone)
      var left = (seconds + 86_399) / 86_400
      while left > 0 {
        wall.day = CivilDay(number: wall.day.number + 1)
        if wall.day.weekday <= 5 { left -= 1 }
      }
      return LocalTime.instant(of: wall.day, second: wall.second, in: zone)
    }
  }

  /// By topic: `a-to-z`, `chargeback`, `return`, `not-received`, `dispute`, `violation`, `notification`, `feedback`,
  /// `shipment`.
  package var limits: [String: Limit]

  package init(limits: [String: Limit] = [:]) { self.limits = limits }

  /// Nil where there is no rule for the topic.
  package func due(_ topic: String, from start: Date, zone: TimeZone) -> Date? {
    limits[topic]?.end(from: start, zone: zone)
  }
}
