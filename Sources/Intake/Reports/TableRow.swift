import Foundation
import Mail

/// One record of a table, by column. A cell becomes text only when it is asked for.
package struct TableRow: Sendable, Equatable {
  /// Where it begins, from 1.
  package var line: Int
  /// What is wrong with the record as such; it is then to be rejected.
  package var fault: String?
  private let record: TableCells
  private let places: [String: Int]

  init(line: Int, record: TableCells, places: [String: Int]) {
    self.line = line
    self.record = record
    self.places = places
  }

  /// A row out of its cells by name, as a JSON line gives it.
  package init(line: Int, cells: [String: String], values: [String] = [], fault: String? = nil) {
    self.line = line
    self.fault = fault
    var places: [String: Int] = [:]
    var texts = values
    for (name, text) in cells {
      places[name] = texts.count
      texts.append(text)
    }
    self.places = places
    record = TableCells(texts: texts, shown: values.isEmpty ? 0 : values.count)
  }

  /// A cell by its field's name in lower case, without white space around it; nil where it is empty.
  package subscript(_ name: String) -> String? {
    guard let place = places[name], place < record.count else { return nil }
    let text = record.text(place)
    return text.isEmpty ? nil : text
  }

  /// The cell with the white space around it.
  package func raw(_ name: String) -> String? {
    places[name].flatMap { $0 < record.count ? record.raw($0) : nil }
  }

  /// All cells that hold something, by field.
  package var cells: [String: String] {
    places.keys.reduce(into: [:]) { cells, name in
      if let text = raw(name), !text.isEmpty { cells[name] = text }
    }
  }

  /// All cells in the file's order, for tables whose header is in a language of its own; empty for JSON lines.
  package var values: [String] { (0..<record.shown).map { record.text($0) } }

  /// The fields that the row has.
  package var names: [String] { places.keys.sorted() }

  /// Rows are the same when they say the same, in whatever order.
  package static func == (left: TableRow, right: TableRow) -> Bool {
    left.line == right.line && left.fault == right.fault && left.cells == right.cells
  }
}

/// How cells are written that are no UTF-8.
enum CellEncoding: Sendable {
  /// Windows-1252: what spreadsheets of the West save.
  case western
  /// Shift_JIS: Amazon's Japanese reports (MARKETPLACES.md 6.2).
  case japanese
}

/// The cells of a record: their bytes, unquoted, one after another.
struct TableCells: Sendable {
  private var bytes: [UInt8] = []
  /// Where each cell ends.
  private var ends: [Int] = []
  /// How many of them stand in the file's order.
  let shown: Int
  var encoding = CellEncoding.western

  var count: Int { ends.count }

  init(texts: [String], shown: Int) {
    self.shown = shown
    for text in texts {
      bytes += text.utf8
      ends.append(bytes.count)
    }
  }

  /// Takes a record of RFC 4180 apart. A quotation mark inside a bare cell is an inch.
  init(record: [UInt8], separator: UInt8) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    bytes.reserveCapacity(record.count)
    ends.reserveCapacity(24)
    var isQuoted = false
    var start = 0
    var index = 0
    record.withUnsafeBufferPointer { record in
      while index < record.count {
        let byte = record[index]
        if isQuoted {
          if byte != 0x22 {
            bytes.append(byte)
          } else if index + 1 < record.count, record[index + 1] == 0x22 {
            bytes.append(0x22)
            index += 1
          } else {
            isQuoted = false
          }
        } else if byte == separator {
          ends.append(bytes.count)
          start = bytes.count
        } else if byte == 0x22, bytes.count == start {
          isQuoted = true
        } else {
          bytes.append(byte)
        }
        index += 1
      }
    }
    ends.append(bytes.count)
    self.bytes = bytes
    self.ends = ends
    shown = ends.count
  }

  func raw(_ place: Int) -> String { decoded(range(place)) }

  /// Without the white space around it.
  func text(_ place: Int) -> String {
    var range = range(place)
    while let first = range.first, Self.isSpace(bytes[first]) { range = range.dropFirst() }
    while let last = range.last, Self.isSpace(bytes[last]) { range = range.dropLast() }
    return decoded(range)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  private func decoded(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { all in
      let cell = UnsafeBufferPointer(rebasing: all[range])
      if let text = String(validating: cell, as: UTF8.self) { return text }
      let raw = UnsafeRawBufferPointer(cell)
      if encoding == .japanese, let text = Charset.text(raw, charset: "shift_jis") { return text }
      return Charset.western(raw)
    }
  }

  /// The encoding of cells that are no UTF-8; nil where all are. Kana in Shift_JIS are two bytes of which the first is
  /// 0x82 or 0x83: in western text these are a low quotation mark and a guilder sign, seldom in a row.
  var foreignEncoding: CellEncoding? {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var pairs = 0
    var index = 0
    while index + 1 < bytes.count {
      let isKana = (bytes[index] == 0x82 || bytes[index] == 0x83) && bytes[index + 1] >= 0x40
      let isKanji = (0x88...0x9F).contains(bytes[index]) && bytes[index + 1] >= 0x40
      if isKana || isKanji { pairs += 1 }
      index += isKana || isKanji ? 2 : 1
    }
    return pairs >= 2 ? .japanese : .western
  }
}
