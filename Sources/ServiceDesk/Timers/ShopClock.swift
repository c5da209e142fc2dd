import Foundation

/// The time within which a shop means to answer, beside what the marketplace asks; in opening hours or by the calendar.
package struct ShopClock: Sendable, Equatable, Codable {
  /// Seconds.
  package var limit: Int
  package var businessTime: BusinessTime?

  package init(limit: Int, businessTime: BusinessTime? = nil) {
    self.limit = limit
    self.businessTime = businessTime
  }

  /// Reads `4h` or `4h mon-fri 09:00-17:00`; nil where it can't be read.
  package init?(_ text: String, zone: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let span = Span(String(first)), span.seconds > 0 else { return nil }
    limit = span.seconds
    if words.count == 2 {
      guard let frames = BusinessTime.frames(from: String(words[1])) else { return nil }
      businessTime = BusinessTime(zone: zone, frames: frames)
    }
  }

  package func deadline(from start: Date) -> Date {
    businessTime?.deadline(from: start, after: limit) ?? start.addingTimeInterval(Double(limit))
  }
}
