import DeskStore
import Foundation
import Intake
import LineEditor
import Mail
import ServiceDesk

/// Imports mails: one thread reads and cuts, others take the mails apart, this one files them.
struct MailImport {
  let session: Session
  let intake: MailIntake
  let isDryRun: Bool
  /// Mails are handed on in pieces of at most so many, or so many bytes.
  private static let mostMails = 200
  private static let mostBytes = 1 << 20

  private enum Piece: Sendable {
    case mails([RawMail])
    case refused(reason: String)
  }
  private struct Parsed: Sendable {
    var messages: [IncomingMessage] = []
    var rejects: [Reject] = []
    var flawed = 0
    var refusal: String?
    var bytes = 0
  }

  func run(_ path: String, into tally: inout ImportTally) throws {
    guard MailReader.isReady else {
      throw Complaint(
        "GMime is not installed, without which no mail can be read", try: "apt-get install libgmime-3.0-0",
        exitCode: ExitStatus.unavailable)
    }
    var file = ImportTally.File(name: path, format: "")
    let source: MailSource
    do { source = try MailSource(path) } catch let refusal as FileRefusal {
      refuse(&file, reason: refusal.reason, &tally)
      return
    }
    file.format = source.format.rawValue
    if source.format == .empty {
      tally.notices.append("\(path) is empty")
      tally.files.append(file)
      return
    }
    try take(source, &file, &tally)
    if file.read == 0, source.format == .maildir { tally.notices.append("\(path) holds no mails") }
    tally.files.append(file)
  }

  private func refuse(_ file: inout ImportTally.File, reason: String, _ tally: inout ImportTally) {
    file.isRefused = true
    tally.rejects.append((file.name, Reject(line: 0, reason: reason)))
    tally.files.append(file)
  }

  private func take(_ source: MailSource, _ file: inout ImportTally.File, _ tally: inout ImportTally) throws {
    let intake = intake
    let work = OrderedWork<Piece, Parsed>(threads: 2, mostUnderWay: 6) { Self.parse($0, intake) }
    defer { work.stop() }
    let reader = Thread {
      var pending: [RawMail] = []
      var bytes = 0
      func flush() -> Bool {
        defer {
          pending = []
          bytes = 0
        }
        return pending.isEmpty || work.submit(.mails(pending))
      }
      do {
        try source.mails { mail in
          pending.append(mail)
          bytes += mail.bytes.count
          guard pending.count >= Self.mostMails || bytes >= Self.mostBytes else { return }
          if !flush() { throw Stopped() }
        }
        _ = flush()
      } catch let refusal as FileRefusal {
        _ = flush()
        _ = work.submit(.refused(reason: refusal.reason))
      } catch {
        // Nobody wants any more.
      }
      work.finish()
    }
    reader.stackSize = 1 << 20
    reader.start()
    let ingestor = Ingestor(session.desk)
    var progress = Progress(session: session, name: file.name, size: source.size)
    var flawed = 0
    var batch: [IncomingMessage] = []
    func fileBatch() throws {
      defer { batch = [] }
      if isDryRun {
        file.added += batch.count
      } else {
        for outcome in try ingestor.ingest(batch) { file.count(outcome) }
      }
    }
    while let parsed = work.next() {
      try Progress.checkInterrupt(file.read)
      batch += parsed.messages
      if batch.count >= 1000 { try fileBatch() }
      file.rejected += parsed.rejects.count
      tally.rejects += parsed.rejects.map { (file.name, $0) }
      flawed += parsed.flawed
      if let reason = parsed.refusal { tally.rejects.append((file.name, Reject(line: 0, reason: reason))) }
      file.isRefused = file.isRefused || parsed.refusal != nil
      progress.advance(by: parsed.bytes, done: file.read)
    }
    try fileBatch()
    progress.end()
    if flawed > 0 {
      tally.notices.append(
        "\(flawed) \(flawed == 1 ? "mail has" : "mails have") flaws and \(flawed == 1 ? "was" : "were") taken as far as \(flawed == 1 ? "it goes" : "they go"); show tells which"
      )
    }
  }

  private struct Stopped: Error {}

  private static func parse(_ piece: Piece, _ intake: MailIntake) -> Parsed {
    var parsed = Parsed()
    switch piece {
    case .refused(let reason): parsed.refusal = reason
    case .mails(let mails):
      for mail in mails {
        parsed.bytes += mail.bytes.count
        switch intake.read(mail) {
        case .success(let message):
          parsed.messages.append(message)
          if !message.flaws.isEmpty { parsed.flawed += 1 }
        case .failure(let fault): parsed.rejects.append(Reject(line: mail.line, reason: fault.reason))
        }
      }
    }
    return parsed
  }
}

/// How far an import is, on a line of its own.
struct Progress {
  private let show: ((String) -> Void)?
  private let name: String
  private let size: Int
  private var bytes = 0
  private var last = Date.distantPast

  init(session: Session, name: String, size: Int) {
    show = session.progress
    self.name = name
    self.size = size
  }

  mutating func advance(by count: Int, done: Int) {
    bytes += count
    guard let show, Date().timeIntervalSince(last) > 0.2 else { return }
    last = Date()
    let share = size > 0 ? " \(min(100, bytes * 100 / size)) %" : ""
    show("\r\(DisplayWidth.cut(TextGate.oneLine(name), to: 40)): \(done)\(share) \u{1B}[K")
  }

  /// Ctrl-C ends an import between two batches; what has been filed by then stays.
  static func checkInterrupt(_ done: Int) throws {
    guard Interrupt.isRequested else { return }
    throw Complaint(
      "stopped after \(done); what was imported stays", try: "the same import again goes on where it stopped",
      exitCode: ExitStatus.cancelled)
  }

  func end() { show?("\r\u{1B}[K") }
}
