import Foundation
import GRDB
import ServiceDesk

/// Who does something, when, and in what words: the entry in the log.
package struct Command: Sendable, Equatable {
  package var at: Date
  package var agent: String
  /// As it was typed.
  package var words: String

  package init(at: Date, agent: String, words: String) {
    self.at = at
    self.agent = agent
    self.words = words
  }
}

extension Desk {
  /// Applies a decision with its log entry, all or nothing, and gives the touched cases as they stand after it.
  @discardableResult
  package func apply(_ decision: Decision, as command: Command) throws -> [Case] {
    guard !decision.acts.isEmpty else { return [] }
    return try write { db in
      let number = try log(command, db)
      for entry in decision.acts { try record(entry.act, on: entry.caseID, command: command, number: number, db) }
      var touched: Set<Int64> = []
      for entry in decision.acts {
        touched.insert(entry.caseID)
        if case .merge(let target) = entry.act { touched.insert(target) }
      }
      var projection = Projection(self, db)
      try projection.refresh(touched)
      return try touched.sorted().compactMap { try standing($0, at: command.at, db) }
    }
  }

  func log(_ command: Command, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO commands (at, agent, words) VALUES (?, ?, ?)",
      arguments: [command.at.seconds, command.agent, command.words])
    return db.lastInsertedRowID
  }

  func record(_ act: Act, on caseID: Int64, command: Command, number: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO events (command_id, case_id, at, agent, act, newest_message)
        VALUES (?, ?, ?, ?, ?, (SELECT max(id) FROM messages))
        """,
      arguments: [number, caseID, command.at.seconds, command.agent, Self.json(act)])
  }

  /// Takes back this agent's last command: its acts then count at no instant. Gives its words and the cases after it.
  package func undo(agent: String, at now: Date) throws -> (words: String, cases: [Case]) {
    try write { db in
      let last = try Row.fetchOne(
        db, sql: "SELECT id, words FROM commands WHERE agent = ? AND undone = 0 ORDER BY id DESC LIMIT 1",
        arguments: [agent])
      guard let last else { throw DeskFault.nothingToUndo }
      let number: Int64 = last[0]
      let words: String = last[1]
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, case_id FROM events WHERE command_id = ? AND undone = 0", arguments: [number])
      for row in rows {
        let caseID: Int64 = row[1]
        let later = try Bool.fetchOne(
          db, sql: "SELECT 1 FROM events WHERE case_id = ? AND command_id > ? AND undone = 0 LIMIT 1",
          arguments: [caseID, number])
        if later != nil { throw DeskFault.laterAct(command: words, caseID: caseID) }
      }
      try takeBackReplies(of: number, db)
      try db.execute(sql: "UPDATE commands SET undone = 1 WHERE id = ?", arguments: [number])
      try db.execute(sql: "UPDATE standings SET undone = 1 WHERE command_id = ?", arguments: [number])
      try db.execute(sql: "UPDATE plan_versions SET undone = 1 WHERE command_id = ?", arguments: [number])
      try db.execute(sql: "UPDATE review_marks SET undone = 1 WHERE command_id = ?", arguments: [number])
      var touched = try touchedCases(rows, db)
      try db.execute(sql: "UPDATE events SET undone = 1 WHERE command_id = ?", arguments: [number])
      touched.formUnion(rows.map { $0[1] as Int64 })
      try endFollowUps(without: touched, at: now, db)
      var projection = Projection(self, db)
      try projection.refresh(touched)
      return (words, try touched.sorted().compactMap { try standing($0, at: now, db) })
    }
  }

  /// A request for feedback whose draft is taken back is no longer to be made; its order may be asked about again.
  private func endFollowUps(without cases: Set<Int64>, at now: Date, _ db: Database) throws {
    for id in cases {
      try db.execute(
        sql: """
          UPDATE matters SET ended_at = ?1 WHERE case_id = ?2 AND key GLOB 'follow-up *'
            AND NOT EXISTS (SELECT 1 FROM events WHERE case_id = ?2 AND undone = 0)
          """, arguments: [now.seconds - 1, id])
    }
  }

  /// The conversations before the acts are taken back: a merge is forgotten by undoing it.
  private func touchedCases(_ rows: [Row], _ db: Database) throws -> Set<Int64> {
    try Set(rows.flatMap { try Conversations.cases(with: $0[1], db) })
  }

  /// A reply that is still held back goes nowhere; one that was handed over can't be taken back.
  private func takeBackReplies(of command: Int64, _ db: Database) throws {
    let replies = try Row.fetchAll(
      db, sql: "SELECT id, state, message_id, case_id FROM outbox WHERE command_id = ?", arguments: [command])
    for reply in replies {
      guard reply[1] == OutboxState.queued.rawValue else { throw DeskFault.handedOver(caseID: reply[3]) }
      try db.execute(sql: "UPDATE outbox SET state = 'cancelled' WHERE id = ?", arguments: [reply[0] as Int64])
      try db.execute(sql: "UPDATE messages SET is_void = 1 WHERE id = ?", arguments: [reply[2] as Int64])
    }
  }

  /// A case as it stands at `now`: its row where nothing is recorded after `now`, else out of its facts.
  func standing(_ id: Int64, at now: Date, _ db: Database) throws -> Case? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(CaseRow.columns) FROM cases WHERE id = ?"), arguments: [id])
    guard let row else { return nil }
    var subject = CaseRow.read(row)
    guard subject.settledAt <= now else { return try Conversations.replay(id, at: now, db) }
    if subject.state == .snoozed, let wakes = subject.wakesAt, wakes <= now {
      subject.state = .open
      subject.wakesAt = nil
    }
    return subject
  }
}
