import Foundation

/// What an agent did to a case.
package enum Act: Sendable, Equatable, Codable {
  case note(text: String)
  case tag(add: [String], remove: [String])
  /// Nil takes the assignment back.
  case assign(agent: String?)
  /// Nil wakes the case.
  case snooze(until: Date?)
  case priority(Priority)
  case merge(into: Int64)
  case link(order: String)
  case resolve(Resolution)
  case reopen
  case noReply(reason: String)
  case draft(Draft)
  case discardDraft
  /// The marketplace was asked to take feedback away. Without a ground it says why that was asked all the same.
  case askRemoval(ground: RemovalGround?, reason: String? = nil)
  /// A reply was handed to the outbox under this number. `edited`: the agent changed what the canned reply gave;
  /// `override`: why it was sent although the policy check found something that blocks.
  case reply(outbox: Int64, response: String?, edited: Bool? = nil, override: String? = nil)

  package var name: String {
    switch self {
    case .note: "note"
    case .tag: "tag"
    case .assign: "assign"
    case .snooze: "snooze"
    case .priority: "priority"
    case .merge: "merge"
    case .link: "link"
    case .resolve: "resolve"
    case .reopen: "reopen"
    case .noReply: "no-reply"
    case .draft: "draft"
    case .discardDraft: "discard-draft"
    case .reply: "reply"
    case .askRemoval: "ask-removal"
    }
  }
}

/// An act with its place in the log.
package struct CaseEvent: Sendable, Equatable {
  package var id: Int64
  package var command: Int64
  package var caseID: Int64
  package var at: Date
  package var agent: String
  package var act: Act
  /// The last message that the desk had when it was done: what came later nobody had read, whatever its date. Nil for
  /// acts of desks that did not keep it.
  package var newestMessage: Int64?

  package init(
    id: Int64, command: Int64, caseID: Int64, at: Date, agent: String, act: Act, newestMessage: Int64? = nil
  ) {
    self.id = id
    self.command = command
    self.caseID = caseID
    self.at = at
    self.agent = agent
    self.act = act
    self.newestMessage = newestMessage
  }

  /// Whether a message had come when it was done.
  package func knew(_ message: Int64) -> Bool { newestMessage.map { message <= $0 } ?? true }
}

/// A reply that has been written and not yet sent.
package struct Draft: Sendable, Equatable, Codable {
  package var text: String
  package var response: String?
  /// The newest buyer message that the writer had seen.
  package var seen: Int64?
  /// The text as the canned reply gave it; nil for one's own words.
  package var filled: String?
  /// What happens to the case once it is sent; nil: nothing.
  package var afterwards: CannedReply.Afterwards?
  /// Of a canned reply for messages that nobody asked for.
  package var isProactive: Bool?

  /// The agent changed what the canned reply gave.
  package var isEdited: Bool { filled.map { $0 != text } ?? false }

  package init(text: String, response: String?, seen: Int64?) {
    self.text = text
    self.response = response
    self.seen = seen
  }
}

/// What stands where words were taken away by a purge.
package enum PurgedWords { package static let mark = "[purged]" }

extension Act {
  /// The act without a word that somebody wrote: what it did to the case is still there.
  package func withoutWords(_ instead: String) -> Act {
    switch self {
    case .note: .note(text: instead)
    case .noReply: .noReply(reason: instead)
    case .resolve(var resolution):
      {
        resolution.note = resolution.note.map { _ in instead }
        return .resolve(resolution)
      }()
    case .draft(var draft):
      {
        draft.text = instead
        draft.filled = nil
        return .draft(draft)
      }()
    case .askRemoval(let ground, let reason): .askRemoval(ground: ground, reason: reason.map { _ in instead })
    case .reply(let outbox, let response, let edited, let override):
      .reply(outbox: outbox, response: response, edited: edited, override: override.map { _ in instead })
    case .tag, .assign, .snooze, .priority, .merge, .link, .reopen, .discardDraft: self
    }
  }
}
