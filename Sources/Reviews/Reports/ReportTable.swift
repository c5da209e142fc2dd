import Foundation

/// A table of a report: shown on the page, and given to machines under its name.
package struct ReportTable: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case none
    case int(Int)
    /// A fraction or any other number.
    case number(Double)
    case text(String)
    case instant(Date)
  }
  package struct Column: Sendable, Equatable {
    /// The key for machines.
    package var key: String
    /// As people read it; nil: only for machines.
    package var title: String?
    package var isNumber: Bool

    package init(_ key: String, _ title: String?, number: Bool = false) {
      (self.key, self.title, isNumber) = (key, title, number)
    }
  }
  package struct Cell: Sendable, Equatable {
    package var value: Value
    /// As people read it.
    package var words: String

    package init(_ value: Value, _ words: String? = nil) {
      self.value = value
      self.words =
        words
        ?? {
          switch value {
          case .none: "–"
          case .int(let int): "\(int)"
          case .number(let number): "\(number)"
          case .text(let text): text
          case .instant(let instant): ReportTable.moment(instant)
          }
        }()
    }

    package static func text(_ text: String?) -> Cell { Cell(text.map { .text($0) } ?? .none) }
    package static func int(_ int: Int?) -> Cell { Cell(int.map { .int($0) } ?? .none) }
    package static func instant(_ instant: Date?) -> Cell { Cell(instant.map { .instant($0) } ?? .none) }
    package static func number(_ number: Double?, _ words: String) -> Cell {
      Cell(number.map { .number($0) } ?? .none, words)
    }
  }

  package var name: String
  package var title: String
  package var columns: [Column]
  package var rows: [[Cell]]

  package init(_ name: String, _ title: String, _ columns: [Column], _ rows: [[Cell]] = []) {
    (self.name, self.title, self.columns, self.rows) = (name, title, columns, rows)
  }

  /// "2026-11-22 04:00".
  package static func moment(_ instant: Date) -> String {
    let text = instant.rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// As HTML, the columns that people read.
  var html: String { html(of: rows) }

  func html(of rows: [[Cell]]) -> String {
    let shown = columns.indices.filter { columns[$0].title != nil }
    return HTML.table(
      shown.map { columns[$0].title ?? "" }, rows.map { row in shown.map { row[$0].words } }, label: title,
      numbers: Set(shown.indices.filter { columns[shown[$0]].isNumber }),
      status: shown.firstIndex { columns[$0].key == "status" })
  }
}
