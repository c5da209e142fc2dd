import DeskStore
import Foundation
import Intake
import ServiceDesk

/// Imports a table or a report: one thread reads and takes it apart, this one files what it says.
struct TableImport {
  let session: Session
  let account: Account
  let kind: ImportKind
  let mapping: [String: String]
  let isDryRun: Bool
  /// Records that go into one transaction: many, as the totals are written once for all of them; not so many that the
  /// reader, which is at most as far ahead, would stand idle while they are filed.
  private static let batch = 25_000

  func run(_ path: String, into tally: inout ImportTally) throws {
    let format = kind == .performance ? "" : TableFormats.own(kind: kind)?.name ?? ""
    var file = ImportTally.File(name: path, format: format)
    do { try take(path, &file, &tally) } catch let refusal as FileRefusal {
      file.isRefused = true
      tally.rejects.append((file.name, Reject(line: refusal.line, reason: refusal.reason)))
    }
    tally.files.append(file)
  }

  private func take(_ path: String, _ file: inout ImportTally.File, _ tally: inout ImportTally) throws {
    let size = try FileBytes(path).size
    let parser = TableParser(
      path: path, kind: kind, mapping: mapping, context: TableContext(account: account, now: session.now))
    let work = OrderedWork<TableParser.Piece, TableParser.Piece>(threads: 1, mostUnderWay: 5) { $0 }
    defer { work.stop() }
    let reader = Thread {
      parser.run { work.submit($0) }
      work.finish()
    }
    reader.stackSize = 8 << 20
    reader.start()
    var progress = Progress(session: session, name: path, size: size)
    var filer = RecordFiler(session: session, account: account, isDryRun: isDryRun)
    var pending: [IncomingRecord] = []
    var refusal: FileRefusal?
    while let piece = work.next() {
      try Progress.checkInterrupt(file.read)
      if !piece.format.isEmpty { file.format = piece.format }
      file.rejected += piece.rejects.count
      tally.rejects += piece.rejects.map { (file.name, $0) }
      pending += piece.records
      if pending.count >= Self.batch {
        try filer.file(pending, &file)
        pending = []
      }
      if piece.isEmpty { tally.notices.append("\(path) is empty") }
      refusal = refusal ?? piece.refusal
      progress.advance(by: piece.bytes, done: file.read)
    }
    // What stands before the place at which a file breaks off is taken, and said so.
    try filer.file(pending, &file)
    progress.end()
    tally.notices += filer.notices(of: path)
    if file.read == 0, file.rejected == 0, refusal == nil, !tally.notices.contains("\(path) is empty") {
      tally.notices.append("\(path) has no rows")
    }
    if let refusal { throw refusal }
  }
}

/// Files records in the desk, and counts what became of them.
private struct RecordFiler {
  let session: Session
  let account: Account
  let isDryRun: Bool
  private let ingestor: Ingestor
  private var flawed: [String] = []
  private var flaws = 0

  init(session: Session, account: Account, isDryRun: Bool) {
    self.session = session
    self.account = account
    self.isDryRun = isDryRun
    ingestor = Ingestor(session.desk)
  }

  mutating func file(_ records: [IncomingRecord], _ file: inout ImportTally.File) throws {
    guard !records.isEmpty else { return }
    for record in records { note(record) }
    let facts = records.flatMap { $0.facts.map(NewFact.init) }
    let ingestor = ingestor
    let (account, now) = (account, session.now)
    let outcomes =
      isDryRun
      ? try session.desk.rehearse { try ingestor.ingest(facts, into: account, at: now) }
      : try ingestor.ingest(facts, into: account, at: now)
    var next = 0
    for record in records {
      let own = outcomes[next..<(next + record.facts.count)]
      next += record.facts.count
      file.count(own.contains(.added) ? .added : own.contains(.updated) ? .updated : .unchanged)
    }
  }

  private mutating func note(_ record: IncomingRecord) {
    for case .order(let order) in record.facts {
      guard !order.flaws.isEmpty else { continue }
      flaws += 1
      if flawed.count < 5 { flawed.append("order \(order.number): \(order.flaws.joined(separator: ", "))") }
    }
  }

  /// Contradictory dates are kept and told of.
  func notices(of path: String) -> [String] {
    guard flaws > 0 else { return [] }
    let more = flaws > flawed.count ? ["… and \(flaws - flawed.count) more"] : []
    return ["\(path): \(flaws) \(flaws == 1 ? "order has" : "orders have") dates that contradict each other; kept"]
      + flawed + more
  }
}

extension NewFact {
  fileprivate init(_ fact: IncomingFact) {
    self =
      switch fact {
      case .message(let message): .message(message)
      case .order(let order): .order(order)
      case .feedback(let feedback): .feedback(feedback)
      case .claim(let claim): .claim(claim)
      case .violation(let violation): .violation(violation)
      case .snapshot(let snapshot): .snapshot(snapshot)
      case .example(let example): .example(example)
      }
  }
}
