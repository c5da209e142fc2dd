import Foundation

/// How far the desk has got with a piece of feedback.
package enum FeedbackStatus: String, Sendable, CaseIterable {
  case new
  /// The buyer has been written to since.
  case contacted
  case removalAsked = "removal-asked"
  case removed
  /// It stays: the case was closed without its being removed, or its removal window has ended.
  case kept

  package var title: String { rawValue.replacing("-", with: " ") }

  /// - Parameters:
  ///   - isRemoved: by the marketplace's report or an agent's word.
  ///   - hasWritten: a reply was sent about it.
  package static func of(_ subject: Case, isRemoved: Bool, hasWritten: Bool, events: [CaseEvent]) -> FeedbackStatus {
    if isRemoved { return .removed }
    if subject.state == .resolved { return .kept }
    let asked = events.contains { if case .askRemoval = $0.act { true } else { false } }
    return asked ? .removalAsked : hasWritten ? .contacted : .new
  }
}

/// Requests to take feedback away, in the days that the marketplace's cap looks at.
package struct RemovalRequests: Sendable, Equatable {
  /// When each was made, the oldest first.
  package var times: [Date]

  package init(times: [Date]) {
    self.times = times
  }

  /// From when on another may be made; nil: at once.
  package func nextAllowed(by rules: FeedbackRules) -> Date? {
    guard times.count >= rules.mostRequests else { return nil }
    guard rules.mostRequests > 0 else { return .distantFuture }
    return times[times.count - rules.mostRequests].addingTimeInterval(Double(rules.per))
  }
}
