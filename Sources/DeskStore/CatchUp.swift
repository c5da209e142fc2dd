import Foundation
import GRDB
import HealthCore
import ServiceDesk

extension Desk {
  /// Brings the queue up to `now`: opens the cases of orders that have come near their deadline, and closes those of
  /// feedback whose removal window has ended. Only time has passed, so nobody else would. One probe of an index each
  /// where there is nothing to do.
  package func catchUp(to now: Date) throws {
    let isDue = try read { db in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM orders WHERE risk_at >= ?2 AND risk_at < ?1) OR EXISTS (
              SELECT 1 FROM matters WHERE due_at < ?1 AND ended_at IS NULL AND has_lapsed = 0 AND lapses = 1)
            """), arguments: [now.seconds, Self.oldestRisk(at: now)]) ?? false
    }
    guard isDue else { return }
    try write { db in
      try openShipments(at: now, db)
      try closeLapsed(at: now, db)
    }
  }

  /// What became a risk before this instant is no longer worth a case.
  private static func oldestRisk(at now: Date) -> Int {
    now.addingTimeInterval(-ShipmentRisk.staleAfter).clampedSeconds
  }

  private func openShipments(at now: Date, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT \(OrderRows.columns), id, account_id, risk_cases FROM orders WHERE risk_at >= ? AND risk_at < ? ORDER BY risk_at, id",
      arguments: [Self.oldestRisk(at: now), now.seconds])
    guard !rows.isEmpty else { return }
    var news: [MatterMessage] = []
    for row in rows {
      let order = OrderRows.read(row)
      let account = try account(row[OrderRows.count + 1])
      var cases: Int = row[OrderRows.count + 2]
      var next: Int?
      let lead = try shipmentLead(of: account)
      for risk in ShipmentRisk.all(of: order, lead: lead)
      where risk.endsAt == nil && cases & (1 << risk.stage.rawValue) == 0 && risk.isStaleAt >= now {
        if risk.opensAt < now {
          news.append(.shipment(risk.stage, risk, order, account))
          cases |= 1 << risk.stage.rawValue
        } else {
          next = min(next ?? .max, risk.opensAt.seconds)
        }
      }
      try db.cachedStatement(sql: "UPDATE orders SET risk_at = ?, risk_cases = ? WHERE id = ?")
        .execute(arguments: [next, cases, row[OrderRows.count] as Int64])
    }
    var filing = try Filing(desk: self, db: db, known: [:])
    try filing.file(news, at: now)
    try filing.finish()
  }

  private func closeLapsed(at now: Date, _ db: Database) throws {
    let ids = try Int64.fetchAll(
      db,
      sql: "SELECT case_id FROM matters WHERE due_at < ? AND ended_at IS NULL AND has_lapsed = 0 AND lapses = 1",
      arguments: [now.seconds])
    guard !ids.isEmpty else { return }
    let statement = try db.cachedStatement(sql: "UPDATE matters SET has_lapsed = 1 WHERE case_id = ?")
    for id in ids { try statement.execute(arguments: [id]) }
    var projection = Projection(self, db)
    try projection.refresh(Set(ids))
  }
}
