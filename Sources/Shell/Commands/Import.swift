import ArgumentParser
import Foundation
import Intake
import ServiceDesk

struct Import: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in mail, tables and reports.",
    discussion: discussion(
      """
      mail: mbox, Maildir folder or .eml, found out by looking.
      messages, orders, feedback, claims, violations: CSV, TSV or JSON lines in the desk's own columns, or as \
      marketplaces give them: Amazon's orders, unshipped orders, returns and feedback, Alibaba's inquiries, Etsy's sold \
      orders. Any other table with --map.
      examples: answered messages with the canned reply used, text and response; they teach suggest.
      performance: Amazon's performance report (V2 JSON, V1 XML), eBay's seller standards, or figures by hand.
      - is standard input. The same file twice changes nothing; an empty cell keeps what is known.
      """))
  static let examples = [
    Example("import mail Mail/inbox.mbox", "an mbox file"),
    Example("import orders orders.csv --account amazon-us", "orders, from which most figures are counted"),
    Example("import performance account-health.json --account amazon-us", "what the marketplace itself says"),
    Example(
      "import messages chats.csv --account shop-de --map at=Date --map text=Body", "a table with columns of its own"),
  ]

  @Argument(
    help: "mail, messages, orders, feedback, claims, violations, performance or examples.") var kind: ImportKind
  @Argument(help: "Files, a Maildir folder, or - for standard input.", completion: .file()) var files: [String] = []
  @Option(help: "Read a field from this column, as FIELD=COLUMN; may be given several times.") var map: [String] = []
  @Flag(help: "Only say what would be done.") var dryRun = false

  func run(in session: inout Session) throws -> any Answer {
    session.hasImported = true
    guard !files.isEmpty else {
      throw Complaint.usage("import needs a file", try: "import \(kind.rawValue) FILE, or - for standard input")
    }
    let accounts = try session.desk.accounts()
    if kind == .examples { return try importExamples(session) }
    guard !accounts.isEmpty else {
      throw Complaint.usage("there is no account yet to import into", try: "account add NAME --profile amazon")
    }
    var tally = ImportTally()
    tally.isDryRun = dryRun
    if kind == .mail {
      guard map.isEmpty else { throw Complaint.usage("--map is for tables, not for mail", try: "import mail FILE") }
      let chosen = try session.chosenAccount().map { [$0] } ?? accounts
      let intake = MailIntake(
        accounts: try chosen.map { IntakeAccount(account: $0, profile: try session.profiles.profile(of: $0)) },
        now: session.now)
      for file in files { try MailImport(session: session, intake: intake, isDryRun: dryRun).run(file, into: &tally) }
    } else {
      guard let account = try session.chosenAccount() ?? (accounts.count == 1 ? accounts[0] : nil) else {
        throw Complaint.usage(
          "there are several accounts: say into which", try: "--account \(accounts.map(\.name).joined(separator: ", "))"
        )
      }
      let mapping = try mapping()
      for file in files {
        try TableImport(session: session, account: account, kind: kind, mapping: mapping, isDryRun: dryRun).run(
          file, into: &tally)
      }
    }
    return tally
  }

  /// Examples are the whole desk's, whatever accounts there are.
  private func importExamples(_ session: Session) throws -> any Answer {
    var tally = ImportTally()
    tally.isDryRun = dryRun
    let mapping = try mapping()
    for file in files {
      try TableImport(
        session: session, account: Account(name: "", profile: "plain"), kind: kind, mapping: mapping, isDryRun: dryRun
      ).run(file, into: &tally)
    }
    if !dryRun, tally.files.contains(where: { $0.added > 0 }) { try session.relearn() }
    return tally
  }

  private func mapping() throws -> [String: String] {
    var mapping: [String: String] = [:]
    for word in map {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw Complaint.usage("--map \(word) is no FIELD=COLUMN", try: "--map at=Date")
      }
      mapping[String(word[..<equals]).lowercased()] = String(word[word.index(after: equals)...])
    }
    return mapping
  }
}

extension ImportKind: ExpressibleByArgument {}
