import Foundation
import Mail

/// Why a whole file can't be read as a table.
package struct TableRefusal: Error, Sendable, Equatable {
  package var line: Int
  package var reason: String
}

/// Reads CSV, TSV (RFC 4180, with quoted cells over several lines) or JSON lines, as the bytes come in, holding no
/// more than one record at a time.
package struct TableReader {
  /// A record longer than this is rejected, in bytes.
  static let longestRecord = 16 << 20

  private enum Kind { case unknown, separated(UInt8), jsonLines }

  private var kind = Kind.unknown
  /// The columns as the file names them.
  package private(set) var columns: [String] = []
  /// Where a field stands in a record, by its name in lower case.
  private var places: [String: Int] = [:]
  /// The names under which cells are wanted, by the file's own, lower-case.
  private let mapping: [String: String]
  private var record: [UInt8] = []
  /// The record's first byte that is no space, once it is there: looked for at every quotation mark, a line of spaces
  /// and quotation marks would cost its square.
  private var beginning: UInt8?
  private var recordLine = 1
  private var line = 1
  private var isQuoted = false
  private var hasJustClosed = false
  private var isOversized = false
  private var isFirst = true
  /// How cells that are no UTF-8 are written, once one has been met.
  private var encoding: CellEncoding?

  /// - Parameter mapping: FIELD to COLUMN, as given with `--map`.
  package init(mapping: [String: String] = [:]) {
    self.mapping = Dictionary(mapping.map { ($0.value.lowercased(), $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes more bytes, and hands over each record that they complete.
  package mutating func feed(_ bytes: UnsafeRawBufferPointer, _ row: (TableRow) throws -> Void) throws {
    var bytes = bytes
    if isFirst {
      isFirst = false
      if let reason = Self.refusal(of: bytes) { throw TableRefusal(line: 1, reason: reason) }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeRawBufferPointer(rebasing: bytes[3...]) }
    }
    for byte in bytes {
      if byte == 0x0A, !isQuoted {
        try endRecord(row)
        line += 1
        recordLine = line
        continue
      }
      if byte == 0x0A { line += 1 }
      if byte == 0x22, case .jsonLines = kind {
      } else if byte == 0x22, !startsObject {
        takeQuote()
      } else {
        hasJustClosed = false
      }
      if beginning == nil, byte > 0x20 { beginning = byte }
      if record.count < Self.longestRecord { record.append(byte) } else { isOversized = true }
    }
  }

  /// Hands over the last record.
  package mutating func finish(_ row: (TableRow) throws -> Void) throws {
    if isQuoted {
      isQuoted = false
      let reason = "a quotation mark that opens here is never closed"
      if columns.isEmpty { throw TableRefusal(line: recordLine, reason: reason) }
      try row(TableRow(line: recordLine, cells: [:], fault: reason))
      record = []
      return
    }
    try endRecord(row)
  }

  /// A quotation mark opens a cell only at its beginning, and goes on with one that has just closed: `""`. Elsewhere
  /// it is an inch.
  private mutating func takeQuote() {
    if isQuoted {
      isQuoted = false
      hasJustClosed = true
    } else if hasJustClosed || isAtCell {
      isQuoted = true
      hasJustClosed = false
    }
  }

  private var isAtCell: Bool {
    guard let last = record.last else { return true }
    if case .separated(let separator) = kind { return last == separator }
    return [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last)
  }

  /// Within a JSON line quotation marks are JSON's business.
  private var startsObject: Bool {
    if case .unknown = kind { return beginning == 0x7B }
    return false
  }

  private static func refusal(of start: UnsafeRawBufferPointer) -> String? {
    if start.starts(with: [0x1F, 0x8B]) { return "is compressed by gzip; unpack it first: gunzip FILE" }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "is a zip archive or spreadsheet; save it as CSV" }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16 text; save it as UTF-8"
    }
    if start.prefix(4096).contains(0) { return "is a binary file, no table" }
    return nil
  }

  private mutating func endRecord(_ row: (TableRow) throws -> Void) throws {
    defer {
      record.removeAll(keepingCapacity: record.count < 1 << 20)
      beginning = nil
      isOversized = false
      hasJustClosed = false
    }
    if record.last == 0x0D { record.removeLast() }
    if record.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
    if isOversized {
      if columns.isEmpty, case .unknown = kind {
        throw TableRefusal(line: recordLine, reason: "begins with a line of over 16 MiB: this is no table")
      }
      return try row(TableRow(line: recordLine, cells: [:], fault: "is longer than 16 MiB"))
    }
    if case .unknown = kind { kind = recognise() }
    switch kind {
    case .unknown: break
    case .jsonLines: try row(jsonRow())
    case .separated(let separator):
      var cells = TableCells(record: record, separator: separator)
      if encoding == nil { encoding = cells.foreignEncoding }
      cells.encoding = encoding ?? .western
      if columns.isEmpty {
        columns = (0..<cells.count).map { cells.text($0) }
        for (place, column) in columns.enumerated() where places[name(column)] == nil { places[name(column)] = place }
        return
      }
      var found = TableRow(line: recordLine, record: cells, places: places)
      if cells.count != columns.count { found.fault = "has \(cells.count) cells, the header \(columns.count)" }
      try row(found)
    }
  }

  private func recognise() -> Kind {
    if record.first(where: { $0 > 0x20 }) == 0x7B { return .jsonLines }
    let counts = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].map { separator in
      (record.count { $0 == separator }, separator)
    }
    return .separated(counts.max { $0.0 < $1.0 }.map { $0.0 == 0 ? UInt8(ascii: ",") : $0.1 } ?? UInt8(ascii: ","))
  }

  private func jsonRow() -> TableRow {
    var cells: [String: String] = [:]
    guard let object = try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any] else {
      return TableRow(line: recordLine, cells: [:], fault: "is no JSON object")
    }
    var fault: String?
    for (key, value) in object {
      switch value {
      case let text as String: if !text.isEmpty { cells[name(key)] = text }
      case let number as NSNumber:
        cells[name(key)] = CFBoolean.isBoolean(number) ? (number.boolValue ? "true" : "false") : number.stringValue
      case is NSNull: break
      default: fault = "has a \(key) that is neither text, number nor true or false"
      }
    }
    return TableRow(line: recordLine, cells: cells, fault: fault)
  }

  private func name(_ column: String) -> String {
    let lower = column.lowercased()
    return mapping[lower] ?? lower
  }
}

private enum CFBoolean {
  /// JSON's true and false come as numbers.
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
