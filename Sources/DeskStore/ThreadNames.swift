import Crypto
import Foundation
import GRDB

/// The names of conversations as the desk keeps them: by a digest under the desk's own key, so that no address stands
/// in them and nobody can make a name that meets another's.
struct ThreadNames {
  private let key: [UInt8]

  init(_ db: Database) throws {
    key = try Data.fetchOne(db, sql: "SELECT key FROM desk_key").map(Array.init) ?? []
  }

  /// The first eight bytes of SHA-256 over key, account and name: what is cut off can't be lengthened, so the plain
  /// digest will do, at a third of an HMAC's time.
  func number(of name: String, account: Int64) -> Int64 {
    var bytes = key
    withUnsafeBytes(of: account.bigEndian) { bytes += $0 }
    bytes += name.utf8
    return SHA256.hash(data: bytes).withUnsafeBytes { Int64(bigEndian: $0.loadUnaligned(as: Int64.self)) }
  }
}
