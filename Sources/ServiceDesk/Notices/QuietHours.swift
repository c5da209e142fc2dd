/// A part of each day in which nobody wants to be told anything, such as 18:00-08:00.
package struct QuietHours: Sendable, Equatable {
  /// In minutes of the day; `to` is not part of it. The hours may go over midnight.
  package var from: Int
  package var to: Int

  package init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minute(String($0)) }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from != to else { return nil }
    self.from = from
    self.to = to
  }

  /// - Parameter minute: of the day, by the clock on the agent's wall.
  package func hold(at minute: Int) -> Bool {
    from < to ? (from..<to).contains(minute) : minute >= from || minute < to
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute),
      hour < 24 || minute == 0
    else { return nil }
    return (hour * 60 + minute) % 1440
  }
}
