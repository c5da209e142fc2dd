import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// One thing that an import has learnt.
package enum NewFact: Sendable {
  case message(IncomingMessage)
  case order(OrderFact)
  case feedback(FeedbackFact)
  case claim(ClaimFact)
  case violation(ViolationFact)
  case snapshot(PerformanceSnapshot)
  case example(Lesson)
}

/// Files imported messages under their cases. One is made for each import and keeps what it has just written, so that
/// a large import need not read it back.
package final class Ingestor {
  /// Cases that this import made, by id, as long as nobody else has written to the desk.
  private var known: [Int64: CaseFacts] = [:]
  private static let mostKnown = 20_000
  private var dataVersion: Int?
  private let desk: Desk

  package init(_ desk: Desk) { self.desk = desk }

  /// Files what an import has learnt about an account in one transaction. The outcomes are in its order.
  ///
  /// - Parameter now: the instant of the import.
  package func ingest(_ batch: [NewFact], into account: Account, at now: Date) throws -> [ImportOutcome] {
    let messages = batch.compactMap { if case .message(let message) = $0 { message } else { nil } }
    if messages.count == batch.count { return try ingest(messages) }
    known = [:]
    return try desk.write { db in
      // A large import writes all over the indexes: what they take fits into memory, and is written once.
      if batch.count > 10_000 { try db.execute(sql: "PRAGMA cache_size = -262144") }
      var filing = try Filing(desk: desk, db: db, known: [:])
      var health = HealthFiling(desk, db)
      let outcomes = try batch.map { fact in
        switch fact {
        case .message(let message): try filing.file(message)
        case .order(let order): try health.file(order, account: account)
        case .feedback(let feedback): try health.file(feedback, account: account)
        case .claim(let claim): try health.file(claim, account: account)
        case .violation(let violation): try health.file(violation, account: account)
        case .snapshot(let snapshot): try desk.file(snapshot, account: account, at: now, db)
        case .example(let example): try desk.file(example, at: now, db)
        }
      }
      try health.flush()
      try filing.file(health.takeMatters(), at: now)
      try filing.finish()
      return outcomes
    }
  }

  /// Files a batch in one transaction. The outcomes are in its order.
  package func ingest(_ batch: [IncomingMessage]) throws -> [ImportOutcome] {
    do {
      return try desk.write { db in
        let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
        if version != dataVersion || known.count > Self.mostKnown { known = [:] }
        dataVersion = version
        var filing = try Filing(desk: desk, db: db, known: known)
        let outcomes = try batch.map { try filing.file($0) }
        try filing.finish()
        known = filing.known
        return outcomes
      }
    } catch {
      known = [:]
      throw error
    }
  }
}
