import Foundation

/// A buyer message that asked for an answer, as far as account health is concerned.
package struct ContactFact: Sendable, Equatable {
  package var caseID: Int64
  package var startedAt: Date
  package var dueAt: Date

  package init(caseID: Int64, startedAt: Date, dueAt: Date) {
    self.caseID = caseID
    self.startedAt = startedAt
    self.dueAt = dueAt
  }
}
