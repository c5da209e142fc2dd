import Foundation
import GRDB
import ServiceDesk

/// One transaction's worth of filing.
struct Filing {
  let desk: Desk
  let db: Database
  /// Complete facts of cases made by this import.
  var known: [Int64: CaseFacts]
  private var touched: Set<Int64> = []
  private var newCases: Set<Int64> = []
  private var newMessages: [(id: Int64, caseID: Int64, message: IncomingMessage)] = []
  /// The case of each message of this batch, by account and id.
  private var newIDs: [String: Int64] = [:]
  private var newThreads: [Int64: Int64] = [:]
  private let threadNames: ThreadNames
  private var nextCase: Int64
  private var nextMessage: Int64
  private var projection: Projection

  init(desk: Desk, db: Database, known: [Int64: CaseFacts]) throws {
    self.desk = desk
    self.db = db
    self.known = known
    nextCase = (try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'cases'") ?? 0) + 1
    nextMessage = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM messages") ?? 0) + 1
    threadNames = try ThreadNames(db)
    projection = Projection(desk, db)
  }

  mutating func file(_ message: IncomingMessage) throws -> ImportOutcome {
    let key = "\(message.accountID) \(message.id)"
    if newIDs[key] != nil { return .unchanged }
    // Nearly all are new, and asking for a whole row costs much even where there is none.
    if try caseOf(messageID: message.id, account: message.accountID) != nil,
      let existing = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id, case_id, direction, at, subject, text, is_automatic, channel, buyer, order_number, sent_here
            FROM messages WHERE account_id = ? AND external_id = ?
            """), arguments: [message.accountID, message.id])
    {
      return try update(existing, by: message)
    }
    let caseID = try findCase(for: message) ?? makeCase(for: message)
    try rememberThreads(of: message, caseID: caseID)
    let id = nextMessage
    nextMessage += 1
    newIDs[key] = caseID
    newMessages.append((id, caseID, message))
    touched.insert(caseID)
    known[caseID]?.messages.append(Self.fact(message, id: id, caseID: caseID))
    return .added
  }

  /// Files what facts bring to the queue: a case of its own each, or news about the one that there is.
  mutating func file(_ matters: [MatterMessage], at now: Date) throws {
    for news in matters {
      let deadlines = try desk.knownDeadlines(of: news.account)
      let known = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT case_id, \(MatterRows.columns) FROM matters WHERE account_id = ? AND key = ?"),
        arguments: [news.account.id, news.key])
      guard var matter = news.matter(deadlines) else {
        // What no longer runs a risk has ended as it began.
        if let known {
          let caseID: Int64 = known[0]
          try db.execute(sql: "UPDATE matters SET ended_at = opened_at WHERE case_id = ?", arguments: [caseID])
          touched.insert(caseID)
        }
        continue
      }
      matter.hasLapsed = matter.lapses && matter.dueAt.map { $0 < now } ?? false
      if let known {
        let caseID: Int64 = known[0]
        if MatterRows.read(known) != matter {
          try MatterRows.write(matter, caseID: caseID, account: news.account.id, db)
          touched.insert(caseID)
        }
        _ = try file(news.message(matter))
      } else if news.hasCase {
        _ = try file(news.message(matter))
      }
    }
  }

  private static func fact(_ message: IncomingMessage, id: Int64, caseID: Int64) -> MessageFact {
    MessageFact(
      id: id, caseID: caseID, direction: message.direction, at: message.at, isAutomatic: message.isAutomatic,
      channel: message.channel, buyer: message.buyer, order: message.order, subject: message.subject,
      language: message.language)
  }

  // MARK: - Finding the case

  private func findCase(for message: IncomingMessage) throws -> Int64? {
    for reference in message.threads.references {
      if let found = try caseOf(messageID: reference, account: message.accountID) { return found }
      if let found = try caseOf(thread: "ref " + reference, account: message.accountID) { return found }
    }
    // Somebody may have answered this mail before the desk was given it.
    if let found = try caseOf(thread: "ref " + message.id, account: message.accountID) { return found }
    for name in message.threads.names {
      if let found = try caseOf(thread: name, account: message.accountID) { return found }
    }
    return nil
  }

  private func caseOf(messageID: String, account: Int64) throws -> Int64? {
    if let found = newIDs["\(account) \(messageID)"] { return found }
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT case_id FROM messages WHERE account_id = ? AND external_id = ?"),
      arguments: [account, messageID])
  }

  private func caseOf(thread: String, account: Int64) throws -> Int64? {
    let name = threadNames.number(of: thread, account: account)
    if let found = newThreads[name] { return found }
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT case_id FROM threads WHERE name = ?"), arguments: [name])
  }

  private mutating func makeCase(for message: IncomingMessage) -> Int64 {
    let id = nextCase
    nextCase += 1
    newCases.insert(id)
    known[id] = CaseFacts(
      id: id, accountID: message.accountID, kind: message.kind, messages: [], events: [], timers: [],
      matter: message.matter)
    return id
  }

  private mutating func rememberThreads(of message: IncomingMessage, caseID: Int64) throws {
    for reference in message.threads.references
    where try caseOf(messageID: reference, account: message.accountID) == nil {
      try remember("ref " + reference, caseID, message.accountID)
    }
    for name in message.threads.names { try remember(name, caseID, message.accountID) }
  }

  private mutating func remember(_ thread: String, _ caseID: Int64, _ account: Int64) throws {
    let name = threadNames.number(of: thread, account: account)
    guard newThreads[name] == nil else { return }
    newThreads[name] = caseID
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO threads (name, case_id) VALUES (?, ?)")
      .execute(arguments: [name, caseID])
  }

  // MARK: - A message seen again

  private mutating func update(_ row: Row, by message: IncomingMessage) throws -> ImportOutcome {
    // A mail is what it is; only a table's row may be given again with other values. An empty cell keeps what is known.
    guard message.canChange, !(row[10] as Bool), try !Purged.contains(row[0], of: "messages", db) else {
      return .unchanged
    }
    let subject = message.subject.isEmpty ? row[4] as String : message.subject
    let text = message.text.isEmpty ? row[5] as String : message.text
    let direction = message.leavesOpen.contains(.direction) ? row[2] as Int : message.direction == .in ? 0 : 1
    let channel = message.leavesOpen.contains(.channel) ? row[7] as String : message.channel.rawValue
    let isAutomatic = message.leavesOpen.contains(.automatic) ? row[6] as Bool : message.isAutomatic
    let buyer = message.buyer ?? row[8] as String?
    let order = message.order ?? row[9] as String?
    let isSame =
      (row[2] as Int) == direction && (row[3] as Int) == message.at.seconds && (row[4] as String) == subject
      && (row[5] as String) == text && (row[6] as Bool) == isAutomatic
      && (row[7] as String) == channel && (row[8] as String?) == buyer && (row[9] as String?) == order
    if isSame { return .unchanged }
    let id: Int64 = row[0]
    let caseID: Int64 = row[1]
    try SearchWords.remove(row: id, db)
    try db.execute(
      sql: """
        UPDATE messages SET direction = ?, at = ?, subject = ?, text = ?, is_automatic = ?, channel = ?, buyer = ?,
          order_number = ?, sender = ?, language = ? WHERE id = ?
        """,
      arguments: [
        direction, message.at.seconds, subject, text, isAutomatic, channel, buyer, order,
        message.from, message.language, id,
      ])
    try SearchWords.add(row: id, db)
    known[caseID] = nil
    touched.insert(caseID)
    return .updated
  }

  // MARK: - Writing

  mutating func finish() throws {
    for caseID in newCases.sorted() where touched.contains(caseID) { try writeKnown(caseID) }
    for new in newMessages { try insert(new.id, caseID: new.caseID, new.message) }
    var unread: Set<Int64> = []
    for caseID in touched where !newCases.contains(caseID) {
      if known[caseID] == nil { unread.insert(caseID) } else { try writeKnown(caseID) }
    }
    try projection.refresh(unread)
  }

  /// A case all of whose facts are at hand. Under "per buyer and day" rules other cases bear on it: those are read.
  private mutating func writeKnown(_ caseID: Int64) throws {
    guard var facts = known[caseID] else { return }
    let engine = try projection.engine(of: facts.accountID)
    let key = try projection.buyerKey(of: facts)
    if key == nil {
      let timers = engine.timers(of: .init(messages: facts.messages, events: []))
      try projection.replace(facts.timers, by: timers, account: facts.accountID)
      facts.timers = timers
      known[caseID] = facts
    }
    try Projection.write(facts, buyerKey: key, db)
    if newCases.contains(caseID), let matter = facts.matter {
      try MatterRows.write(matter, caseID: caseID, account: facts.accountID, db)
    }
    if key != nil {
      known[caseID] = nil
      newCases.remove(caseID)
    }
  }

  private func insert(_ id: Int64, caseID: Int64, _ message: IncomingMessage) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO messages (id, account_id, case_id, external_id, direction, at, sender, subject, text, quoted,
          is_automatic, channel, buyer, order_number, language, reply_to, no_reply_link, attachments, flaws)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        id, message.accountID, caseID, message.id, message.direction == .in ? 0 : 1, message.at.seconds, message.from,
        message.subject, message.text, message.quoted, message.isAutomatic, message.channel.rawValue, message.buyer,
        message.order, message.language, message.replyTo, message.noReplyLink,
        message.attachments.isEmpty ? nil : Desk.json(message.attachments),
        message.flaws.isEmpty ? nil : message.flaws.joined(separator: "; "),
      ])
    try db.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)").execute(
      arguments: [
        id,
        SearchWords.of(subject: message.subject, text: message.text, buyer: message.buyer, order: message.order),
      ])
  }
}

/// What of a message can be found.
enum SearchWords {
  static func of(subject: String, text: String, buyer: String?, order: String?) -> String {
    SearchText.indexed([subject, buyer ?? "", order ?? "", text].joined(separator: "\n"))
  }

  /// Puts a message into the index as its row now stands.
  static func add(row: Int64, _ db: Database) throws {
    guard let words = try words(of: row, db) else { return }
    try db.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)").execute(arguments: [row, words])
  }

  /// Takes a message out of the index, which keeps no text of its own and so must be told what it was given; to be done
  /// before the row is changed.
  static func remove(row: Int64, _ db: Database) throws {
    guard let words = try words(of: row, db) else { return }
    try db.cachedStatement(sql: "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)")
      .execute(arguments: [row, words])
  }

  private static func words(of row: Int64, _ db: Database) throws -> String? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT subject, text, buyer, order_number FROM messages WHERE id = ?"), arguments: [row]
    ).map { of(subject: $0[0], text: $0[1], buyer: $0[2], order: $0[3]) }
  }
}
