import Crypto
import Foundation
import GRDB

/// SHA-256 over values, each with its place, its kind and its length, so that no two rows are written alike.
///
/// What is NULL is left out: a column that a later release adds changes no digest of the rows before it.
struct FactDigest {
  private var bytes: [UInt8] = []

  /// A digest's length, in bytes.
  static let length = 32

  init(salt: Data? = nil) {
    bytes.reserveCapacity(2048)
    if let salt { bytes += salt }
  }

  /// The digest of a row's columns from `first` on.
  static func of(_ row: Row, from first: Int, salt: Data?) -> SHA256Digest {
    var digest = FactDigest(salt: salt)
    for index in first..<row.count { digest.add((row[index] as DatabaseValue), at: index - first) }
    return digest.finish()
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

  func finish() -> SHA256Digest { SHA256.hash(data: bytes) }
}
