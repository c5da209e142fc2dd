import Foundation

/// Where a reply is on its way out.
package enum OutboxState: String, Sendable, Codable, CaseIterable {
  /// Written down, not handed over yet.
  case queued
  /// Being handed over right now, or the program died while it was.
  case sending
  case sent
  /// The carrier refused it for good.
  case failed
  /// It may or may not have gone out: a person has to say.
  case uncertain
  case cancelled
}

/// A reply as a carrier takes it.
package struct OutgoingMail: Sendable, Equatable, Codable {
  /// With its angle brackets; the same at every attempt, so that a copy that comes back is known.
  package var messageID: String
  package var fromName: String
  package var from: String
  package var to: String
  package var subject: String
  package var inReplyTo: String?
  package var references: [String]
  package var text: String
  package var date: Date

  package init(
    messageID: String, fromName: String, from: String, to: String, subject: String, inReplyTo: String?,
    references: [String], text: String, date: Date
  ) {
    self.messageID = messageID
    self.fromName = fromName
    self.from = from
    self.to = to
    self.subject = subject
    self.inReplyTo = inReplyTo
    self.references = references
    self.text = text
    self.date = date
  }
}

/// A reply in the outbox.
package struct OutboxItem: Sendable, Equatable {
  package var id: Int64
  package var caseID: Int64
  package var accountID: Int64
  package var createdAt: Date
  /// Until then it can be taken back.
  package var releaseAt: Date
  package var state: OutboxState
  package var carrier: String
  package var mail: OutgoingMail
  package var attempts: Int
  package var error: String?

  package init(
    id: Int64, caseID: Int64, accountID: Int64, createdAt: Date, releaseAt: Date, state: OutboxState, carrier: String,
    mail: OutgoingMail, attempts: Int, error: String?
  ) {
    self.id = id
    self.caseID = caseID
    self.accountID = accountID
    self.createdAt = createdAt
    self.releaseAt = releaseAt
    self.state = state
    self.carrier = carrier
    self.mail = mail
    self.attempts = attempts
    self.error = error
  }
}
