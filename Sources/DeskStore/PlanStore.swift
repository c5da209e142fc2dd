import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// A plan as it is kept: the newest version of its text.
package struct KeptPlan: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case draft
    /// In force: its reviews stand in the queue.
    case running
    case closed
  }
  package var id: Int64
  package var accountID: Int64
  package var kind: String
  package var metric: String
  /// Of the figure's window; 0 is a lifetime.
  package var days: Int
  package var madeAt: Date
  package var version: Int
  package var at: Date
  package var agent: String
  package var text: String
  package var state: State
}

extension Desk {
  /// Keeps a new plan; gives its number.
  package func newPlan(
    _ text: String, of account: Int64, kind: String, metric: String, days: Int, as command: Command
  ) throws -> Int64 {
    try write { db in
      try db.execute(
        sql: "INSERT INTO plans (account_id, kind, metric, days, made_at) VALUES (?, ?, ?, ?, ?)",
        arguments: [account, kind, metric, days, command.at.seconds])
      let id = db.lastInsertedRowID
      try add(text, to: id, version: 1, state: .draft, as: command, db)
      return id
    }
  }

  private func add(
    _ text: String, to plan: Int64, version: Int, state: KeptPlan.State, as command: Command, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO plan_versions (plan_id, version, at, agent, text, state, command_id) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [plan, version, command.at.seconds, command.agent, text, state.rawValue, try log(command, db)])
  }

  /// Keeps another version of a plan, unless it is the same; with the reviews that are to stand in the queue.
  ///
  /// - Parameter reviews: the instants at which each begins and is due; of a plan that is not running, none.
  package func revise(
    _ plan: KeptPlan, text: String, state: KeptPlan.State, reviews: [PlanReview], of account: Account,
    as command: Command
  ) throws {
    guard text != plan.text || state != plan.state else { return }
    try write { db in
      let versions = try Row.fetchOne(
        db, sql: "SELECT max(version), max(version) FILTER (WHERE undone = 0) FROM plan_versions WHERE plan_id = ?",
        arguments: [plan.id])
      guard let versions, (versions[1] as Int?) == plan.version else { throw DeskFault.planChanged(plan.id) }
      try add(text, to: plan.id, version: (versions[0] as Int) + 1, state: state, as: command, db)
      try remind(plan.id, reviews, account, at: command.at, db)
    }
  }

  /// Brings the reviews of a plan in the queue up to date, after a change of it was taken back.
  package func remind(_ plan: Int64, of reviews: [PlanReview], _ account: Account, at now: Date) throws {
    try write { try remind(plan, reviews, account, at: now, $0) }
  }

  /// The reviews of a plan as cases: those that are no longer wanted end.
  private func remind(_ plan: Int64, _ reviews: [PlanReview], _ account: Account, at now: Date, _ db: Database)
    throws
  {
    let wanted = Set(reviews.map(\.key))
    let known = try Row.fetchAll(
      db, sql: "SELECT key, opened_at, due_at FROM matters WHERE account_id = ? AND key GLOB ? AND ended_at IS NULL",
      arguments: [account.id, "plan \(plan) *"])
    let metric = try String.fetchOne(db, sql: "SELECT metric FROM plans WHERE id = ?", arguments: [plan]) ?? ""
    var messages = reviews.map { MatterMessage.review($0, endedAt: nil, account) }
    for row in known where !wanted.contains(row[0]) {
      let review = PlanReview(
        plan: plan, title: PlanReview.title(plan, metric),
        day: String((row[0] as String).split(separator: " ").last ?? ""),
        opensAt: Date(seconds: row[1]), dueAt: Date(seconds: row[2]))
      // What ends at an instant is over strictly after it.
      messages.append(.review(review, endedAt: max(now.addingTimeInterval(-1), review.opensAt), account))
    }
    guard !messages.isEmpty else { return }
    var filing = try Filing(desk: self, db: db, known: [:])
    try filing.file(messages, at: now)
    try filing.finish()
  }

  /// The newest version of each plan made before `now`, the newest plan first.
  package func plans(account: Int64? = nil, at now: Date) throws -> [KeptPlan] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.account_id, p.kind, p.metric, p.days, p.made_at, v.version, v.at, v.agent, v.text, v.state
          FROM plans p JOIN plan_versions v ON v.plan_id = p.id AND v.version = (
            SELECT max(version) FROM plan_versions WHERE plan_id = p.id AND at <= ?1 AND undone = 0)
          WHERE p.made_at <= ?1 AND (?2 IS NULL OR p.account_id = ?2) ORDER BY p.id DESC
          """, arguments: [now.seconds, account]
      ).map(Self.plan)
    }
  }

  /// All versions of a plan, the newest first.
  package func versions(ofPlan id: Int64, at now: Date) throws -> [KeptPlan] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.account_id, p.kind, p.metric, p.days, p.made_at, v.version, v.at, v.agent, v.text, v.state
          FROM plans p JOIN plan_versions v ON v.plan_id = p.id WHERE p.id = ? AND v.at <= ? AND v.undone = 0 ORDER BY v.version DESC
          """, arguments: [id, now.seconds]
      ).map(Self.plan)
    }
  }

  private static func plan(_ row: Row) -> KeptPlan {
    KeptPlan(
      id: row[0], accountID: row[1], kind: row[2], metric: row[3], days: row[4], madeAt: Date(seconds: row[5]),
      version: row[6], at: Date(seconds: row[7]), agent: row[8], text: row[9],
      state: KeptPlan.State(rawValue: row[10]) ?? .draft)
  }
}

/// A day on which a plan is to be looked at again.
package struct PlanReview: Sendable, Equatable {
  package var plan: Int64
  /// Whose words stand in the queue.
  package var title: String
  /// Of the calendar: "2026-02-20".
  package var day: String
  package var opensAt: Date
  package var dueAt: Date

  package init(plan: Int64, title: String, day: String, opensAt: Date, dueAt: Date) {
    (self.plan, self.title, self.day, self.opensAt, self.dueAt) = (plan, title, day, opensAt, dueAt)
  }

  package var key: String { "plan \(plan) \(day)" }

  /// As it stands in the queue.
  package static func title(_ plan: Int64, _ metric: String) -> String { "review plan \(plan): \(metric)" }
}
