import Foundation

/// When unanswered messages push a response rate below its target, if nobody answers anything from now on.
package enum RateCrossing {
  package struct Crossing: Sendable, Equatable {
    /// The deadline that is missed.
    package var at: Date
    package var caseID: Int64

    package init(at: Date, caseID: Int64) {
      self.at = at
      self.caseID = caseID
    }
  }

  /// The first deadline whose passing leaves the rate short of `target`; nil where none does, or where it is short
  /// already.
  ///
  /// - Parameters:
  ///   - running: the timers that still run, by deadline.
  ///   - leaving: how the counts of the window shrink until a given instant, as its early edge moves on: what started
  ///     in the window as of now and lies before the window as of then.
  package static func first(
    from rate: ResponseRate, target: Target, running: [ContactFact], leaving: (Date) throws -> ResponseRate
  ) rethrows -> Crossing? {
    guard rate.meets(target) ?? true else { return nil }
    var missed = 0
    for contact in running {
      missed += 1
      let gone = try leaving(contact.dueAt)
      var then = rate
      then.onTime -= gone.onTime
      then.late -= gone.late
      then.unanswered += missed - gone.unanswered
      if then.meets(target) == false { return Crossing(at: contact.dueAt, caseID: contact.caseID) }
    }
    return nil
  }
}
