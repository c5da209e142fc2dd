import Foundation
import GRDB
import ServiceDesk

extension Desk {
  /// Which of an account's alerts have not been given before, and remembers them all: one that is no longer given may
  /// come again.
  package func newAlerts(_ keys: [String], of account: Int64, at now: Date) throws -> Set<String> {
    let seen = try read { db in
      Set(try String.fetchAll(db, sql: "SELECT key FROM alerts_seen WHERE account_id = ?", arguments: [account]))
    }
    let current = Set(keys)
    if seen == current { return [] }
    try write { db in
      for key in seen.subtracting(current) {
        try db.execute(sql: "DELETE FROM alerts_seen WHERE account_id = ? AND key = ?", arguments: [account, key])
      }
      for key in current.subtracting(seen) {
        try db.execute(
          sql: "INSERT OR IGNORE INTO alerts_seen (account_id, key, at) VALUES (?, ?, ?)",
          arguments: [account, key, now.seconds])
      }
    }
    return current.subtracting(seen)
  }
}
