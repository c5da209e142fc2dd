import DeskStore
import Foundation
import Intake
import ServiceDesk

/// Imports messages in the desk's own columns.
struct MessageImport {
  let session: Session
  let account: Account
  let mapping: [String: String]
  let isDryRun: Bool

  func run(_ path: String, into tally: inout ImportTally) throws {
    var file = ImportTally.File(name: path, format: "messages")
    do { try take(path, &file, &tally) } catch let refusal as FileRefusal {
      refuse(&file, line: refusal.line, reason: refusal.reason, &tally)
    } catch let refusal as TableRefusal {
      refuse(&file, line: refusal.line, reason: refusal.reason, &tally)
    }
    tally.files.append(file)
  }

  private func refuse(_ file: inout ImportTally.File, line: Int, reason: String, _ tally: inout ImportTally) {
    file.isRefused = true
    tally.rejects.append((file.name, Reject(line: line, reason: reason)))
  }

  private func take(_ path: String, _ file: inout ImportTally.File, _ tally: inout ImportTally) throws {
    var bytes = try FileBytes(path)
    var reader = TableReader(mapping: mapping)
    var table = MessageTable(account: account)
    var progress = Progress(session: session, name: path, size: bytes.size)
    let ingestor = Ingestor(session.desk)
    var batch: [IncomingMessage] = []
    var isChecked = false
    var isEmpty = true
    func fileBatch() throws {
      defer { batch = [] }
      if isDryRun {
        file.added += batch.count
      } else {
        for outcome in try ingestor.ingest(batch) { file.count(outcome) }
      }
    }
    func row(_ row: TableRow, columns: [String]) throws {
      if !isChecked, !columns.isEmpty {
        isChecked = true
        if let reason = MessageTable.missing(columns, mapping: mapping) { throw FileRefusal(reason: reason, line: 1) }
      }
      do { batch.append(try table.message(row)) } catch {
        file.rejected += 1
        tally.rejects.append((file.name, Reject(line: row.line, reason: error.reason)))
      }
      if batch.count >= 1000 { try fileBatch() }
    }
    var rows: [TableRow] = []
    func handOn() throws {
      for next in rows { try row(next, columns: reader.columns) }
      rows = []
    }
    while try bytes.next({ piece in
      isEmpty = false
      try reader.feed(piece) { rows.append($0) }
      try Progress.checkInterrupt(file.read)
      progress.advance(by: piece.count, done: file.read)
    }) { try handOn() }
    try reader.finish { rows.append($0) }
    if !isChecked, !reader.columns.isEmpty, let reason = MessageTable.missing(reader.columns, mapping: mapping) {
      throw FileRefusal(reason: reason, line: 1)
    }
    try handOn()
    try fileBatch()
    progress.end()
    if isEmpty { tally.notices.append("\(path) is empty") }
  }
}
