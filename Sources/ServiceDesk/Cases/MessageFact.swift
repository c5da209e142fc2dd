import Foundation

package enum Direction: String, Codable, Sendable { case `in`, out }

package enum Channel: String, Codable, Sendable, CaseIterable { case message, chat }

/// A message without its text: what state and timers are derived from.
package struct MessageFact: Sendable, Equatable {
  package var id: Int64
  /// The case under which it was filed; a merge leaves it there.
  package var caseID: Int64
  package var direction: Direction
  package var at: Date
  /// Written by a machine: an automatic reply, a bounce, a marketplace's notice.
  package var isAutomatic: Bool
  package var channel: Channel
  package var buyer: String?
  package var order: String?
  package var subject: String?
  package var language: String?
  /// Sent from this desk, and so an act of the desk; everything else was imported.
  package var sentHere: Bool

  package init(
    id: Int64, caseID: Int64, direction: Direction, at: Date, isAutomatic: Bool = false, channel: Channel = .message,
    buyer: String? = nil, order: String? = nil, subject: String? = nil, language: String? = nil, sentHere: Bool = false
  ) {
    self.id = id
    self.caseID = caseID
    self.direction = direction
    self.at = at
    self.isAutomatic = isAutomatic
    self.channel = channel
    self.buyer = buyer
    self.order = order
    self.subject = subject
    self.language = language
    self.sentHere = sentHere
  }

  /// The first second at which a question takes it into account: what was imported is known after its instant,
  /// what was done at the desk from its instant on, so that a script sees what it has just done.
  package var knownFrom: Date { sentHere ? at : at.addingTimeInterval(1) }
}
