import DeskStore
import Foundation

/// The file of an export of everything: a head, a line for each row, and an end by which a file that was cut off shows.
///
/// `{"replywell":"export","schema":5,"masked":false}`, `{"table":"orders","row":{"id":1,…}}` …, `{"end":120}`. Bytes are
/// written as `{"base64":"…"}`.
enum WholeExportFile {
  static func head(isMasked: Bool) -> Document {
    .object(["replywell": .text("export"), "schema": .int(Desk.exportVersion), "masked": .bool(isMasked)])
  }

  static func line(_ row: ExportedRow) -> Document {
    .object([
      "table": .text(row.table),
      "row": .object(row.values.map { .init(key: $0.name, value: Document($0.value)) }),
    ])
  }

  static func end(_ count: Int) -> Document { .object(["end": .int(count)]) }

  /// Whether a file begins as such an export does.
  static func isExport(_ path: String) -> Bool {
    guard !Desk.isOpen(path), let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 13)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
      == "{\"replywell\":"
  }

  /// Makes an empty desk equal to the one that was exported.
  ///
  /// - Throws: `Complaint` naming the file and the line.
  static func load(_ path: String, into desk: Desk) throws -> Int {
    var lines = try LineReader(path)
    func refuse(_ reason: String) -> Complaint {
      Complaint(
        "\(path), line \(lines.number): \(reason)", try: "export everything once more", exitCode: ExitStatus.rejected)
    }
    guard let first = try lines.next(), let head = try? JSONDecoder().decode(Head.self, from: first) else {
      throw refuse("no export of everything begins like this")
    }
    guard !head.masked else { throw refuse("a masked export can't be made a desk again") }
    var count = 0
    var isOver = false
    do {
      let loaded = try desk.load(version: head.schema) {
        guard let bytes = try lines.next() else {
          if !isOver { throw refuse("the export was cut off") }
          return nil
        }
        guard let line = try? JSONDecoder().decode(Line.self, from: bytes), !isOver else {
          throw refuse("this is no row of an export")
        }
        if let end = line.end {
          guard end == count else { throw refuse("\(end) rows were written, but \(count) are here") }
          isOver = true
          if try lines.next() != nil { throw refuse("something follows the export's end") }
          return nil
        }
        guard let table = line.table, let row = line.row else { throw refuse("this is no row of an export") }
        count += 1
        return ExportedRow(table: table, values: row.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) })
      }
      try desk.doubtWaitingReplies()
      return loaded
    } catch let fault as ExportFault {
      switch fault {
      case .deskInUse:
        throw Complaint(
          "an export makes a new desk; this one has something on it", try: "restore \(Words.quoted(path)) --desk NEW")
      case .otherVersion(let version):
        throw refuse("it was written by another Replywell (version \(version) of the desk)")
      case .unknownTable(let table): throw refuse("there is no table \(table)")
      case .unreadable(let table, let reason): throw refuse("\(table): \(reason)")
      case .unsound(let problem):
        throw Complaint(
          "\(path) is not what was exported: \(problem)", try: "export everything once more",
          exitCode: ExitStatus.rejected)
      }
    }
  }

  private struct Head: Decodable {
    var schema: Int
    var masked: Bool
  }

  private struct Line: Decodable {
    var table: String?
    var row: [String: Cell]?
    var end: Int?
  }

  private struct Cell: Decodable {
    var value: ExportedValue

    init(from decoder: any Decoder) throws {
      if let bytes = try? decoder.container(keyedBy: Key.self) {
        value = .bytes(try bytes.decode(Data.self, forKey: .base64))
        return
      }
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let number = try? container.decode(Int64.self) {
        value = .int(number)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        value = .text(try container.decode(String.self))
      }
    }

    private enum Key: String, CodingKey { case base64 }
  }
}

extension Document {
  init(_ value: ExportedValue) {
    self =
      switch value {
      case .null: .null
      case .bool(let isTrue): .bool(isTrue)
      case .int(let number): .int(Int(number))
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .bytes(let data): .object(["base64": .text(data.base64EncodedString())])
      }
  }
}
