import Foundation
import GRDB
import ServiceDesk

/// Which cases belong together: by merging, or under "per buyer and day" rules by their buyer.
enum Conversations {
  /// The cases whose timers can bear on those of `id`, itself included: all that merges and, under "per buyer and day"
  /// rules, buyers tie together. An event tells of a merge before the row does.
  static func cases(with id: Int64, _ db: Database) throws -> [Int64] {
    let row = try db.cachedStatement(sql: "SELECT account_id, buyer_key, merged_into FROM cases WHERE id = ?")
    let sources = try db.cachedStatement(sql: "SELECT id FROM cases WHERE merged_into = ?")
    let ofBuyer = try db.cachedStatement(sql: "SELECT id FROM cases WHERE account_id = ? AND buyer_key = ?")
    var found: Set<Int64> = [id]
    var queue = [id]
    while let next = queue.popLast() {
      guard let facts = try Row.fetchOne(row, arguments: [next]) else { continue }
      let account: Int64 = facts[0]
      var tied = try Int64.fetchAll(sources, arguments: [next])
      if let target: Int64 = facts[2] { tied.append(target) }
      if let buyer: String = facts[1] { tied += try Int64.fetchAll(ofBuyer, arguments: [account, buyer]) }
      for event in try FactRows.events(of: [next], db) {
        if case .merge(let target) = event.act { tied.append(target) }
      }
      for other in tied where found.insert(other).inserted { queue.append(other) }
    }
    return found.sorted()
  }

  static func account(of id: Int64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT account_id FROM cases WHERE id = ?"), arguments: [id])
  }

  /// The facts of one case out of those of its conversation: its own, and those of cases merged into it by `instant`
  /// (nil: by now or whenever).
  static func facts(
    of id: Int64, account: Int64, kind: CaseKind, messages: [MessageFact], events: [CaseEvent],
    timers: [ResponseTimer], matter: Matter? = nil, at instant: Date?
  ) -> CaseFacts {
    var members: Set<Int64> = [id]
    var merges: [(source: Int64, target: Int64)] = []
    for event in events where instant.map({ event.at <= $0 }) ?? true {
      if case .merge(let target) = event.act { merges.append((event.caseID, target)) }
    }
    var grew = true
    while grew {
      grew = false
      for merge in merges where members.contains(merge.target) && members.insert(merge.source).inserted { grew = true }
    }
    return CaseFacts(
      id: id, accountID: account, kind: kind, messages: messages.filter { members.contains($0.caseID) },
      events: events.filter { members.contains($0.caseID) }, timers: timers.filter { members.contains($0.caseID) },
      matter: matter)
  }

  /// The case as it stood at `now`, from its facts alone.
  static func replay(_ id: Int64, at now: Date, _ db: Database) throws -> Case? {
    guard let row = try Row.fetchOne(db, sql: "SELECT account_id, kind FROM cases WHERE id = ?", arguments: [id]) else {
      return nil
    }
    let ids = try cases(with: id, db)
    let kind = CaseKind(rawValue: row[1]) ?? .message
    return facts(
      of: id, account: row[0], kind: kind,
      messages: try FactRows.messages(of: ids, db),
      events: try FactRows.events(of: ids, db), timers: try FactRows.timers(of: ids, db),
      matter: try MatterRows.matter(of: id, kind, db), at: now
    ).standing(at: now)
  }
}
