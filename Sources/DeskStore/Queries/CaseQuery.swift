import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// A message with its text, as `show` prints it.
package struct Message: Sendable, Equatable {
  package var row: Int64
  package var caseID: Int64
  package var id: String
  package var direction: Direction
  package var at: Date
  package var from: String
  package var subject: String
  package var text: String
  package var quoted: String
  package var isAutomatic: Bool
  package var channel: Channel
  package var language: String?
  package var replyTo: String?
  package var noReplyLink: String?
  package var attachments: [IncomingMessage.Attachment]
  package var flaws: String?
  package var response: String?
  package var agent: String?
  package var sentHere: Bool
}

/// Everything about one case.
package struct CaseFile: Sendable {
  package var subject: Case
  package var messages: [Message]
  package var timers: [ResponseTimer]
  package var events: [CaseEvent]
  /// What it is about where it is no conversation.
  package var matter: Matter?
  /// Under which of its marketplace's deadlines that falls: `a-to-z`, `feedback`.
  package var matterTopic = ""
  /// The order that it is about, if that is known.
  package var order: OrderRecord?
}

extension Desk {
  /// The case as it stands at `now`; nil where there is none of that number, or none yet.
  package func standing(_ id: Int64, at now: Date) throws -> Case? {
    try read { try standing(id, at: now, $0) }
  }

  /// The cases about an order, newest first.
  package func cases(order: String, at now: Date) throws -> [Case] {
    try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM cases WHERE order_number = ? AND merged_into IS NULL ORDER BY id DESC",
        arguments: [order]
      ).compactMap { try standing($0, at: now, db) }
    }
  }

  /// Open cases whose numbers begin with some digits, the shortest first: for completion.
  package func openCases(beginningWith digits: String, at now: Date, limit: Int) throws -> [Case] {
    guard var first = Int64(digits), first > 0 else { return [] }
    var last = first
    var found: [Case] = []
    try read { db in
      let highest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM cases") ?? 0
      while first <= highest, found.count < limit {
        let rows = try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT \(CaseRow.columns) FROM cases
              WHERE id BETWEEN ? AND ? AND state = 'open' AND merged_into IS NULL AND settled_at <= ? ORDER BY id LIMIT ?
              """), arguments: [first, last, now.seconds, limit - found.count])
        found += rows.map(CaseRow.read)
        (first, last) = (first * 10, last * 10 + 9)
      }
    }
    return found
  }

  /// The most urgent cases: for completion.
  package func openCases(at now: Date, limit: Int) throws -> [Case] {
    try queue(CaseFilter(), at: now, limit: limit).cases
  }

  package func file(_ id: Int64, at now: Date) throws -> CaseFile? {
    try read { db in
      guard let subject = try standing(id, at: now, db) else { return nil }
      let all = try Conversations.cases(with: id, db)
      let events = try FactRows.events(of: all, db).filter { $0.at <= now }
      let facts = Conversations.facts(
        of: id, account: subject.accountID, kind: subject.kind, messages: [], events: events,
        timers: try FactRows.timers(of: all, db), matter: try MatterRows.matter(of: id, subject.kind, db), at: now)
      let members = Set(
        Conversations.facts(
          of: id, account: subject.accountID, kind: subject.kind,
          messages: try FactRows.messages(of: all, db), events: events, timers: [], at: now
        ).messages.map(\.id))
      let messages = try Row.fetchAll(
        db,
        sql: "SELECT * FROM messages WHERE is_void = 0 AND case_id IN (\(all.map(String.init).joined(separator: ",")))"
      ).map(Self.message).filter { members.contains($0.row) && $0.isKnown(at: now) }
      let order = try subject.order.flatMap { number in
        try OrderRows.stored(number, account: subject.accountID, db).map {
          try OrderRows.record(of: $0.order, account: subject.accountID, db)
        }
      }
      return CaseFile(
        subject: subject, messages: messages.sorted { ($0.at, $0.row) < ($1.at, $1.row) },
        timers: facts.timers.filter { $0.startedAt < now }.sorted {
          ($0.startedAt, $0.message) < ($1.startedAt, $1.message)
        },
        events: facts.events.sorted { ($0.at, $0.id) < ($1.at, $1.id) }, matter: facts.matter,
        matterTopic: try topic(of: facts.matter, subject, db), order: order)
    }
  }

  private func topic(of matter: Matter?, _ subject: Case, _ db: Database) throws -> String {
    guard let matter else { return "" }
    guard matter.kind == .claim else { return matter.kind.rawValue }
    let kind = try String.fetchOne(
      db, sql: "SELECT kind FROM claims WHERE account_id = ? AND external_id = ?",
      arguments: [subject.accountID, String(matter.key.dropFirst("claim ".count))])
    return kind ?? ClaimFact.Kind.dispute.rawValue
  }

  static func message(_ row: Row) -> Message {
    Message(
      row: row["id"], caseID: row["case_id"], id: row["external_id"],
      direction: (row["direction"] as Int) == 0 ? .in : .out,
      at: Date(seconds: row["at"]), from: row["sender"], subject: row["subject"], text: row["text"],
      quoted: row["quoted"], isAutomatic: row["is_automatic"], channel: Channel(rawValue: row["channel"]) ?? .message,
      language: row["language"], replyTo: row["reply_to"], noReplyLink: row["no_reply_link"],
      attachments: decode([IncomingMessage.Attachment].self, row["attachments"]) ?? [], flaws: row["flaws"],
      response: row["response"], agent: row["agent"], sentHere: row["sent_here"])
  }

  /// Completion looks at so many of the newest cases: what was in use long ago is not worth waiting for.
  private static let newest = 5000

  /// The tags in use: for completion.
  package func tags() throws -> [String] {
    try read { db in
      let rows = try String.fetchAll(
        db,
        sql: "SELECT DISTINCT tags FROM (SELECT tags FROM cases ORDER BY id DESC LIMIT \(Self.newest)) WHERE tags <> ''"
      )
      return Set(rows.flatMap { $0.split(separator: " ").map(String.init) }).sorted()
    }
  }

  /// Everybody who has acted or been assigned a case of late: for completion.
  package func agents() throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT agent FROM (SELECT agent FROM commands ORDER BY id DESC LIMIT \(Self.newest)) UNION "
          + "SELECT assignee FROM (SELECT assignee FROM cases ORDER BY id DESC LIMIT \(Self.newest)) "
          + "WHERE assignee IS NOT NULL"
      )
    }
  }

  /// The newest draft of a case, if it has not been sent or thrown away since.
  package func draft(of id: Int64, at now: Date) throws -> Draft? {
    try read { db in
      var draft: Draft?
      let events = try FactRows.events(of: [id], db).filter { $0.at <= now }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
      for event in events {
        switch event.act {
        case .draft(let newer): draft = newer
        case .discardDraft, .reply: draft = nil
        default: break
        }
      }
      return draft
    }
  }

  /// Every case that has a draft.
  package func drafts(at now: Date) throws -> [(subject: Case, draft: Draft)] {
    let ids = try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT DISTINCT case_id FROM events WHERE undone = 0 AND act LIKE '{\"draft\"%' ORDER BY case_id")
    }
    return try ids.compactMap { id in
      guard let draft = try draft(of: id, at: now), let subject = try standing(id, at: now) else { return nil }
      return (subject, draft)
    }
  }
}

extension Message {
  /// What was imported is known after its instant, what was sent here from its instant on.
  func isKnown(at now: Date) -> Bool { sentHere ? at <= now : at < now }
}
