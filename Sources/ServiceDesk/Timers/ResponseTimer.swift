import Foundation

/// What became of a buyer message that asks for an answer.
package enum TimerStatus: String, Sendable, Codable, CaseIterable {
  case running
  case onTime = "on-time"
  case late
  /// Its deadline has passed without an answer.
  case unanswered
  /// Taken out of the calculation: no reply needed.
  case exempt
}

/// One response timer: started by a buyer message, stopped by an answer.
package struct ResponseTimer: Sendable, Equatable {
  /// The message that started it.
  package var message: Int64
  package var caseID: Int64
  package var startedAt: Date
  package var dueAt: Date
  /// The shop's own deadline, where the account has a shop clock.
  package var shopDueAt: Date?
  package var stoppedAt: Date?
  /// The message that stopped it; nil where an act did.
  package var stopper: Int64?
  /// When a question first takes the stop into account.
  package var stopKnownFrom: Date?
  package var exemptFrom: Date?
  package var exemptUntil: Date?
  package var channel: Channel

  package init(message: Int64, caseID: Int64, startedAt: Date, dueAt: Date, channel: Channel = .message) {
    self.message = message
    self.caseID = caseID
    self.startedAt = startedAt
    self.dueAt = dueAt
    self.channel = channel
  }

  /// Seconds from start to answer; nil while there is none.
  package var answerSeconds: Int? { stoppedAt.map { $0.seconds - startedAt.seconds } }

  /// Nil while the message that starts it is not known yet.
  package func status(at now: Date) -> TimerStatus? {
    guard startedAt < now else { return nil }
    if let exemptFrom, exemptFrom <= now, exemptUntil.map({ $0 > now }) ?? true { return .exempt }
    if let stoppedAt, let stopKnownFrom, stopKnownFrom <= now { return stoppedAt <= dueAt ? .onTime : .late }
    return dueAt < now ? .unanswered : .running
  }

  /// Neither answered nor exempt: its deadline still asks for something.
  package func isOpen(at now: Date) -> Bool {
    let status = status(at: now)
    return status == .running || status == .unanswered
  }

  /// Each instant at which its status becomes another one, in order: what day totals are made of.
  package var transitions: [(at: Date, status: TimerStatus)] {
    let instants = [
      startedAt.addingTimeInterval(1), dueAt.addingTimeInterval(1), stopKnownFrom, exemptFrom, exemptUntil,
    ]
    var found: [(at: Date, status: TimerStatus)] = []
    for instant in Set(instants.compactMap { $0 }).sorted() {
      if let status = status(at: instant), status != found.last?.status { found.append((instant, status)) }
    }
    return found
  }
}
