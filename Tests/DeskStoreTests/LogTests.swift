import Foundation
import GRDB
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

/// Whatever is changed behind the desk's back is found, with its place.
@Suite("The log") struct LogTests {
  /// A desk with something in every table of facts.
  private static let full: (folder: ScratchFolder, path: String) = {
    let folder = ScratchFolder()
    let path = folder.path + "/full.sqlite"
    do { try FullDesk.make(at: path) } catch { fatalError("the desk of the test can't be made: \(error)") }
    return (folder, path)
  }()

  private func copy() throws -> (folder: ScratchFolder, path: String) {
    let folder = ScratchFolder()
    let path = folder.path + "/desk.sqlite"
    try FileManager.default.copyItem(atPath: Self.full.path, toPath: path)
    return (folder, path)
  }

  @Test("a desk that nobody tampered with is whole") func whole() throws {
    let (folder, path) = try copy()
    defer { withExtendedLifetime(folder) {} }
    let found = try Desk(path: path).verify()
    #expect(found.problems == [] && found.chainIsWhole && found.totalsAgree)
  }

  @Test(
    "any value of any fact that is changed is found, and so is any row that goes or comes", arguments: FactTable.all)
  func facts(_ table: FactTable) throws {
    let (folder, path) = try copy()
    defer { withExtendedLifetime(folder) {} }
    let file = try DatabaseQueue(path: path)
    let columns = try file.read { try $0.columns(in: table.name) }
    let id = try #require(try file.read { try Int64.fetchOne($0, sql: "SELECT max(rowid) FROM \(table.name)") })
    let place = try Regex("\(table.name) \(id)( \\(.*\\))?:")
    for column in columns where column.primaryKeyIndex == 0 || column.type != "INTEGER" {
      try file.inDatabase { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.inTransaction {
          let old = try DatabaseValue.fetchOne(db, sql: "SELECT \(column.name) FROM \(table.name) WHERE rowid = \(id)")
          try db.execute(
            sql: "UPDATE \(table.name) SET \(column.name) = ? WHERE rowid = \(id)",
            arguments: [Self.changed(try #require(old), column)])
          let problems = try LogCheck(db).problems
          #expect(problems.contains { $0.prefixMatch(of: place) != nil }, "\(column.name): \(problems)")
          return .rollback
        }
      }
    }
    try file.inDatabase { db in
      try db.inTransaction {
        try db.execute(sql: "DELETE FROM \(table.name) WHERE rowid = \(id)")
        #expect(try LogCheck(db).problems.contains { $0.prefixMatch(of: place) != nil && $0.contains("gone") })
        return .rollback
      }
    }
  }

  /// Another value that differs in one byte.
  private static func changed(_ value: DatabaseValue, _ column: ColumnInfo) -> DatabaseValue {
    switch value.storage {
    case .null:
      switch column.type {
      case "INTEGER": 1.databaseValue
      case "BLOB": Data([1]).databaseValue
      default: "x".databaseValue
      }
    case .int64(let number): (number ^ 1).databaseValue
    case .double(let number): number.nextUp.databaseValue
    case .string(let text):
      (text.isEmpty ? "x" : String(text.dropLast()) + (text.last == "x" ? "y" : "x")).databaseValue
    case .blob(let data): Data(data.dropLast() + [(data.last ?? 0) ^ 1]).databaseValue
    }
  }

  @Test(
    "any entry of the log that is changed is found, in any of its columns",
    arguments: [
      "at = at + 1", "agent = agent || 'x'", "what = 'note'", "facts = CAST(facts || x'00' AS BLOB)",
      "digest = zeroblob(32)",
      "facts = CAST(substr(facts, 1, 40) || x'00' || substr(facts, 42) AS BLOB)",
    ])
  func entries(_ change: String) throws {
    let (folder, path) = try copy()
    defer { withExtendedLifetime(folder) {} }
    let file = try DatabaseQueue(path: path)
    try file.inDatabase { db in
      try db.execute(sql: "DROP TRIGGER log_is_not_changed; UPDATE log SET \(change) WHERE id = 3")
      #expect(try LogCheck(db).problems.contains { $0.hasPrefix("log: entry 3 (") || $0.hasPrefix("log: entry 4 (") })
    }
  }

  @Test("the log itself refuses to be changed or cut") func appendOnly() throws {
    let (folder, path) = try copy()
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: path)
    for change in ["UPDATE log SET at = 0", "DELETE FROM log WHERE id = 2"] {
      #expect(throws: (any Error).self) { try desk.write { try $0.execute(sql: change) } }
    }
    #expect(try desk.verify().problems == [])
  }

  @Test("entries that are missing in the middle, or at the end, are found") func cut() throws {
    for (entry, word) in [(3, "log: entries 3 to 3 are missing"), (0, "the log knows nothing of it")] {
      let (folder, path) = try copy()
      defer { withExtendedLifetime(folder) {} }
      let file = try DatabaseQueue(path: path)
      try file.inDatabase { db in
        try db.execute(
          sql: "DROP TRIGGER log_is_not_cut; DELETE FROM log WHERE id = iif(?1 > 0, ?1, (SELECT max(id) FROM log))",
          arguments: [entry])
        let problems = try LogCheck(db).problems
        #expect(problems.contains { $0.contains(word) }, "\(problems)")
      }
    }
  }

  @Test("a flipped bit in the bytes of a text in the file is found", arguments: FullDesk.words)
  func bytes(_ word: String) throws {
    let (folder, path) = try copy()
    defer { withExtendedLifetime(folder) {} }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.range(of: Data(word.utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let found = try Desk(path: path).verify()
    #expect(!found.problems.isEmpty)
  }
}
