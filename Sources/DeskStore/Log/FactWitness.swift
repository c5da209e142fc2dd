import GRDB

/// Sees which facts a transaction touches, so that nobody who writes one has to remember to say so.
final class FactWitness: TransactionObserver {
  private var touched: [FactTable: [Int64]] = [:]
  private var lastName = ""
  private var lastTable: FactTable?

  func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
    switch kind {
    case .insert(let table), .delete(let table), .update(let table, _): FactTable.byName[table] != nil
    }
  }

  func databaseDidChange(with event: DatabaseEvent) {
    if event.tableName != lastName {
      lastName = event.tableName
      lastTable = FactTable.byName[lastName]
    }
    guard let lastTable else { return }
    touched[lastTable, default: []].append(event.rowID)
  }

  func databaseDidCommit(_ db: Database) {}

  func databaseDidRollback(_ db: Database) { touched = [:] }

  /// What has been touched since this was last asked: each row once, in order.
  func take() -> [FactTable: [Int64]] {
    defer { touched = [:] }
    return touched.mapValues { ids in
      var sorted = ids.sorted()
      var kept = 0
      for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
        sorted[kept] = sorted[index]
        kept += 1
      }
      return Array(sorted.prefix(kept))
    }
  }
}
