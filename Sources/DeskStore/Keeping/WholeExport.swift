import Crypto
import Foundation
import GRDB
import ServiceDesk

/// A value of a row that is exported.
package enum ExportedValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case number(Double)
  case text(String)
  case bytes(Data)
}

/// One row of one table of the desk.
package struct ExportedRow: Sendable, Equatable {
  package var table: String
  package var values: [(name: String, value: ExportedValue)]

  package init(table: String, values: [(name: String, value: ExportedValue)]) {
    self.table = table
    self.values = values
  }

  package static func == (a: ExportedRow, b: ExportedRow) -> Bool {
    a.table == b.table && a.values.elementsEqual(b.values) { $0 == $1 }
  }
}

/// Why an export can't be read back.
package enum ExportFault: Error, Sendable, Equatable {
  /// A desk that has something on it already.
  case deskInUse
  case otherVersion(Int)
  case unknownTable(String)
  case unreadable(table: String, reason: String)
  /// It is not, or no longer, what was written.
  case unsound(String)
}

extension Desk {
  /// The tables of an export, those first that others refer to. What can be made out of the facts again is left out,
  /// but for the rows of cases: their numbers are facts.
  private static let exported =
    ["accounts", "cases", "snapshots", "commands", "messages"]
    + FactTable.all.map(\.name).filter { !["accounts", "snapshots", "commands", "messages"].contains($0) }
    + ["alerts_seen", "purged", "salts", "log", "sqlite_sequence"]
  /// These are in the order of their key anyway.
  private static let withoutRowid: Set<String> = ["alerts_seen", "purged", "salts"]
  /// What would tell of the persons that a masked export is to keep quiet about.
  private static let unmaskable: Set<String> = ["salts", "log", "desk_key", "threads", "purged"]

  /// The schema that an export is written in.
  package static var exportVersion: Int { version }

  /// Gives every row that makes up the desk, as of one instant.
  ///
  /// - Parameter masked: without what tells of a person; buyers get names that stay the same within this export only.
  package func export(masked: Bool, _ give: (ExportedRow) throws -> Void) throws {
    try read { db in
      try db.inTransaction(.deferred) {
        let names = Pseudonyms(key: SymmetricKey(size: .bits256))
        for table in Self.exported where !masked || !Self.unmaskable.contains(table) {
          let personal = masked ? Self.personal(table) : [:]
          let order = Self.withoutRowid.contains(table) ? "" : " ORDER BY rowid"
          let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table)\(order)")
          while let row = try rows.next() {
            try give(
              ExportedRow(
                table: table,
                values: zip(row.columnNames, row.databaseValues).map { name, value in
                  (
                    name,
                    ExportedValue(
                      personal[name]?.replace(value, word: PersonalColumn.mask, pseudonym: names.name) ?? value)
                  )
                }))
          }
        }
        return .commit
      }
    }
  }

  private static func personal(_ table: String) -> [String: PersonalColumn] {
    let columns = (PersonalColumn.all[table] ?? []) + (PersonalColumn.masked[table] ?? [])
    return Dictionary(columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// Makes an empty desk equal to the one whose rows these are: all of it, or nothing is changed. What is derived is made
  /// anew, and every fact held against the log that came with it.
  ///
  /// - Parameter next: the next row; nil at the end.
  /// - Returns: how many rows were read.
  package func load(version: Int, _ next: () throws -> ExportedRow?) throws -> Int {
    guard version == Self.version else { throw ExportFault.otherVersion(version) }
    defer { accountCache = nil }
    return try write { db in
      let isUsed = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM accounts) OR EXISTS (SELECT 1 FROM cases)")
      if isUsed == true { throw ExportFault.deskInUse }
      try Self.clear(db)
      var columns: [String: Set<String>] = [:]
      var count = 0
      while let row = try next() {
        if columns[row.table] == nil {
          guard Self.exported.contains(row.table) else { throw ExportFault.unknownTable(row.table) }
          columns[row.table] = Set(try db.columns(in: row.table).map(\.name))
        }
        try Self.insert(row, columns: columns[row.table] ?? [], db)
        count += 1
      }
      for id in try Int64.fetchAll(db, sql: "SELECT id FROM messages") { try SearchWords.add(row: id, db) }
      accountCache = try Self.readAccounts(db)
      try rebuildDerived(db)
      let check = try LogCheck(db)
      if let problem = check.problems.first { throw ExportFault.unsound(problem) }
      forgetTouched()
      return count
    }
  }

  /// What a new desk has of its own makes room for what comes.
  private static func clear(_ db: Database) throws {
    let triggers = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'")
    for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
    for table in exported.reversed() { try db.execute(sql: "DELETE FROM \(table)") }
    for trigger in triggers { try db.execute(sql: trigger[1] as String) }
  }

  private static func insert(_ row: ExportedRow, columns: Set<String>, _ db: Database) throws {
    let names = row.values.map(\.name)
    guard Set(names).isSubset(of: columns), Set(names).count == names.count, !names.isEmpty else {
      throw ExportFault.unreadable(table: row.table, reason: "it has other columns")
    }
    // Filling the other tables has begun it already.
    if row.table == "sqlite_sequence", let name = row.values.first(where: { $0.name == "name" })?.value {
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [name.databaseValue])
    }
    do {
      try db.cachedStatement(
        sql: "INSERT INTO \(row.table) (\(names.joined(separator: ", "))) VALUES (\(HealthFiling.places(names.count)))"
      ).execute(arguments: StatementArguments(row.values.map(\.value.databaseValue)))
    } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT {
      throw ExportFault.unreadable(table: row.table, reason: "it contradicts another row")
    }
  }
}

extension ExportedValue {
  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .int(number)
      case .double(let number): .number(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes(data)
      }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .bool(let isTrue): isTrue.databaseValue
    case .int(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let data): data.databaseValue
    }
  }
}
