import Foundation

/// Something that must be looked at again and again, whatever the figures say.
package struct RecurringTask: Sendable, Equatable {
  package var name: String
  /// What to do, as an order.
  package var title: String
  /// How often: every so many days.
  package var days: Int
  /// When it was last done; nil: never.
  package var lastDone: Date?

  package init(name: String, title: String, days: Int, lastDone: Date? = nil) {
    self.name = name
    self.title = title
    self.days = days
    self.lastDone = lastDone
  }

  /// What every desk begins with: health daily, catalogue weekly, policies monthly.
  package static let standard = [
    RecurringTask(name: "health", title: "look at health, alerts and forecast", days: 1),
    RecurringTask(
      name: "catalogue", title: "read your listings as a buyer would: titles, pictures, condition, stock", days: 7),
    RecurringTask(name: "policies", title: "read the marketplaces' policy news; compare account rules", days: 30),
  ]

  /// Due from the start of the day on which its time is up, so that "daily" does not drift later each day.
  package func dueAt(zone: TimeZone) -> Date? {
    guard let lastDone else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let day = calendar.startOfDay(for: lastDone)
    return calendar.date(byAdding: .day, value: days, to: day)
  }

  package func isDue(at now: Date, zone: TimeZone) -> Bool { dueAt(zone: zone).map { $0 <= now } ?? true }

  package func finding(at now: Date, zone: TimeZone) -> AuditFinding? {
    guard isDue(at: now, zone: zone) else { return nil }
    let since = dueAt(zone: zone).map { "due since \(Audit.span(now.timeIntervalSince($0)))" } ?? "never done yet"
    return AuditFinding(
      .task, account: nil, key: name, words: "\(title) (every \(days == 1 ? "day" : "\(days) days"), \(since))",
      command: "review done \(name)")
  }
}
