import Foundation
import GRDB
import ServiceDesk

/// Somebody who has a case open in a shell.
package struct Presence: Sendable, Equatable {
  /// Which shell it is: one for each running program.
  package var shell: String
  package var agent: String
  package var since: Date
}

/// A reply that was sent from this desk.
package struct GivenReply: Sendable, Equatable {
  /// Its message's row: a later reply has a larger one.
  package var row: Int64
  package var agent: String
  package var at: Date
  /// Whether the buyer has written nothing since.
  package var isLast: Bool
}

/// Somebody else has answered while the reply was being written.
package struct AnsweredMeanwhile: Error, Sendable, Equatable {
  package var caseID: Int64
  package var reply: GivenReply
}

extension Desk {
  /// Says that a shell has a case open; nil: none any more. No fact: nothing is logged.
  package func enter(_ caseID: Int64?, shell: String, agent: String, at now: Date) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM presence WHERE shell = ?", arguments: [shell])
      guard let caseID else { return }
      try db.execute(
        sql: "INSERT INTO presence (shell, agent, case_id, since) VALUES (?, ?, ?, ?)",
        arguments: [shell, agent, caseID, now.seconds])
    }
  }

  /// The other shells that have a case open, whoever has been there longest first. One that died is still among them.
  package func others(at caseID: Int64, than shell: String) throws -> [Presence] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT shell, agent, since FROM presence WHERE case_id = ? AND shell <> ? ORDER BY since, shell",
        arguments: [caseID, shell]
      ).map { Presence(shell: $0[0], agent: $0[1], since: Date(seconds: $0[2])) }
    }
  }

  /// What was done with a case last, and not undone since; one reads no more of its history.
  package func newestAct(on caseID: Int64) throws -> CaseEvent? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(FactRows.eventColumns) FROM events WHERE case_id = ? AND undone = 0
            ORDER BY id DESC LIMIT 1
            """), arguments: [caseID]
      ).flatMap { FactRows.event($0) }
    }
  }

  /// The newest reply to a case that was sent from this desk and not taken back.
  package func newestReply(to caseID: Int64) throws -> GivenReply? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id, ifnull(agent, ''), at, NOT EXISTS (
              SELECT 1 FROM messages i WHERE i.case_id = m.case_id AND i.direction = 0 AND i.is_automatic = 0
                AND i.at > m.at)
            FROM messages m WHERE case_id = ? AND direction = 1 AND sent_here = 1 AND is_void = 0
            ORDER BY id DESC LIMIT 1
            """), arguments: [caseID]
      ).map { GivenReply(row: $0[0], agent: $0[1], at: Date(seconds: $0[2]), isLast: $0[3]) }
    }
  }
}
