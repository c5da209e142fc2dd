import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// SHA-256 over values, each with its place, its kind and its length, so that no two rows are written alike.
///
/// What is NULL is left out: a column that a later release adds changes no digest of the rows before it.
struct FactDigest {
  private var bytes: [UInt8] = []

  /// A digest's length, in bytes.
  static let length = 32

  init() { bytes.reserveCapacity(2048) }

  /// Rows of a table as `ofRow` takes them: the row's number, its salt, and the fact itself.
  static func select(_ table: FactTable, where condition: String = "true") -> String {
    """
    SELECT f.rowid, s.salt, f.* FROM \(table.name) f
    LEFT JOIN salts s ON s.fact_table = \(table.number) AND s.fact = f.rowid WHERE \(condition) ORDER BY f.rowid
    """
  }

  /// The digest of the row on which a statement made by `select` stands.
  ///
  /// Each fact that is written comes by here, so SQLite's own bytes are taken, without making values of them.
  mutating func ofRow(_ statement: SQLiteStatement) -> SHA256Digest {
    bytes.removeAll(keepingCapacity: true)
    append(sqlite3_column_blob(statement, 1), count: sqlite3_column_bytes(statement, 1))
    for column in 2..<sqlite3_column_count(statement) { add(column, of: statement, at: Int(column - 2)) }
    return finish()
  }

  private mutating func add(_ column: CInt, of statement: SQLiteStatement, at place: Int) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: begin(place, 1, sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: begin(place, 2, Int64(bitPattern: sqlite3_column_double(statement, column).bitPattern))
    case SQLITE_TEXT: add(3, UnsafeRawPointer(sqlite3_column_text(statement, column)), column, of: statement, at: place)
    case SQLITE_BLOB: add(4, sqlite3_column_blob(statement, column), column, of: statement, at: place)
    default: return
    }
  }

  private mutating func add(
    _ kind: UInt8, _ start: UnsafeRawPointer?, _ column: CInt, of statement: SQLiteStatement, at place: Int
  ) {
    // Asked for after the bytes themselves, as SQLite wants it.
    let count = sqlite3_column_bytes(statement, column)
    begin(place, kind, Int64(count))
    append(start, count: count)
  }

  private mutating func append(_ start: UnsafeRawPointer?, count: CInt) {
    bytes += UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }

  mutating func add(_ value: DatabaseValue, at place: Int) {
    switch value.storage {
    case .null: return
    case .int64(let number): begin(place, 1, number)
    case .double(let number): begin(place, 2, Int64(bitPattern: number.bitPattern))
    case .string(var text):
      text.withUTF8 { utf8 in
        begin(place, 3, Int64(utf8.count))
        bytes += utf8
      }
    case .blob(let data):
      begin(place, 4, Int64(data.count))
      bytes += data
    }
  }

  private mutating func begin(_ place: Int, _ kind: UInt8, _ number: Int64) {
    bytes.append(UInt8(truncatingIfNeeded: place))
    bytes.append(kind)
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }

  func finish() -> SHA256Digest {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize()
  }
}
