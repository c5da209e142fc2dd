import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Export: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Give out what the desk holds, as JSON lines or CSV.",
    discussion: discussion(
      """
      everything: the whole desk, log included; restore makes an equal desk of it.
      messages, orders, feedback, claims, violations, examples: in the columns in which import takes them.
      cases: as queue --all lists them.
      Filter terms take only what belongs to the cases that fit, so an order without a case is left out; --account NAME \
      takes all of one account's, which is what another desk should be given. --masked leaves out what tells of a person: buyers get \
      names that are good within one export only, and import refuses it.
      """))
  static let examples = [
    Example("export everything --output desk.jsonl", "all of it, into a file that only you can read"),
    Example("export orders --format csv", "a table of all orders"),
    Example("export messages state:open --masked", "what open cases say, without saying who"),
  ]

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case everything, cases, messages, orders, feedback, claims, violations, examples
  }

  @Argument(help: "everything, cases, messages, orders, feedback, claims, violations or examples.") var kind: Kind
  @Argument(parsing: .allUnrecognized, help: "Filter terms, as with queue.", completion: .values(.filters))
  var filter: [Word] = []
  @Flag(help: "Without what tells of a person.") var masked = false
  @Option(help: "Write into this file, readable by you alone.", completion: .file()) var output: String?

  func run(in session: inout Session) throws -> any Answer {
    let format = session.options.format
    if format == .markdown {
      throw Complaint.usage("export gives JSON lines or CSV", try: "export \(kind.rawValue) --format csv")
    }
    let lines = try ExportLines(
      session: session, kind: kind, filter: try filter.texts(), isMasked: masked, isCSV: format == .csv)
    guard let output else { return ExportAnswer(lines: lines) }
    var count = 0
    try OutputFile.stream(to: output) { write in count = try lines.write(write) }
    return Said(
      "\(count) \(count == 1 ? "record" : "records") \("written", .good) to \(output)",
      document: .object(["file": .text(output), "records": .int(count)]))
  }
}

/// What goes out is told piece by piece: a desk may be larger than memory.
private struct ExportAnswer: Answer {
  var lines: ExportLines

  var document: Document { .null }
  var pieces: Pieces? { { write in _ = try lines.write(write) } }

  func text(on page: Page) -> Rich { "" }
}

/// The lines of an export, made while they are written.
private struct ExportLines {
  let session: Session
  let kind: Export.Kind
  let isMasked: Bool
  let isCSV: Bool
  /// The cases that fit the filter; nil without one.
  private let cases: [Case]?
  private let account: Int64?

  init(session: Session, kind: Export.Kind, filter: [String], isMasked: Bool, isCSV: Bool) throws {
    self.session = session
    self.kind = kind
    self.isMasked = isMasked
    self.isCSV = isCSV
    account = try session.chosenAccount()?.id
    let isWhole = kind == .everything || kind == .examples
    if isWhole, !filter.isEmpty || account != nil {
      throw Complaint.usage(
        "\(kind.rawValue) belongs to no case or account: it is exported whole", try: "export \(kind.rawValue)")
    }
    if kind == .everything, isCSV {
      throw Complaint.usage("everything has no columns in common", try: "export everything --output desk.jsonl")
    }
    if kind == .cases || !filter.isEmpty {
      let account = account
      cases = try session.desk.queue(try session.filter(filter), all: true, at: session.now, limit: nil).cases
        .filter { account == nil || $0.accountID == account }
    } else {
      cases = nil
    }
  }

  /// - Returns: how many records were written.
  func write(_ write: (String) throws -> Void) throws -> Int {
    var count = 0
    func give(_ document: Document) throws {
      count += 1
      try write(isCSV ? document.csvRow : document.json + "\n")
    }
    switch kind {
    case .everything:
      try write(WholeExportFile.head(isMasked: isMasked).json + "\n")
      try session.desk.export(masked: isMasked) { try give(WholeExportFile.line($0)) }
      try write(WholeExportFile.end(count).json + "\n")
    case .cases:
      let names = try Dictionary(uniqueKeysWithValues: session.desk.accounts().map { ($0.id, $0.name) })
      for (index, subject) in (cases ?? []).enumerated() {
        var subject = subject
        if isMasked {
          subject.buyer = nil
          subject.subject = nil
          subject.tags = []
        }
        let document = Document.of(subject, account: names[subject.accountID] ?? "?", at: session.now)
        if isCSV, index == 0 { try write(document.csvHead) }
        try give(document)
      }
    case .messages, .orders, .feedback, .claims, .violations, .examples:
      guard let table = ExportKind(rawValue: kind.rawValue) else { return 0 }
      if isCSV { try write(Document.csvLine(table.names(masked: isMasked))) }
      try session.desk.export(table, account: account, cases: cases?.map(\.id), masked: isMasked) { row in
        try give(.object(row.values.map { .init(key: $0.name, value: Document($0.value)) }))
      }
    }
    return count
  }
}
