import Foundation

/// What came to the desk. Each kind of thing a seller must deal with is one.
package enum CaseKind: String, Codable, Sendable, CaseIterable {
  case message, feedback, claim, violation, shipment, notification
}

package enum CaseState: String, Codable, Sendable, CaseIterable {
  /// Somebody at the desk has to act.
  case open
  /// The buyer has been answered.
  case waiting
  /// Put aside until a time.
  case snoozed
  /// Dealt with.
  case resolved
}

package enum Priority: Int, Codable, Sendable, CaseIterable {
  case low = -1
  case normal = 0
  case high = 1
  case urgent = 2

  package var name: String {
    switch self {
    case .low: "low"
    case .normal: "normal"
    case .high: "high"
    case .urgent: "urgent"
    }
  }

  package init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = match
  }
}

/// A case as it stands at one instant: what the queue lists. Derived, never itself a fact.
package struct Case: Sendable, Equatable {
  package var id: Int64
  package var accountID: Int64
  package var kind: CaseKind
  package var state: CaseState = .open
  package var buyer: String?
  package var order: String?
  package var subject: String?
  package var language: String?
  /// When the oldest unanswered buyer message came; the newest one where all are answered.
  package var receivedAt: Date?
  /// The earliest deadline of a timer that nothing has stopped.
  package var dueAt: Date?
  /// When a snoozed case comes back: at the time asked for, or before its deadline if that is sooner.
  package var wakesAt: Date?
  package var rating: Int?
  package var priority: Priority = .normal
  /// Buyer messages that no answer has followed.
  package var unanswered = 0
  package var tags: [String] = []
  package var assignee: String?
  package var mergedInto: Int64?
  /// The newest buyer message, by its row: what a reply must have taken into account.
  package var newestInbound: Int64?
  /// From this instant on nothing recorded so far changes the case any more.
  package var settledAt: Date

  package init(id: Int64, accountID: Int64, kind: CaseKind, settledAt: Date) {
    self.id = id
    self.accountID = accountID
    self.kind = kind
    self.settledAt = settledAt
  }

  package func isOverdue(at now: Date) -> Bool { dueAt.map { $0 < now } ?? false }
}
