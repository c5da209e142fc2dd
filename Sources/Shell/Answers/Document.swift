import Foundation
import ServiceDesk

/// A value as machines read it. Unlike `Encodable` it keeps the order of keys, writes what is unknown as `null`, and
/// prints a rate the same way every time.
package indirect enum Document: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case number(Double)
  case text(String)
  case list([Document])
  case object([Member])

  package struct Member: Sendable, Equatable {
    var key: String
    var value: Document
  }

  package static func object(_ members: KeyValuePairs<String, Document>) -> Document {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  package static func instant(_ date: Date?) -> Document { date.map { .text($0.rfc3339) } ?? .null }
  package static func optional(_ text: String?) -> Document { text.map { .text($0) } ?? .null }
  package static func optional(_ int: Int?) -> Document { int.map { .int($0) } ?? .null }
  package static func optional(_ number: Double?) -> Document { number.map { .number($0) } ?? .null }
  package static func optional(_ bool: Bool?) -> Document { bool.map { .bool($0) } ?? .null }
  package static func texts(_ texts: [String]) -> Document { .list(texts.map { .text($0) }) }

  package subscript(key: String) -> Document? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  // MARK: - JSON

  package var json: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .int(let value): output += String(value)
    case .number(let value): output += value.isFinite ? Self.digits(value) : "null"
    case .text(let value): Self.quote(value, to: &output)
    case .list(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += "," }
        value.write(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += "," }
        Self.quote(member.key, to: &output)
        output += ":"
        member.value.write(to: &output)
      }
      output += "}"
    }
  }

  static func digits(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(value)" : value.description
  }

  /// What a terminal might obey is written as an escape: JSON of others' words is often printed on one.
  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    var invisible = 0
    for scalar in text.unicodeScalars {
      let isHarmful = TextGate.isHarmful(scalar, after: &invisible)
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      default:
        if isHarmful {
          for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }

  /// A list as the one thing that CSV and Markdown are made of.
  var asRows: Document { .object(["rows": self]) }

  // MARK: - Tables

  /// The rows of the answer: its first list of objects, else the answer itself as one row.
  var rows: (columns: [String], rows: [[Document]]) {
    var objects: [Document] = [self]
    if case .object(let members) = self {
      for member in members {
        guard case .list(let list) = member.value else { continue }
        let isTable = list.allSatisfy { if case .object = $0 { true } else { false } }
        guard isTable else { continue }
        objects = list
        break
      }
    }
    var columns: [String] = []
    for case .object(let members) in objects {
      for member in members where !columns.contains(member.key) { columns.append(member.key) }
    }
    return (columns, objects.map { object in columns.map { object[$0] ?? .null } })
  }

  /// RFC 4180, with a head. A cell that a spreadsheet would take for a formula is written as text.
  package var csv: String {
    let table = rows
    return ([table.columns] + table.rows.map { $0.map(\.csvCell) }).map(Self.csvLine).joined()
  }

  /// One object of a table that is written piece by piece: the line of its values.
  var csvRow: String {
    guard case .object(let members) = self else { return "" }
    return Self.csvLine(members.map(\.value.csvCell))
  }

  /// The line of its keys.
  var csvHead: String {
    guard case .object(let members) = self else { return "" }
    return Self.csvLine(members.map(\.key))
  }

  static func csvLine(_ cells: [String]) -> String { cells.map(csvQuote).joined(separator: ",") + "\r\n" }

  private var csvCell: String {
    switch self {
    case .text, .list: Self.asText(cell)
    // A number may be negative, and an object begins with a brace.
    default: cell
    }
  }

  /// A spreadsheet looks at the first character alone, whatever marks stand on it: an apostrophe makes it text. The wide
  /// signs are what Chinese and Japanese keyboards write, and spreadsheets there take for the same.
  private static func asText(_ cell: String) -> String {
    let isFormula = cell.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    return isFormula ? "'" + cell : cell
  }

  private static func csvQuote(_ cell: String) -> String {
    let cell = TextGate.clean(cell)
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  package var markdown: String {
    let table = rows
    let lines = [table.columns, table.columns.map { _ in "---" }] + table.rows.map { $0.map(\.cell) }
    return lines.map { line in
      "| " + line.map { Self.markdownCell($0) }.joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func markdownCell(_ text: String) -> String {
    var output = ""
    for character in TextGate.oneLine(text) {
      if "\\|<>`*_[]".contains(character) { output.append("\\") }
      output.append(character)
    }
    return output
  }

  private var cell: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .list(let values) where values.allSatisfy(\.isScalar): values.map(\.cell).joined(separator: " ")
    default: json
    }
  }

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }
}
