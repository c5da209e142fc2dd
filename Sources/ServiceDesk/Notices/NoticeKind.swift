/// What an agent may be told of while working, each kind by itself.
package enum NoticeKind: String, CaseIterable, Sendable, Codable {
  /// A buyer has written.
  case message
  /// Feedback, a claim, a violation or another case that is no conversation has come.
  case arrival = "case"
  /// A deadline is near.
  case due
  /// A deadline has passed unanswered.
  case breach
  /// A figure has crossed its target, either way.
  case target
  /// A reply was not taken.
  case failed
  /// Somebody else has the case in focus open, or has answered it.
  case colleague
}
