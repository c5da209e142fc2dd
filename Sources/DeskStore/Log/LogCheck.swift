import Foundation
import GRDB
import ServiceDesk

/// Holds the log against itself and every fact against the log. Time is linear in what the desk holds.
struct LogCheck {
  /// How many places are told of each table.
  private static let mostProblems = 20

  private let db: Database
  private(set) var entries = 0
  private(set) var problems: [String] = []
  /// The chain's last digest: who keeps it elsewhere can tell that nothing before it was changed or cut off since.
  private(set) var head = Data(count: FactDigest.length)
  var headText: String { head.map { String(format: "%02x", $0) }.joined() }
  private var latest: [UInt8: [Int64: Record]] = [:]
  private var names: [Int64: String] = [:]

  private struct Record {
    var entry: Int64
    var digest: SIMD4<UInt64>
  }

  init(_ db: Database) throws {
    self.db = db
    try followChain()
    for table in FactTable.all { try compare(table) }
  }

  // MARK: - The chain

  private mutating func followChain() throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, at, agent, what, facts, digest FROM log ORDER BY id")
    var last: Int64 = 0
    while let row = try rows.next() {
      entries += 1
      let id: Int64 = row[0]
      let facts: Data = row[4]
      if id != last + 1 { problems.append("log: entries \(last + 1) to \(id - 1) are missing") }
      let digest = Log.digest(after: head, id: id, at: row[1], agent: row[2], what: row[3], facts: facts)
      head = row[5]
      if digest != head { problems.append("log: entry \(name(row)) does not follow from the one before it") }
      last = id
      try take(facts, of: row)
    }
  }

  private mutating func take(_ facts: Data, of row: Row) throws {
    let id: Int64 = row[0]
    names[id] = name(row)
    guard facts.count % Log.recordLength == 0 else {
      return problems.append("log: entry \(name(row)) is cut off")
    }
    facts.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Log.recordLength) {
        let fact = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 1, as: Int64.self))
        let digest = bytes.loadUnaligned(fromByteOffset: start + 9, as: SIMD4<UInt64>.self)
        latest[bytes[start], default: [:]][fact] = Record(entry: id, digest: digest)
      }
    }
  }

  /// "17 (reply, 2026-09-10 08:00)".
  private func name(_ row: Row) -> String {
    let at = Date(seconds: row[1]).formatted(
      .verbatim(
        "\(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
        timeZone: .gmt, calendar: Calendar(identifier: .gregorian)))
    return "\(row[0] as Int64) (\(row[3] as String), \(at))"
  }

  // MARK: - The facts

  /// What the row belongs to, in words that a user knows.
  private static func subject(of row: Row) -> String {
    func value(_ column: String) -> String? { row.hasColumn(column) ? (row[column] as DatabaseValue).description : nil }
    if let number = value("case_id") { return " (#\(number))" }
    if row.hasColumn("order_number"), let number: String = row["order_number"] {
      return " (order \(TextGate.oneLine(number)))"
    }
    if row.hasColumn("number"), let number: String = row["number"] { return " (order \(TextGate.oneLine(number)))" }
    return ""
  }

  private mutating func compare(_ table: FactTable) throws {
    var logged = latest.removeValue(forKey: table.number) ?? [:]
    var found: [String] = []
    let statement = try db.makeStatement(sql: FactDigest.select(table))
    let rows = try Row.fetchCursor(statement)
    var facts = FactDigest()
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard let record = logged.removeValue(forKey: id) else {
        found.append("\(table.name) \(id)\(Self.subject(of: row)): the log knows nothing of it")
        continue
      }
      let digest = facts.ofRow(statement.sqliteStatement).withUnsafeBytes {
        $0.loadUnaligned(as: SIMD4<UInt64>.self)
      }
      if digest != record.digest {
        found.append(
          "\(table.name) \(id)\(Self.subject(of: row)): not as entry \(names[record.entry] ?? "?") of the log left it")
      }
    }
    for (id, record) in logged.sorted(by: { $0.key < $1.key }) where record.digest != .zero {
      found.append("\(table.name) \(id): gone, though entry \(names[record.entry] ?? "?") of the log left it there")
    }
    problems += found.prefix(Self.mostProblems)
    if found.count > Self.mostProblems {
      problems.append("\(table.name): \(found.count - Self.mostProblems) more")
    }
  }
}
