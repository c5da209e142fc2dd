import Crypto
import Foundation
import GRDB
import ServiceDesk

/// What of a row tells of a person, and what stands there once that is taken away: one list for purging and for exports
/// that are masked.
struct PersonalColumn {
  enum Replacement {
    /// Nothing at all.
    case nothing
    case empty
    /// A word that says that something stood here.
    case word
    /// A name that tells nobody who it is, the same for the same one; else nothing.
    case pseudonym
    /// The same for an identifier, in which somebody's address may stand.
    case identifier
    /// What was done, without the words that somebody wrote.
    case act
    /// The command's name without what was typed after it.
    case command
    /// A mail of which only the id and the date are left.
    case mail
  }

  let name: String
  let replacement: Replacement

  /// By table. What an order is, what it cost and when things happened stay: figures are counted from those.
  static let all: [String: [PersonalColumn]] = [
    "messages": [
      .init(name: "sender", replacement: .empty), .init(name: "subject", replacement: .word),
      .init(name: "text", replacement: .word), .init(name: "quoted", replacement: .empty),
      .init(name: "buyer", replacement: .pseudonym), .init(name: "reply_to", replacement: .nothing),
      .init(name: "no_reply_link", replacement: .nothing), .init(name: "attachments", replacement: .nothing),
      .init(name: "flaws", replacement: .nothing),
    ],
    "commands": [.init(name: "words", replacement: .command)],
    "events": [.init(name: "act", replacement: .act)],
    "outbox": [.init(name: "mail", replacement: .mail)],
    "orders": [.init(name: "buyer", replacement: .nothing)],
    "feedback": [.init(name: "comment", replacement: .nothing)],
    "claims": [.init(name: "text", replacement: .nothing)],
  ]

  /// What an export that is masked leaves out beyond that: it goes to others, who need not find a row again.
  static let masked: [String: [PersonalColumn]] = [
    "messages": [.init(name: "external_id", replacement: .identifier)],
    "orders": [.init(name: "buyer", replacement: .pseudonym), .init(name: "tracking", replacement: .nothing)],
    "feedback": [.init(name: "external_id", replacement: .identifier)],
    "claims": [.init(name: "external_id", replacement: .identifier)],
    "violations": [
      .init(name: "external_id", replacement: .identifier), .init(name: "text", replacement: .word),
    ],
    "matters": [.init(name: "key", replacement: .identifier)],
    "cases": [
      .init(name: "buyer", replacement: .pseudonym), .init(name: "subject", replacement: .word),
      .init(name: "buyer_key", replacement: .pseudonym), .init(name: "tags", replacement: .empty),
    ],
    "examples": [.init(name: "text", replacement: .word)],
    "snapshots": [.init(name: "content", replacement: .empty)],
  ]

  /// What stands in the place of words that were taken away.
  static let word = PurgedWords.mark
  /// And in those of a masked export.
  static let mask = "[masked]"

  /// - Parameters:
  ///   - word: what stands in the place of words.
  ///   - pseudonym: what a buyer is called instead; nil: nothing.
  func replace(_ value: DatabaseValue, word: String = word, pseudonym: (String) -> String?) -> DatabaseValue {
    guard let text = String.fromDatabaseValue(value) else { return value }
    switch replacement {
    case .nothing: return .null
    case .empty: return "".databaseValue
    case .word: return text.isEmpty ? value : word.databaseValue
    case .identifier: return pseudonym(text).map { "id-" + $0.drop { $0 != "-" }.dropFirst() }?.databaseValue ?? .null
    case .pseudonym: return pseudonym(text)?.databaseValue ?? .null
    case .act:
      guard let act = Desk.decode(Act.self, text) else { return value }
      if case .tag = act, word == Self.mask { return Desk.json(Act.tag(add: [], remove: [])).databaseValue }
      return Desk.json(act.withoutWords(word)).databaseValue
    case .command: return String(text.prefix { !$0.isWhitespace }).databaseValue
    case .mail:
      guard let mail = Desk.decode(OutgoingMail.self, text) else { return value }
      return Desk.json(
        OutgoingMail(
          messageID: word == Self.mask ? "" : mail.messageID, fromName: "", from: "", to: "", subject: word,
          inReplyTo: nil, references: [],
          text: word, date: mail.date)
      ).databaseValue
    }
  }
}

/// Names for buyers that tell nobody who they are: a digest under a key.
struct Pseudonyms {
  let key: SymmetricKey

  func name(of buyer: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(buyer.lowercased().utf8), using: key)
    return "buyer-" + code.prefix(5).map { String(format: "%02x", $0) }.joined()
  }
}

/// The rows that a purge has been through: what it took away does not come back with a file that is imported again.
enum Purged {
  static func contains(_ id: Int64, of table: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM purged WHERE fact_table = ? AND fact = ?"),
      arguments: [Int(FactTable.named(table).number), id]) ?? false
  }
}
