import Foundation
import GRDB
import ServiceDesk

/// Makes what is derived — cases as they stand, timers, totals — follow the facts, in the facts' own transaction.
struct Projection {
  let db: Database
  let desk: Desk
  var totals = TimerTotals()
  private var engines: [Int64: TimerEngine] = [:]
  private var movedToOtherBuyers: Set<Int64> = []

  init(_ desk: Desk, _ db: Database) {
    self.desk = desk
    self.db = db
  }

  mutating func engine(of account: Int64) throws -> TimerEngine {
    if let engine = engines[account] { return engine }
    let engine = try desk.timerEngine(try desk.account(account))
    engines[account] = engine
    return engine
  }

  /// Derives the given cases anew, and every case whose conversation they share.
  mutating func refresh(_ cases: Set<Int64>) throws {
    var done: Set<Int64> = []
    for id in cases.sorted() where !done.contains(id) {
      let conversation = try Conversations.cases(with: id, db)
      done.formUnion(conversation)
      try refreshConversation(conversation)
    }
    // A case that has come to another buyer bears on that buyer's other cases too.
    let moved = movedToOtherBuyers
    movedToOtherBuyers = []
    for id in moved.sorted() { try refreshConversation(try Conversations.cases(with: id, db)) }
    try totals.flush(db)
  }

  private mutating func refreshConversation(_ ids: [Int64]) throws {
    let messages = try FactRows.messages(of: ids, db)
    let events = try FactRows.events(of: ids, db)
    guard let first = ids.first, let account = try Conversations.account(of: first, db) else { return }
    let old = try FactRows.timers(of: ids, db)
    let timers = try engine(of: account).timers(of: .init(messages: messages, events: events))
    try replace(old, by: timers, account: account)
    for id in ids { try project(id, account: account, messages: messages, events: events, timers: timers) }
  }

  mutating func replace(_ old: [ResponseTimer], by new: [ResponseTimer], account: Int64) throws {
    guard old != new else { return }
    let remove = try db.cachedStatement(sql: "DELETE FROM timers WHERE message_id = ?")
    for timer in old where !new.contains(timer) {
      totals.count(timer, account: account, sign: -1)
      try remove.execute(arguments: [timer.message])
    }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO timers (\(FactRows.timerColumns), account_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for timer in new where !old.contains(timer) {
      totals.count(timer, account: account, sign: 1)
      try insert.execute(
        arguments: [
          timer.message, timer.caseID, timer.startedAt.seconds, timer.dueAt.seconds, timer.shopDueAt?.seconds,
          timer.stoppedAt?.seconds, timer.stopKnownFrom?.seconds, timer.stopper, timer.exemptFrom?.seconds,
          timer.exemptUntil?.seconds, timer.channel.rawValue, account,
        ])
    }
  }

  /// Writes the row of one case out of the facts of its conversation.
  private mutating func project(
    _ id: Int64, account: Int64, messages: [MessageFact], events: [CaseEvent], timers: [ResponseTimer]
  ) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT kind, buyer_key FROM cases WHERE id = ?"), arguments: [id])
    let kind: String? = row?[0]
    let facts = Conversations.facts(
      of: id, account: account, kind: kind.flatMap(CaseKind.init) ?? .message, messages: messages, events: events,
      timers: timers, at: nil)
    let key = try buyerKey(of: facts)
    if let before: String = row?[1], before != key { movedToOtherBuyers.insert(id) }
    try Self.write(facts, buyerKey: key, db)
  }

  /// Cases under "per buyer and day" rules are found by their buyer.
  mutating func buyerKey(of facts: CaseFacts) throws -> String? {
    guard try engine(of: facts.accountID).policy.scope == .perBuyerPerDay else { return nil }
    return facts.messages.filter { $0.caseID == facts.id && $0.buyer != nil }.min { $0.id < $1.id }?.buyer?.lowercased()
  }

  static func write(_ facts: CaseFacts, buyerKey: String?, _ db: Database) throws {
    guard let standing = facts.standing(at: facts.settledAt) else { return }
    try CaseRow.write(standing, buyerKey: buyerKey, db)
  }
}

extension Desk {
  /// Derives all of an account's timers and cases anew: its rules have changed.
  func rebuildTimers(of account: Account, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM timers WHERE account_id = ?", arguments: [account.id])
    try db.execute(sql: "DELETE FROM timer_totals WHERE account_id = ?", arguments: [account.id])
    try db.execute(sql: "DELETE FROM timer_speeds WHERE account_id = ?", arguments: [account.id])
    let ids = try Int64.fetchSet(db, sql: "SELECT id FROM cases WHERE account_id = ?", arguments: [account.id])
    accountCache = try Self.readAccounts(db)
    var projection = Projection(self, db)
    try projection.refresh(ids)
  }
}
