/// What the right edge of the prompt may show.
package enum PromptPart: String, CaseIterable, Sendable {
  /// The next deadline, counting down.
  case deadline
  /// The response rate of its account over 30 days.
  case rate
  /// The order defect rate of its account.
  case defects
  case open, overdue, account, clock
}
