import Foundation
import Intake

/// Takes a file apart into records, in pieces, as another thread does it.
struct TableParser: Sendable {
  struct Piece: Sendable {
    var records: [IncomingRecord] = []
    var rejects: [Reject] = []
    var format = ""
    var refusal: FileRefusal?
    var isEmpty = false
    var bytes = 0
  }

  let path: String
  let kind: ImportKind
  let mapping: [String: String]
  let context: TableContext
  private static let most = 5000
  /// A report that is read as a whole may be so long, in bytes.
  private static let longestReport = 64 << 20

  /// Hands over piece after piece, until there are no more or nobody wants them.
  func run(_ submit: (Piece) -> Bool) {
    do {
      if kind == .performance, let piece = try report() {
        _ = submit(piece)
        return
      }
      try table(submit)
    } catch let refusal as FileRefusal {
      _ = submit(Piece(refusal: refusal))
    } catch let refusal as TableRefusal {
      _ = submit(Piece(refusal: FileRefusal(reason: refusal.reason, line: refusal.line)))
    } catch {
      // Nobody wants any more.
    }
  }

  // MARK: - Reports

  /// The file as a report of a marketplace's; nil where it is a table.
  private func report() throws -> Piece? {
    // What comes from a pipe can be read only once: it must be a report, not a table.
    let content = try FileBytes.all(of: path, atMost: Self.longestReport)
    guard let first = content.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
      return Piece(isEmpty: true)
    }
    let isDocument = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<")].contains(first)
    guard isDocument, !Self.isFigureLine(content) else { return path == "-" ? try table(content) : nil }
    do {
      let snapshots = try PerformanceReports.read(content)
      let marketplaces = context.account.settings.marketplaceIDs ?? []
      var piece = Piece(format: snapshots.first?.format ?? "", bytes: content.count)
      for snapshot in snapshots {
        if snapshots.count > 1, let id = snapshot.marketplace, !marketplaces.contains(id) {
          let reason =
            "is about the marketplace \(id), and nobody has said whose that is: account set \(context.account.name) "
            + "marketplace-id \(id)"
          piece.rejects.append(Reject(line: 0, reason: reason))
        } else {
          piece.records.append(IncomingRecord(line: 1, facts: [.snapshot(snapshot)]))
        }
      }
      return piece
    } catch { throw FileRefusal(reason: error.reason) }
  }

  /// Whether it is the desk's own columns as JSON lines.
  private static func isFigureLine(_ content: [UInt8]) -> Bool {
    let line = String(decoding: content.prefix { $0 != 0x0A }.prefix(4096), as: UTF8.self)
    return line.contains("\"metric\"")
  }

  private func table(_ content: [UInt8]) throws -> Piece {
    var whole = Piece()
    var rows = RowTaker(parser: self) { piece in
      whole.records += piece.records
      whole.rejects += piece.rejects
      if !piece.format.isEmpty { whole.format = piece.format }
      return true
    }
    try content.withUnsafeBytes { try rows.feed($0) }
    try rows.finish()
    return whole
  }

  // MARK: - Tables

  private func table(_ submit: (Piece) -> Bool) throws {
    var bytes = try FileBytes(path)
    try withoutActuallyEscaping(submit) { submit in
      var rows = RowTaker(parser: self, submit: submit)
      while try bytes.next({ try rows.feed($0) }) {}
      try rows.finish()
    }
  }

  private struct Stopped: Error {}

  /// Rows to records.
  private struct RowTaker {
    let parser: TableParser
    let submit: (Piece) -> Bool
    private var reader: TableReader
    private var format: (any TableFormat)?
    private var piece = Piece()
    private var isEmpty = true

    init(parser: TableParser, submit: @escaping (Piece) -> Bool) {
      self.parser = parser
      self.submit = submit
      reader = TableReader(mapping: parser.mapping)
    }

    mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {
      isEmpty = false
      piece.bytes += bytes.count
      var rows: [TableRow] = []
      defer { if !rows.isEmpty { rows = [] } }
      do { try reader.feed(bytes) { rows.append($0) } } catch {
        try take(rows)
        rows = []
        _ = submit(piece)
        throw error
      }
      try take(rows)
      if piece.records.count + piece.rejects.count >= TableParser.most { try handOn() }
    }

    mutating func finish() throws {
      var rows: [TableRow] = []
      try reader.finish { rows.append($0) }
      if format == nil, !reader.columns.isEmpty { try recognise(reader.columns.map { $0.lowercased() }) }
      try take(rows)
      if let records = format?.finish() { take(records) }
      piece.isEmpty = isEmpty
      try handOn()
    }

    private mutating func handOn() throws {
      guard submit(piece) else { throw Stopped() }
      piece = Piece()
    }

    private mutating func take(_ rows: [TableRow]) throws {
      for row in rows {
        if format == nil {
          try recognise(reader.columns.isEmpty ? row.names : reader.columns.map { $0.lowercased() })
        }
        do {
          if let records = try format?.take(row) { take(records) }
        } catch { piece.rejects.append(Reject(line: row.line, reason: error.reason)) }
      }
    }

    private mutating func take(_ records: [IncomingRecord]) {
      for record in records {
        if let fault = record.fault {
          piece.rejects.append(Reject(line: record.line, reason: fault))
        } else {
          piece.records.append(record)
        }
      }
    }

    private mutating func recognise(_ columns: [String]) throws {
      guard !columns.isEmpty else {
        throw FileRefusal(
          reason: "is no table: it begins with neither a header nor an object on one line; a report goes in by "
            + "import performance FILE", line: 1)
      }
      let known = parser.mapping.isEmpty ? TableFormats.recognised(columns: columns, kind: parser.kind) : nil
      if parser.mapping.isEmpty, let reason = TableFormats.misplaced(columns: columns, kind: parser.kind) {
        throw FileRefusal(reason: reason, line: 1)
      }
      guard let chosen = known ?? TableFormats.own(kind: parser.kind) else {
        throw FileRefusal(reason: "is no table of \(parser.kind.rawValue)", line: 1)
      }
      if let reason = chosen.missing(reader.columns.isEmpty ? columns : reader.columns, mapping: parser.mapping) {
        throw FileRefusal(reason: reason, line: 1)
      }
      piece.format = chosen.name
      format = chosen.init(parser.context)
    }
  }
}
