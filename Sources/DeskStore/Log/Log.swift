import Crypto
import Foundation
import GRDB

/// The log: for each transaction the digests of the facts it has touched, chained to the entry before by SHA-256.
///
/// An entry's `facts` are records of 41 bytes: the table's number, the row's, the digest of the row as it was left;
/// all zeros for one that was deleted.
struct Log {
  static let recordLength = 1 + 8 + FactDigest.length
  /// Larger transactions make several entries, so that none grows beyond measure.
  static let mostRecords = 10_000

  private let db: Database
  private let command: Command
  private var last: Int64
  private var chain: Data
  private var facts: [UInt8] = []
  private var digest = FactDigest()

  /// - Parameter command: who writes, when and by which command; its words are that command's name alone, as nothing of
  ///   a buyer's may stand in the log.
  init(_ db: Database, as command: Command) throws {
    self.db = db
    self.command = command
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, digest FROM log ORDER BY id DESC LIMIT 1"))
    last = row?[0] ?? 0
    chain = row?[1] ?? Data(count: FactDigest.length)
  }

  /// Logs the rows as they now stand.
  mutating func append(_ touched: [FactTable: [Int64]]) throws {
    for (table, ids) in touched.sorted(by: { $0.key.number < $1.key.number }) {
      for run in Self.runs(of: ids) { try add(run, of: table) }
    }
    try close()
  }

  /// Rows that follow each other are read in one go.
  private static func runs(of ids: [Int64]) -> [ClosedRange<Int64>] {
    ids.reduce(into: []) { runs, id in
      if let open = runs.last, open.upperBound &+ 1 == id {
        runs[runs.count - 1] = open.lowerBound...id
      } else {
        runs.append(id...id)
      }
    }
  }

  private mutating func add(_ run: ClosedRange<Int64>, of table: FactTable) throws {
    if table.isPersonal { try renewSalts(of: run, in: table) }
    let statement = try db.cachedStatement(sql: FactDigest.select(table, where: "f.rowid BETWEEN ? AND ?"))
    let rows = try Row.fetchCursor(statement, arguments: [run.lowerBound, run.upperBound])
    var next = run.lowerBound
    while let row = try rows.next() {
      let id: Int64 = row[0]
      while next < id { try addDeleted(&next, of: table) }
      try digest.ofRow(statement.sqliteStatement).withUnsafeBytes { try add(table, id, $0) }
      next = id &+ 1
    }
    while next <= run.upperBound { try addDeleted(&next, of: table) }
  }

  private mutating func addDeleted(_ id: inout Int64, of table: FactTable) throws {
    try [UInt8](repeating: 0, count: FactDigest.length).withUnsafeBytes { try add(table, id, $0) }
    id &+= 1
  }

  /// A random number beside each fact that may hold something of a person's: it goes into the fact's digest, and once
  /// it is replaced the old digest tells nothing of what the fact was.
  private func renewSalts(of run: ClosedRange<Int64>, in table: FactTable) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO salts (fact_table, fact, salt)
        SELECT \(table.number), rowid, randomblob(16) FROM \(table.name) WHERE rowid BETWEEN ? AND ?
        """
    ).execute(arguments: [run.lowerBound, run.upperBound])
  }

  private mutating func add(_ table: FactTable, _ id: Int64, _ digest: UnsafeRawBufferPointer) throws {
    facts.append(table.number)
    withUnsafeBytes(of: id.bigEndian) { facts += $0 }
    facts += digest
    if facts.count >= Self.mostRecords * Self.recordLength { try close() }
  }

  private mutating func close() throws {
    guard !facts.isEmpty else { return }
    last += 1
    let facts = Data(facts)
    self.facts.removeAll(keepingCapacity: true)
    chain = Self.digest(
      after: chain, id: last, at: command.at.seconds, agent: command.agent, what: command.words, facts: facts)
    try db.cachedStatement(sql: "INSERT INTO log (id, at, agent, what, facts, digest) VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [last, command.at.seconds, command.agent, command.words, facts, chain])
  }

  /// An entry's digest: over that of the entry before and everything in its own row.
  static func digest(after chain: Data, id: Int64, at: Int, agent: String, what: String, facts: Data) -> Data {
    var digest = FactDigest()
    let values: [any DatabaseValueConvertible] = [chain, id, at, agent, what, facts]
    for (place, value) in values.enumerated() { digest.add(value.databaseValue, at: place) }
    return Data(digest.finish())
  }
}
