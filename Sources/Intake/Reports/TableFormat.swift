import Foundation
import HealthCore
import ServiceDesk

/// What `import` is asked to bring in.
package enum ImportKind: String, Sendable, CaseIterable {
  case mail, messages, orders, feedback, claims, violations, performance, examples
}

/// One thing learnt from a record.
package enum IncomingFact: Sendable, Equatable {
  case message(IncomingMessage)
  case order(OrderFact)
  case feedback(FeedbackFact)
  case claim(ClaimFact)
  case violation(ViolationFact)
  case snapshot(PerformanceSnapshot)
  case example(Lesson)
}

/// What one record of a file says: an order with all its item lines is one, an inquiry with its answer too.
package struct IncomingRecord: Sendable, Equatable {
  /// Where it begins, from 1; of a record with a fault, where that stands.
  package var line: Int
  package var facts: [IncomingFact]
  /// Why it is rejected, where only later rows or the file's end show that it must be; it then says nothing else.
  package var fault: String?

  package init(line: Int, facts: [IncomingFact]) {
    self.line = line
    self.facts = facts
  }

  package init(line: Int, fault: String) {
    self.line = line
    self.facts = []
    self.fault = fault
  }
}

/// What a format must know to read a row.
package struct TableContext: Sendable {
  package var account: Account
  /// The instant of the import.
  package var now: Date

  package init(account: Account, now: Date) {
    self.account = account
    self.now = now
  }

  package var zone: TimeZone { account.timeZone }
}

/// A layout of a table: one a file of this folder. A new one goes into `TableFormats.all`.
package protocol TableFormat: Sendable {
  /// As `import --json` names it.
  static var name: String { get }
  /// As people call it: "Amazon's returns report".
  static var title: String { get }
  static var kind: ImportKind { get }
  /// The fields by the names under which `take` asks for them; what `--map` may name.
  static var fields: [String] { get }
  /// The fields without which no row can be read.
  static var required: [String] { get }
  /// Whether a table with these columns, in lower case, is of this layout.
  static func recognises(_ columns: [String]) -> Bool
  init(_ context: TableContext)
  /// Takes a row, and gives the records that are complete by it.
  mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord]
  /// The records that only the end of the file completes.
  mutating func finish() -> [IncomingRecord]
}

extension TableFormat {
  package mutating func finish() -> [IncomingRecord] { [] }

  /// Why no row of a table with these columns, as the file names them, can be read; nil where they can.
  package static func missing(_ columns: [String], mapping: [String: String]) -> String? {
    let named = Set(columns.map { $0.lowercased() })
    for (field, column) in mapping.sorted(by: { $0.key < $1.key }) {
      if !fields.contains(field) {
        return "--map names the unknown field \(field); known are \(fields.joined(separator: ", "))"
      }
      if !named.contains(column.lowercased()) { return "--map names the column \(column), which the file doesn't have" }
    }
    let has = named.union(mapping.keys)
    guard let lacking = required.first(where: { !has.contains($0) }) else { return nil }
    return "has no column \(lacking); its columns are \(columns.joined(separator: ", ")); "
      + "name the right one with --map \(lacking)=COLUMN"
  }
}
