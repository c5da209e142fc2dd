import Foundation
import GRDB
import HealthCore
import ServiceDesk

extension Desk {
  /// Keeps a report of the marketplace's, and the account's state with it. The same one again changes nothing.
  func file(_ snapshot: PerformanceSnapshot, account: Account, at now: Date, _ db: Database) throws -> ImportOutcome {
    let content = Self.json(snapshot)
    let isKnown = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM snapshots WHERE account_id = ? AND content = ? LIMIT 1",
      arguments: [account.id, content])
    if isKnown != nil { return .unchanged }
    // A report that names no day is of the moment at which it was brought in.
    let reported = snapshot.reportedAt ?? now.addingTimeInterval(-1)
    try db.execute(
      sql: "INSERT INTO snapshots (account_id, format, reported_at, imported_at, content) VALUES (?, ?, ?, ?, ?)",
      arguments: [account.id, snapshot.format, reported.seconds, now.seconds, content])
    try write(snapshot.figures, of: db.lastInsertedRowID, db)
    if let word = snapshot.accountStatus {
      try db.execute(
        sql: "INSERT INTO standings (account_id, at, state, source, note) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          account.id, reported.seconds, AccountStanding.state(reported: word)?.rawValue ?? word, snapshot.format, word,
        ])
    }
    return .added
  }

  func rebuildReportedFigures(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM reported_figures")
    for row in try Row.fetchAll(db, sql: "SELECT id, content FROM snapshots") {
      guard let snapshot = Self.decode(PerformanceSnapshot.self, row[1]) else { continue }
      try write(snapshot.figures, of: row[0], db)
    }
  }

  /// The figures again as rows: a page of health reads those, not the whole reports.
  private func write(_ figures: [ReportedFigure], of snapshot: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO reported_figures (snapshot_id, place, metric, fulfilment, from_at, to_at, numerator, denominator,
          value, target_numerator, target_denominator, condition, verdict)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (place, figure) in figures.enumerated() {
      try statement.execute(
        arguments: [
          snapshot, place, figure.metric.rawValue, figure.fulfilment.rawValue, figure.from?.seconds, figure.to?.seconds,
          figure.numerator, figure.denominator, figure.value, figure.target?.numerator, figure.target?.denominator,
          figure.condition?.rawValue, figure.verdict,
        ])
    }
  }

  /// Of each figure and window the one that was reported last before `now`, out of the newest thirty reports.
  package func reportedFigures(of account: Int64, at now: Date) throws -> [(figure: ReportedFigure, at: Date)] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT s.reported_at, f.* FROM (
              SELECT id, reported_at FROM snapshots WHERE account_id = ? AND reported_at < ?
              ORDER BY reported_at DESC, id DESC LIMIT 30) s
            JOIN reported_figures f ON f.snapshot_id = s.id ORDER BY s.reported_at DESC, s.id DESC, f.place
            """), arguments: [account, now.seconds])
      var figures: [(figure: ReportedFigure, at: Date)] = []
      var seen: Set<String> = []
      while let row = try rows.next() {
        guard let metric = MetricID(rawValue: row["metric"]) else { continue }
        var figure = ReportedFigure(metric: metric)
        figure.fulfilment = OrderFact.Fulfilment(rawValue: row["fulfilment"]) ?? .seller
        figure.from = row.instant("from_at")
        figure.to = row.instant("to_at")
        figure.numerator = row["numerator"]
        figure.denominator = row["denominator"]
        figure.value = row["value"]
        if let numerator: Int = row["target_numerator"], let denominator: Int = row["target_denominator"] {
          figure.target = Decimal(numerator: numerator, denominator: denominator)
        }
        figure.condition = (row["condition"] as String?).flatMap(Condition.init)
        figure.verdict = row["verdict"]
        let key = "\(metric.rawValue) \(figure.fulfilment.rawValue) \(figure.days ?? 0)"
        if seen.insert(key).inserted { figures.append((figure, Date(seconds: row["reported_at"]))) }
      }
      return figures
    }
  }

  /// The reports known before `now`, the newest first.
  package func snapshots(of account: Int64, at now: Date, limit: Int = .max) throws -> [PerformanceSnapshot] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT content FROM snapshots WHERE account_id = ? AND reported_at < ?
          ORDER BY reported_at DESC, id DESC LIMIT ?
          """, arguments: [account, now.seconds, limit]
      ).compactMap { Self.decode(PerformanceSnapshot.self, $0) }
    }
  }
}

/// One entry of an account's history of states.
package struct StandingEntry: Sendable, Equatable {
  package var standing: AccountStanding
  package var at: Date
  package var agent: String?
  package var note: String?
}

extension Desk {
  /// The account's states up to `now`, the newest first: what was reported counts strictly after its instant, what was
  /// set here from its instant on. A report's word that is not known is left out.
  package func standings(of account: Int64, at now: Date) throws -> [StandingEntry] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT at, state, source, agent, note FROM standings
            WHERE account_id = ? AND undone = 0 AND at <= ? AND (command_id IS NOT NULL OR at < ?)
            ORDER BY at DESC, id DESC
            """), arguments: [account, now.seconds, now.seconds]
      ).compactMap { row in
        let at = Date(seconds: row[0])
        guard let state = AccountStanding.State(rawValue: row[1]) else { return nil }
        return StandingEntry(
          standing: AccountStanding(state: state, since: at, source: row[2]), at: at, agent: row[3], note: row[4])
      }
    }
  }

  /// How the account stands: healthy where nobody has said anything else. "Since" is when the state began, not when it
  /// was last said.
  package func standing(ofAccount account: Int64, at now: Date) throws -> AccountStanding {
    let entries = try standings(of: account, at: now)
    guard var current = entries.first?.standing else {
      return AccountStanding(state: .healthy, since: nil, source: nil)
    }
    for entry in entries.dropFirst() {
      guard entry.standing.state == current.state else { break }
      current.since = entry.at
    }
    return current
  }

  /// Sets the state by hand.
  package func set(_ state: AccountStanding.State, of account: Int64, note: String?, as command: Command) throws {
    try write { db in
      let number = try log(command, db)
      try db.execute(
        sql: """
          INSERT INTO standings (account_id, at, state, source, agent, note, command_id)
          VALUES (?, ?, ?, 'by hand', ?, ?, ?)
          """,
        arguments: [account, command.at.seconds, state.rawValue, command.agent, note, number])
    }
  }
}
