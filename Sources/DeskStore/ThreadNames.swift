import Crypto
import Foundation
import GRDB

/// The names of conversations as the desk keeps them: by a digest under the desk's own key, so that no address stands
/// in them and nobody can make a name that meets another's.
struct ThreadNames {
  private let key: SymmetricKey

  init(_ db: Database) throws {
    key = SymmetricKey(data: try Data.fetchOne(db, sql: "SELECT key FROM desk_key") ?? Data())
  }

  func number(of name: String, account: Int64) -> Int64 {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(account) \(name)".utf8), using: key)
    return code.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
