/// A table of facts: the log covers each of its rows.
struct FactTable: Hashable, Sendable {
  /// Stands for the table in the log; never given to another.
  let number: UInt8
  let name: String
  /// Whether its rows may hold what a purge takes away: their digests are salted.
  let isPersonal: Bool

  static let all: [FactTable] = [
    FactTable(1, "accounts"), FactTable(2, "messages", isPersonal: true), FactTable(3, "threads"),
    FactTable(4, "commands", isPersonal: true), FactTable(5, "events", isPersonal: true),
    FactTable(6, "outbox", isPersonal: true), FactTable(7, "orders", isPersonal: true),
    FactTable(8, "feedback", isPersonal: true), FactTable(9, "claims", isPersonal: true), FactTable(10, "violations"),
    FactTable(11, "matters"), FactTable(12, "snapshots"), FactTable(13, "standings"), FactTable(14, "examples"),
    FactTable(15, "audits"), FactTable(16, "review_marks"), FactTable(17, "review_tasks"), FactTable(18, "plans"),
    FactTable(19, "plan_versions"), FactTable(20, "desk_key"),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  static let byNumber = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0) })

  private init(_ number: UInt8, _ name: String, isPersonal: Bool = false) {
    self.number = number
    self.name = name
    self.isPersonal = isPersonal
  }

  static func named(_ name: String) -> FactTable {
    guard let table = byName[name] else { fatalError("\(name) is no table of facts") }
    return table
  }
}
