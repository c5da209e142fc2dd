import Foundation
import GRDB
import ServiceDesk

/// A reply that a command has decided to send.
package struct NewReply: Sendable, Equatable {
  package var caseID: Int64
  package var accountID: Int64
  package var mail: OutgoingMail
  package var carrier: String
  package var response: String?
  package var releaseAt: Date
  /// The newest buyer message that the writer had seen.
  package var seen: Int64?
  /// The newest reply to the case that the writer knows of.
  package var seenReply: Int64 = 0
  package var isEdited = false
  /// Why it goes out although the policy check found something that blocks; nil where nothing blocks.
  package var override: String?

  package init(
    caseID: Int64, accountID: Int64, mail: OutgoingMail, carrier: String, response: String?, releaseAt: Date,
    seen: Int64?
  ) {
    self.caseID = caseID
    self.accountID = accountID
    self.mail = mail
    self.carrier = carrier
    self.response = response
    self.releaseAt = releaseAt
    self.seen = seen
  }
}

/// The buyer wrote while the reply was being written.
package struct NewerMessage: Error, Sendable, Equatable {
  package var caseID: Int64
}

extension Desk {
  /// Puts a reply into the outbox together with what happens to its case after it, in one command: from this instant
  /// on the buyer counts as answered. Throws `NewerMessage` if the buyer has written since `seen`, and
  /// `AnsweredMeanwhile` if somebody else has answered since `seenReply`.
  package func post(_ reply: NewReply, then after: [Act], as command: Command) throws -> (item: Int64, subject: Case) {
    try write { db in
      let before = try standing(reply.caseID, at: command.at, db)
      if let newest = before?.newestInbound, newest != reply.seen { throw NewerMessage(caseID: reply.caseID) }
      if let newest = try newestReply(to: reply.caseID), newest.row > reply.seenReply {
        throw AnsweredMeanwhile(caseID: reply.caseID, reply: newest)
      }
      let number = try log(command, db)
      let message = try insertSent(reply, command: command, db)
      try db.execute(
        sql: """
          INSERT INTO outbox (account_id, case_id, command_id, message_id, created_at, release_at, state, carrier, mail)
          VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)
          """,
        arguments: [
          reply.accountID, reply.caseID, number, message, command.at.seconds, reply.releaseAt.seconds, reply.carrier,
          Self.json(reply.mail),
        ])
      let item = db.lastInsertedRowID
      let act = Act.reply(
        outbox: item, response: reply.response, edited: reply.isEdited ? true : nil, override: reply.override)
      try record(act, on: reply.caseID, command: command, number: number, db)
      for act in after { try record(act, on: reply.caseID, command: command, number: number, db) }
      var projection = Projection(self, db)
      try projection.refresh([reply.caseID])
      guard let subject = try standing(reply.caseID, at: command.at, db) else { throw DeskFault.nothingToUndo }
      return (item, subject)
    }
  }

  private func insertSent(_ reply: NewReply, command: Command, _ db: Database) throws -> Int64 {
    let subject = reply.mail.subject
    try db.execute(
      sql: """
        INSERT INTO messages (account_id, case_id, external_id, direction, at, sender, subject, text, quoted,
          is_automatic, channel, sent_here, response, agent)
        VALUES (?, ?, ?, 1, ?, ?, ?, ?, '', 0, 'message', 1, ?, ?)
        """,
      arguments: [
        reply.accountID, reply.caseID, reply.mail.messageID, command.at.seconds,
        reply.mail.fromName.isEmpty ? command.agent : reply.mail.fromName, subject, reply.mail.text, reply.response,
        command.agent,
      ])
    let row = db.lastInsertedRowID
    try db.execute(
      sql: "INSERT INTO search (rowid, words) VALUES (?, ?)",
      arguments: [row, SearchWords.of(subject: subject, text: reply.mail.text, buyer: nil, order: nil)])
    return row
  }

  /// What is in the outbox, oldest first; without the sent and cancelled ones unless asked for.
  package func outbox(includingDone: Bool = false) throws -> [OutboxItem] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM outbox" + (includingDone ? "" : " WHERE state <> 'sent' AND state <> 'cancelled'")
          + " ORDER BY id"
      ).compactMap(Self.item)
    }
  }

  package func outboxItem(_ id: Int64) throws -> OutboxItem? {
    try read { try Row.fetchOne($0, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [id]).flatMap(Self.item) }
  }

  /// Takes one queued reply whose time has come, so that no other process hands it over too. To be committed before
  /// the carrier is called: if the program dies in between, the reply is known to be uncertain.
  package func claim(_ id: Int64? = nil, releasedBy now: Date, owner: String) throws -> OutboxItem? {
    try write { db in
      let row = try Row.fetchOne(
        db,
        sql:
          "SELECT * FROM outbox WHERE state = 'queued' AND release_at <= ? AND (?2 IS NULL OR id = ?2) ORDER BY id LIMIT 1",
        arguments: [now.seconds, id])
      guard let row, var item = Self.item(row) else { return nil }
      try db.execute(
        sql:
          "UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_by = ?, claimed_at = ? WHERE id = ?",
        arguments: [owner, now.seconds, item.id])
      item.state = .sending
      item.attempts += 1
      return item
    }
  }

  /// Records how a hand-over ended. A reply that failed for good was never sent: its message stops no timer.
  package func settle(_ id: Int64, as state: OutboxState, error: String? = nil) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE outbox SET state = ?, error = ?, claimed_by = NULL WHERE id = ?",
        arguments: [state.rawValue, error, id])
      guard let row = try Row.fetchOne(db, sql: "SELECT message_id, case_id FROM outbox WHERE id = ?", arguments: [id])
      else { return }
      let isVoid = state == .failed || state == .cancelled
      try db.execute(
        sql: "UPDATE messages SET is_void = ? WHERE id = ?", arguments: [isVoid, row[0] as Int64])
      var projection = Projection(self, db)
      try projection.refresh([row[1]])
    }
  }

  /// Replies that a process was handing over when it died: whether they went out is not known.
  package func findInterrupted(isAlive: (String) -> Bool) throws -> Int {
    let claimed = try read { db in
      try Row.fetchAll(db, sql: "SELECT id, claimed_by FROM outbox WHERE state = 'sending'")
        .map { ($0[0] as Int64, $0[1] as String? ?? "") }
    }
    let lost = claimed.filter { !isAlive($0.1) }
    for (id, _) in lost { try settle(id, as: .uncertain, error: "the program ended while it was being handed over") }
    return lost.count
  }

  private static func item(_ row: Row) -> OutboxItem? {
    guard let mail = decode(OutgoingMail.self, row["mail"]) else { return nil }
    return OutboxItem(
      id: row["id"], caseID: row["case_id"], accountID: row["account_id"], createdAt: Date(seconds: row["created_at"]),
      releaseAt: Date(seconds: row["release_at"]), state: OutboxState(rawValue: row["state"]) ?? .uncertain,
      carrier: row["carrier"], mail: mail, attempts: row["attempts"], error: row["error"])
  }
}
