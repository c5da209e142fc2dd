import Foundation
import GRDB
import ServiceDesk

/// What the live prompt asks about once a second: all of it probes of indexes, whatever the desk holds.
extension Desk {
  /// A number that changes when another process has written; what this one writes leaves it alone.
  package func dataVersion() throws -> Int {
    try read { try Int.fetchOne($0.cachedStatement(sql: "PRAGMA data_version")) ?? 0 }
  }

  /// A place in the log, by which a desk is known again.
  package struct LogMark: Sendable, Equatable {
    var entry: Int64
    var digest: Data
  }

  /// The end of the log; nil before its first entry.
  package func logMark() throws -> LogMark? {
    try read { db in
      try Row.fetchOne(db.cachedStatement(sql: "SELECT id, digest FROM log ORDER BY id DESC LIMIT 1"))
        .map { LogMark(entry: $0[0], digest: $0[1]) }
    }
  }

  /// Whether the log still holds a place: not where a backup was restored over the desk that is older or another's.
  package func holds(_ mark: LogMark) throws -> Bool {
    try read { db in
      try Data.fetchOne(db.cachedStatement(sql: "SELECT digest FROM log WHERE id = ?"), arguments: [mark.entry])
        == mark.digest
    }
  }

  /// What came to the desk after a message.
  package struct Arrivals: Sendable, Equatable {
    /// By the kind of their case, each case once; only cases that are open.
    package var cases: [CaseKind: [Int64]] = [:]
    /// The last message that was looked at.
    package var newest: Int64
    /// Whether there were more than are looked at in one go.
    package var isMore = false
  }

  /// The number of the last message filed.
  package func newestMessage() throws -> Int64 {
    try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM messages") ?? 0 }
  }

  /// The open cases to which something has come after message `id`; at most the newest 5,000 messages are looked at.
  package func arrivals(after id: Int64, at now: Date) throws -> Arrivals {
    try read { db in
      var newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM messages")) ?? 0
      guard newest > id else { return Arrivals(newest: id) }
      let first = max(id, newest - 5000)
      // What is of this very second is known from the next one on: it is looked at then.
      let early = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT min(id) FROM messages WHERE id > ? AND id <= ? AND at >= ? AND at < ?"),
        arguments: [first, newest, now.seconds, now.seconds + 5])
      if let early { newest = early - 1 }
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT c.id, c.kind FROM messages m JOIN cases c ON c.id = m.case_id
            WHERE m.id > ? AND m.id <= ? AND m.direction = 0 AND m.is_void = 0 AND m.at < ?
              AND (m.is_automatic = 0 OR c.kind <> 'message')
              AND c.state = 'open' AND c.merged_into IS NULL
            """), arguments: [first, newest, now.seconds])
      var found = Arrivals(newest: newest, isMore: first > id)
      while let row = try rows.next() {
        guard let kind = CaseKind(rawValue: row[1]) else { continue }
        found.cases[kind, default: []].append(row[0])
      }
      return found
    }
  }

  /// The deadlines in a stretch of time, of conversations that wait for an answer and of what is no conversation.
  package func deadlines(from: Date, until: Date, at now: Date, limit: Int = 200) throws -> [Deadline] {
    try read { db in
      let timers = try openTimers(
        account: nil, from: from, until: until, unresolved: true, at: now, limit: limit, db
      ).map { Deadline(caseID: $0.caseID, accountID: $0.accountID, dueAt: $0.timer.dueAt, kind: .message) }
      let matters = try dueMatters(account: nil, from: from, until: until, at: now, limit: limit).map { matter in
        Deadline(
          caseID: matter.caseID, accountID: try standing(matter.caseID, at: now, db)?.accountID ?? 0,
          dueAt: matter.dueAt, kind: matter.kind)
      }
      return (timers + matters).sorted { ($0.dueAt, $0.caseID) < ($1.dueAt, $1.caseID) }
    }
  }

  /// The first deadline at or after an instant.
  package func nextDeadline(from: Date, at now: Date) throws -> Deadline? {
    try deadlines(from: from, until: .distantFuture.clamped, at: now, limit: 1).first
  }

  /// Replies that were not taken, or may not have been.
  package func unsentReplies() throws -> [(item: Int64, caseID: Int64, error: String?)] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, case_id, error FROM outbox WHERE state <> 'sent' AND state <> 'cancelled'
              AND state IN ('failed', 'uncertain') AND carrier <> 'clipboard' ORDER BY id
            """)
      ).map { ($0[0], $0[1], $0[2]) }
    }
  }

  /// When the next reply leaves that is held back for a while; nil where none is.
  package func nextRelease() throws -> Date? {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT min(release_at) FROM outbox WHERE state <> 'sent' AND state <> 'cancelled' AND state = 'queued'
            """)
      ).map { Date(seconds: $0) }
    }
  }

  /// Does something that needs the desk for itself only if nobody else has it just now; nil otherwise.
  package func ifFree<T>(_ work: () throws -> T) throws -> T? {
    try wait(milliseconds: 0)
    defer { try? wait(milliseconds: 15_000) }
    do { return try work() } catch DeskFault.busy { return nil }
  }

  private func wait(milliseconds: Int) throws {
    try read { try $0.execute(sql: "PRAGMA busy_timeout = \(milliseconds)") }
  }
}

extension Date {
  /// The same within what the desk can hold.
  fileprivate var clamped: Date { Date(seconds: clampedSeconds) }
}
