import Foundation
import GRDB
import ServiceDesk

extension Desk {
  /// The most urgent cases first (ties: deadline, then number), and how many there are in all.
  ///
  /// Without a filter the open cases are read along an index, so that the answer costs the same however many there
  /// are; a filter looks at each case that it might mean.
  package func queue(
    _ filter: CaseFilter, all: Bool = false, at now: Date, limit: Int? = nil
  ) throws -> (total: Int, cases: [Case]) {
    try read { db in
      if filter.isEmpty, !all, let limit { return try topOfQueue(at: now, limit: limit, db) }
      let cases = try matching(filter, all: all, at: now, db)
      let sorted = Self.byUrgency(cases, at: now)
      return (sorted.count, limit.map { Array(sorted.prefix($0)) } ?? sorted)
    }
  }

  package static func byUrgency(_ cases: [Case], at now: Date) -> [Case] {
    cases.map { subject in
      (-Urgency(of: subject, at: now).tenths, subject.dueAt?.seconds ?? .max, subject.id, subject)
    }.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// What the filter means; without one of its own terms about states, the open cases only.
  func matching(_ filter: CaseFilter, all: Bool, at now: Date, _ db: Database) throws -> [Case] {
    let allowed = try judgedByStore(filter, at: now, db)
    let onlyOpen = !all && !filter.namesState
    var sql = "SELECT \(CaseRow.columns) FROM cases WHERE settled_at <= \(now.seconds) AND merged_into IS NULL"
    if onlyOpen { sql += " AND state IN ('open', 'snoozed')" }
    var found: [Case] = []
    let names = try Dictionary(uniqueKeysWithValues: accounts().map { ($0.id, $0.name) })
    func consider(_ subject: Case) {
      var subject = subject
      if subject.state == .snoozed, let wakes = subject.wakesAt, wakes <= now {
        subject.state = .open
        subject.wakesAt = nil
      }
      guard subject.mergedInto == nil, !onlyOpen || subject.state == .open else { return }
      if let allowed, !allowed.contains(subject.id) { return }
      if filter.matches(subject, account: names[subject.accountID] ?? "", at: now) { found.append(subject) }
    }
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() { consider(CaseRow.read(row)) }
    for subject in try unsettled(at: now, db) { consider(subject) }
    return found
  }

  /// Cases about which something is recorded that `now` doesn't know yet.
  private func unsettled(at now: Date, _ db: Database) throws -> [Case] {
    try Int64.fetchAll(db, sql: "SELECT id FROM cases WHERE settled_at > ?", arguments: [now.seconds])
      .compactMap { try Conversations.replay($0, at: now, db) }
  }

  /// The cases that the text and timer terms allow; nil where there are none of these.
  private func judgedByStore(_ filter: CaseFilter, at now: Date, _ db: Database) throws -> Set<Int64>? {
    var allowed: Set<Int64>?
    func narrow(to cases: Set<Int64>, isNegated: Bool) throws {
      let cases = isNegated ? try Int64.fetchSet(db, sql: "SELECT id FROM cases").subtracting(cases) : cases
      allowed = allowed?.intersection(cases) ?? cases
    }
    func cases(with query: TimerQuery) throws -> Set<Int64> {
      let cases = Set(try timers(matching: query, account: nil, at: now, db).map(\.caseID))
      return try Set(cases.map { try root(of: $0, db) })
    }
    for term in filter.terms {
      guard case .text(let words) = term.condition else { continue }
      try narrow(to: Set(matches(of: [words], at: now, db).map(\.caseID)), isNegated: term.isNegated)
    }
    let asked = filter.timerQuery
    if let asked { try narrow(to: cases(with: asked), isNegated: false) }
    for query in filter.negatedTimerQueries {
      try narrow(to: cases(with: (asked ?? TimerQuery()).narrowed(by: query)), isNegated: true)
    }
    return allowed
  }

  func root(of id: Int64, _ db: Database) throws -> Int64 {
    var root = id
    for _ in 0..<100 {
      let next = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT merged_into FROM cases WHERE id = ? AND merged_into IS NOT NULL"),
        arguments: [root])
      guard let next, next != id else { break }
      root = next
    }
    return root
  }

  // MARK: - The usual queue, along an index

  /// Urgency is a term that falls as the deadline is farther off plus a sum that time does not change. So within an
  /// account and one such sum the order is that of deadlines, and the first of each such run hold the first of all.
  private func topOfQueue(at now: Date, limit: Int, _ db: Database) throws -> (total: Int, cases: [Case]) {
    var candidates: [Case] = []
    for account in try accounts() {
      var lasting = Int.min
      while let next = try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT lasting FROM cases WHERE state = 'open' AND merged_into IS NULL AND account_id = ? AND lasting > ?
            ORDER BY lasting LIMIT 1
            """), arguments: [account.id, lasting])
      {
        lasting = next
        let rows = try Row.fetchCursor(
          db.cachedStatement(
            sql: """
              SELECT \(CaseRow.columns) FROM cases
              WHERE state = 'open' AND merged_into IS NULL AND account_id = ? AND lasting = ? AND settled_at <= ?
              ORDER BY ifnull(due_at, 9223372036854775807), id LIMIT ?
              """), arguments: [account.id, lasting, now.seconds, limit])
        while let row = try rows.next() { candidates.append(CaseRow.read(row)) }
      }
    }
    let open =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM cases WHERE state = 'open' AND merged_into IS NULL") ?? 0
    let openLater =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM cases WHERE settled_at > ? AND +state = 'open' AND +merged_into IS NULL",
        arguments: [now.seconds]) ?? 0
    var woken = try Row.fetchAll(
      db,
      sql: """
        SELECT \(CaseRow.columns) FROM cases
        WHERE state = 'snoozed' AND wakes_at <= ? AND settled_at <= ? AND merged_into IS NULL
        """, arguments: [now.seconds, now.seconds]
    ).map(CaseRow.read)
    for index in woken.indices {
      woken[index].state = .open
      woken[index].wakesAt = nil
    }
    let others = try unsettled(at: now, db).filter { $0.state == .open && $0.mergedInto == nil }
    let sorted = Self.byUrgency(candidates + woken + others, at: now)
    return (open - openLater + woken.count + others.count, Array(sorted.prefix(limit)))
  }
}
