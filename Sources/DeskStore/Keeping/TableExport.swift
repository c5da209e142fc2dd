import Crypto
import Foundation
import GRDB

/// A kind of fact that can be exported in the columns in which it is imported.
package enum ExportKind: String, Sendable, CaseIterable {
  case messages, orders, feedback, claims, violations, examples

  /// The columns of INTERFACE.md after the account's name: `name=source` where the desk calls it otherwise, with `@` at
  /// the end for an instant and `?` for what is true, false or unknown.
  private var layout: String {
    switch self {
    case .messages: "message_id=external_id order_id=order_number buyer at@ subject text channel auto=is_automatic?"
    case .orders:
      "order_id=number purchased_at@ ship_by@ shipped_at@ deliver_by@ delivered_at@ cancelled_at@ cancelled_by carrier "
        + "tracking tracking_valid? fulfilled_by business? units total currency buyer product label=marketplace_label?"
    case .feedback:
      "feedback_id=external_id order_id=order_number rating comment left_at@ answered_at@ removed_at@"
    case .claims:
      "claim_id=external_id order_id=order_number kind opened_at@ due_at@ closed_at@ outcome reason amount currency text"
    case .violations: "violation_id=external_id kind severity opened_at@ due_at@ resolved_at@ listing text"
    case .examples: "text response"
    }
  }

  /// What is true, false or unknown.
  fileprivate var truths: Set<String> {
    Set(
      layout.split(separator: " ").filter { $0.hasSuffix("?") }
        .compactMap { $0.dropLast().split(separator: "=").first.map(String.init) })
  }

  fileprivate var columns: [(name: String, source: String)] {
    let written = layout.split(separator: " ").map { word in
      let names = word.trimmingCharacters(in: CharacterSet(charactersIn: "@?")).split(separator: "=").map(String.init)
      let source = names[names.count - 1]
      return switch word.last {
      case "@": (names[0], "strftime('%Y-%m-%dT%H:%M:%SZ', \(source), 'unixepoch')")
      default: (names[0], source)
      }
    }
    guard self == .messages else { return written }
    return written + [("thread", "'case-' || case_id"), ("direction", "iif(direction = 0, 'in', 'out')")]
  }

  /// Which rows belong to the cases asked for.
  fileprivate var belongs: String {
    let matters =
      "SELECT m.key FROM matters m JOIN wanted_cases w ON w.id = m.case_id WHERE m.account_id = t.account_id"
    return switch self {
    case .messages: "case_id IN (SELECT id FROM wanted_cases)"
    case .orders:
      "number IN (SELECT order_number FROM cases WHERE id IN (SELECT id FROM wanted_cases) AND account_id = t.account_id)"
    case .feedback: "'feedback ' || external_id IN (\(matters))"
    case .claims: "'claim ' || external_id IN (\(matters))"
    case .violations: "'violation ' || external_id IN (\(matters))"
    case .examples: "1"
    }
  }

  /// A message that was taken back was never written; nor was what stands for feedback, a claim, a violation or a
  /// shipment in the queue, which are exported as what they are.
  fileprivate var condition: String {
    guard self == .messages else { return "1" }
    return
      "is_void = 0 AND NOT EXISTS (SELECT 1 FROM matters m WHERE m.account_id = t.account_id AND m.key = t.external_id)"
  }

  /// The names of the columns, with the account's before them.
  ///
  /// - Parameter masked: with a column that keeps an import from taking masks for facts.
  package func names(masked: Bool) -> [String] { ["account"] + columns.map(\.name) + (masked ? ["masked"] : []) }
}

extension Desk {
  /// Gives every fact of a kind in the columns in which it can be imported, in the order in which it came.
  ///
  /// - Parameters:
  ///   - cases: only what belongs to these; nil: everything.
  ///   - masked: without what tells of a person; buyers get names that stay the same within this export only.
  package func export(
    _ kind: ExportKind, account: Int64?, cases: [Int64]?, masked: Bool, _ give: (ExportedRow) throws -> Void
  ) throws {
    try read { db in
      var conditions = [kind.condition]
      if kind != .examples, let account { conditions.append("t.account_id = \(account)") }
      if let cases {
        try db.execute(
          sql: "DROP TABLE IF EXISTS temp.wanted_cases; CREATE TEMP TABLE wanted_cases (id INTEGER PRIMARY KEY)")
        let insert = try db.makeStatement(sql: "INSERT OR IGNORE INTO wanted_cases VALUES (?)")
        for id in cases { try insert.execute(arguments: [id]) }
        conditions.append(kind.belongs)
      }
      let name = kind == .examples ? "NULL" : "(SELECT name FROM accounts WHERE id = t.account_id)"
      let columns = kind.columns.map { "\($0.source) AS \"\($0.name)\"" }.joined(separator: ", ")
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT \(name) AS account, \(columns) FROM \(kind.rawValue) t "
          + "WHERE \(conditions.joined(separator: " AND ")) ORDER BY t.id")
      let truths = kind.truths
      let pseudonyms = Pseudonyms(key: SymmetricKey(size: .bits256))
      let names = kind.names(masked: false)
      while let row = try rows.next() {
        var values = zip(names, row.databaseValues).map { name, value -> (name: String, value: ExportedValue) in
          if truths.contains(name), let isTrue = Bool.fromDatabaseValue(value) { return (name, .bool(isTrue)) }
          return (name, ExportedValue(masked ? Self.masked(name, value, pseudonyms) : value))
        }
        if masked { values.append(("masked", .bool(true))) }
        try give(ExportedRow(table: kind.rawValue, values: values))
      }
    }
  }

  private static func masked(
    _ column: String, _ value: DatabaseValue, _ names: Pseudonyms
  ) -> DatabaseValue {
    let replacement: PersonalColumn.Replacement? =
      switch column {
      case "buyer": .pseudonym
      case "message_id", "feedback_id", "claim_id", "violation_id": .identifier
      case "subject", "comment", "text": .word
      case "tracking": .nothing
      default: nil
      }
    guard let replacement else { return value }
    return PersonalColumn(name: column, replacement: replacement).replace(
      value, word: PersonalColumn.mask, pseudonym: names.name)
  }
}
