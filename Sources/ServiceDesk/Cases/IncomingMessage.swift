import Foundation

/// A message as intake hands it to the store.
package struct IncomingMessage: Sendable, Equatable {
  /// What finds the conversation that a message belongs to; tried in this order.
  package struct ThreadKeys: Sendable, Equatable {
    /// The ids of messages that it answers, newest first.
    package var references: [String] = []
    /// Names of the conversation, the most telling first: a thread's own name, relay address with order, order.
    package var names: [String] = []

    package init(references: [String] = [], names: [String]) {
      self.references = references
      self.names = names
    }
  }

  package var accountID: Int64
  /// Unique within the account.
  package var id: String
  package var threads: ThreadKeys
  package var kind: CaseKind = .message
  package var direction: Direction
  package var at: Date
  package var from: String
  package var subject: String
  /// The words of whoever wrote it.
  package var text: String
  /// Quoted history and footers, kept apart.
  package var quoted: String = ""
  package var isAutomatic = false
  package var channel: Channel = .message
  package var buyer: String?
  package var order: String?
  package var language: String?
  /// Where an answer goes to.
  package var replyTo: String?
  /// The marketplace's link for "no reply needed".
  package var noReplyLink: String?
  package var attachments: [Attachment] = []
  package var flaws: [String] = []
  /// Whether the same id may come again with other values: a table's row may, a mail may not.
  package var canChange = false
  /// What the row leaves open and so keeps as it is known; a new message takes the value given here all the same.
  package var leavesOpen: Set<Open> = []
  /// Of a case that is no conversation: what it is about.
  package var matter: Matter?

  package enum Open: Sendable { case direction, channel, automatic }

  package struct Attachment: Sendable, Equatable, Codable {
    package var name: String
    package var type: String
    /// In bytes.
    package var size: Int

    package init(name: String, type: String, size: Int) {
      self.name = name
      self.type = type
      self.size = size
    }
  }

  package init(
    accountID: Int64, id: String, threads: ThreadKeys, direction: Direction, at: Date, from: String, subject: String,
    text: String
  ) {
    self.accountID = accountID
    self.id = id
    self.threads = threads
    self.direction = direction
    self.at = at
    self.from = from
    self.subject = subject
    self.text = text
  }
}

/// What became of a row or a mail that was imported.
package enum ImportOutcome: Sendable, Equatable { case added, updated, unchanged }
