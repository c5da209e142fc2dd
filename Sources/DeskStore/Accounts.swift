import Foundation
import GRDB
import ServiceDesk

extension Desk {
  /// All accounts, in the order in which they were added.
  package func accounts() throws -> [Account] {
    if let accountCache { return accountCache }
    let accounts = try read(Self.readAccounts)
    accountCache = accounts
    return accounts
  }

  package func account(named name: String) throws -> Account {
    guard let account = try accounts().first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw DeskFault.noSuchAccount(name)
    }
    return account
  }

  func account(_ id: Int64) throws -> Account {
    guard let account = try accounts().first(where: { $0.id == id }) else { throw DeskFault.noSuchAccount("\(id)") }
    return account
  }

  package func add(_ account: Account) throws -> Account {
    accountCache = nil
    return try write { db in
      if try Bool.fetchOne(db, sql: "SELECT 1 FROM accounts WHERE name = ?", arguments: [account.name]) != nil {
        throw DeskFault.accountExists(account.name)
      }
      try db.execute(
        sql: "INSERT INTO accounts (name, profile, zone, is_business, addresses, settings) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          account.name, account.profile, account.zone, account.isBusiness, account.addresses.joined(separator: " "),
          Self.json(account.settings),
        ])
      var added = account
      added.id = db.lastInsertedRowID
      return added
    }
  }

  /// Stores an account's settings anew and, as its rules may have changed, its timers.
  package func update(_ account: Account) throws {
    accountCache = nil
    try write { db in
      try db.execute(
        sql: "UPDATE accounts SET profile = ?, zone = ?, is_business = ?, addresses = ?, settings = ? WHERE id = ?",
        arguments: [
          account.profile, account.zone, account.isBusiness, account.addresses.joined(separator: " "),
          Self.json(account.settings),
          account.id,
        ])
      try rebuildTimers(of: account, db)
    }
    accountCache = nil
  }

  /// What was compiled from the account's profile, if that was from the very same text.
  package func compiledProfile(of account: Account, digest: String) throws -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT compiled FROM accounts WHERE id = ? AND compiled_digest = ?", arguments: [account.id, digest])
    }
  }

  /// Keeps a compiled profile. Where another stood before, the rules have changed, and so the timers are made anew.
  package func keepCompiledProfile(_ compiled: String, of account: Account, digest: String) throws {
    try write { db in
      let before = try String.fetchOne(
        db, sql: "SELECT compiled_digest FROM accounts WHERE id = ?", arguments: [account.id])
      try db.execute(
        sql: "UPDATE accounts SET compiled = ?, compiled_digest = ? WHERE id = ?",
        arguments: [compiled, digest, account.id])
      if before != nil { try rebuildTimers(of: account, db) }
    }
    accountCache = nil
  }

  static func readAccounts(_ db: Database) throws -> [Account] {
    try Row.fetchAll(
      db,
      sql: "SELECT id, name, profile, zone, is_business, addresses, settings, compiled_digest FROM accounts ORDER BY id"
    ).map(readAccount)
  }

  private static func readAccount(_ row: Row) -> Account {
    var account = Account(
      id: row["id"], name: row["name"], profile: row["profile"], zone: row["zone"], isBusiness: row["is_business"],
      addresses: (row["addresses"] as String).split(separator: " ").map(String.init),
      settings: settings(row["settings"]))
    account.profileDigest = row["compiled_digest"]
    return account
  }

  /// Most accounts have no settings of their own, and a decoder costs more than the rest of a start.
  private static func settings(_ text: String) -> AccountSettings {
    text == "{}" ? AccountSettings() : decode(AccountSettings.self, text) ?? AccountSettings()
  }

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Values of this program always can be encoded; an empty text would be read back as "nothing known".
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  static func decode<T: Decodable>(_ type: T.Type, _ text: String?) -> T? {
    text.flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
  }
}
