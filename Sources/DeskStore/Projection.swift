import Foundation
import GRDB
import HealthCore
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
    let kind = (row?[0] as String?).flatMap(CaseKind.init) ?? .message
    let matter = try MatterRows.matter(of: id, kind, db)
    let facts = Conversations.facts(
      of: id, account: account, kind: kind, messages: messages, events: events, timers: timers, matter: matter, at: nil)
    if let matter { try settle(matter, facts, account: account) }
    let key = try buyerKey(of: facts)
    if let before: String = row?[1], before != key { movedToOtherBuyers.insert(id) }
    try Self.write(facts, buyerKey: key, db)
  }

  /// What an agent says of the end of feedback or a claim counts in the account's figures until a report says more.
  private mutating func settle(_ matter: Matter, _ facts: CaseFacts, account: Int64) throws {
    guard matter.kind == .feedback || matter.kind == .claim else { return }
    let end = DeskEnd(facts.events.filter { $0.caseID == facts.id })
    var health = HealthFiling(desk, db)
    let account = try desk.account(account)
    if matter.kind == .feedback {
      try health.setDeskRemoval(
        of: String(matter.key.dropFirst("feedback ".count)), to: end?.isRemoval == true ? end?.at : nil,
        account: account)
    } else {
      try health.setDeskOutcome(
        of: String(matter.key.dropFirst("claim ".count)), to: end?.outcome, at: end?.outcome == nil ? nil : end?.at,
        account: account)
    }
    try health.flush()
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
    try rebuildMatters(of: account, db)
    var projection = Projection(self, db)
    try projection.refresh(ids)
  }
}

extension Desk {
  /// Sets all deadlines anew of what is no message.
  private func rebuildMatters(of account: Account, _ db: Database) throws {
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM matters WHERE account_id = ?)", arguments: [account.id])
    guard isKnown == true else { return }
    let deadlines = try deadlines(account)
    var news: [MatterMessage] = []
    let feedback = "SELECT \(OrderRows.feedbackColumns) FROM feedback WHERE account_id = ? AND rating <= 3"
    let claims = "SELECT \(OrderRows.claimColumns) FROM claims WHERE account_id = ?"
    let violations = "SELECT \(OrderRows.violationColumns) FROM violations WHERE account_id = ?"
    for row in try Row.fetchAll(db, sql: feedback, arguments: [account.id]) {
      news.append(.feedback(OrderRows.feedback(row), account))
    }
    for row in try Row.fetchAll(db, sql: claims, arguments: [account.id]) {
      news.append(.claim(OrderRows.claim(row), account))
    }
    for row in try Row.fetchAll(db, sql: violations, arguments: [account.id]) {
      news.append(.violation(OrderRows.violation(row), account))
    }
    for news in news {
      guard let matter = news.matter(deadlines) else { continue }
      // With another end of the window, whether that has passed is to be seen again.
      try db.cachedStatement(
        sql: """
          UPDATE matters SET has_lapsed = CASE WHEN due_at IS ?1 THEN has_lapsed ELSE 0 END, due_at = ?1
          WHERE account_id = ?2 AND key = ?3
          """
      ).execute(arguments: [matter.dueAt?.seconds, account.id, news.key])
    }
  }
}

/// How an agent says that feedback or a claim has ended: by the last word of resolving it, unless it was opened again.
private struct DeskEnd {
  /// An act counts from its own instant on, a fact strictly after it.
  var at: Date
  var isRemoval: Bool
  var outcome: ClaimFact.Outcome?

  init?(_ events: [CaseEvent]) {
    var last: DeskEnd?
    for event in events.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
      switch event.act {
      case .resolve(let resolution): last = DeskEnd(resolution, at: event.at)
      case .reopen: last = nil
      default: break
      }
    }
    guard let last else { return nil }
    self = last
  }

  private init(_ resolution: Resolution, at instant: Date) {
    at = instant.addingTimeInterval(-1)
    isRemoval = resolution.outcome == "removed"
    outcome =
      switch resolution.outcome {
      case "claim-won": .won
      case "claim-lost": .lost
      default: nil
      }
  }
}
