import ArgumentParser
import DeskStore
import Foundation
import Marketplaces
import ServiceDesk

struct PurgeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Take away what is known of buyers once the marketplace's time for it is over.",
    discussion: discussion(
      """
      Each account goes by its profile's rule (account rules NAME), such as 30 days after delivery; an account without \
      such a rule is left alone. Names, addresses, subjects and all words go; orders, instants, amounts, ids, tags \
      and tracking numbers stay, so every figure stays as it is. Kept are open claims, open cases, replies that have not gone out, and cases tagged \
      legal-hold. It can't be undone. Backups, exports and the mails in the outbox folder keep what they have: delete those yourself.
      """))
  static let examples = [
    Example("purge --dry-run", "what would go, and what is held back and why"),
    Example("purge --dry-run --json", "the same, for a script"),
  ]

  @Flag(help: "Only say what would be done.") var dryRun = false
  @Flag(help: "Don't ask.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let accounts = try session.chosenAccount().map { [$0] } ?? session.desk.accounts()
    var answer = PurgeAnswer(isDryRun: dryRun)
    for account in accounts {
      let rules = try session.profiles.profile(of: account).feedback
      let seconds = rules.retention
      answer.accounts.append(.init(name: account.name, days: seconds.map { $0 / 86_400 }, report: nil))
      guard let seconds else { continue }
      // A rehearsal is the purge itself, taken back: what it says is what would happen.
      answer.accounts[answer.accounts.count - 1].report = try session.desk.rehearse {
        try session.desk.purge(account, endedBefore: session.now.addingTimeInterval(Double(-seconds)), at: session.now)
      }
    }
    guard !dryRun, answer.total > 0 else { return answer }
    try confirm(answer, session)
    let (shown, now) = (answer, session.now)
    try session.desk.atOnce {
      for index in answer.accounts.indices {
        guard let days = answer.accounts[index].days else { continue }
        let account = try session.desk.account(named: answer.accounts[index].name)
        answer.accounts[index].report = try session.desk.purge(
          account, endedBefore: now.addingTimeInterval(Double(-days) * 86_400), at: now)
      }
      // Agreed to is what was shown, and nothing that has come since.
      guard yes || answer.accounts.map(\.report) == shown.accounts.map(\.report) else {
        throw Complaint("what is due has changed meanwhile; nothing was purged", try: "purge")
      }
    }
    answer.isForgotten = session.desk.forgetDeleted()
    if let days = answer.accounts.compactMap(\.days).min() {
      NoticeLog(environment: session.environment, desk: session.desk.path)
        .forget(before: session.now.addingTimeInterval(Double(-days) * 86_400))
    }
    session.filesTeach = nil
    return answer
  }

  /// What can't be undone is not done by a single key.
  private func confirm(_ answer: PurgeAnswer, _ session: Session) throws {
    if yes { return }
    guard let person = session.person else {
      throw Complaint.usage("purge can't be undone, and there is nobody to ask", try: "purge --yes")
    }
    let page = Page(width: session.environment.width(), now: session.now)
    person.show(answer.table(on: page) + "\n")
    guard
      person.line("\(answer.total) records; this can't be undone. Type \("\(answer.total)", .bold) to purge: ")
        == "\(answer.total)"
    else { throw Complaint("nothing was purged", exitCode: ExitStatus.cancelled) }
  }
}

private struct PurgeAnswer: Answer {
  struct Account {
    var name: String
    /// After delivery; nil where the profile has no such rule.
    var days: Int?
    var report: PurgeReport?
  }

  var isDryRun: Bool
  var accounts: [Account] = []
  /// Whether the space of what went was given back.
  var isForgotten = true

  var total: Int { accounts.compactMap(\.report?.total).reduce(0, +) }

  private static let tables = ["orders", "messages", "feedback", "claims", "outbox", "events", "commands"]

  var notices: [String] {
    isForgotten ? [] : ["another shell was reading just now: the file still holds what was deleted; purge once more"]
  }

  var document: Document {
    .object([
      "dryRun": .bool(isDryRun),
      "accounts": .list(
        accounts.map { account in
          .object(
            [
              .init(key: "account", value: .text(account.name)), .init(key: "days", value: .optional(account.days)),
            ]
              + Self.tables.map { .init(key: $0, value: .int(account.report?.rows[$0] ?? 0)) }
              + [
                .init(
                  key: "held",
                  value: .list(
                    (account.report?.held ?? []).map {
                      .object([
                        "case": .optional($0.caseID.map(Int.init)), "order": .optional($0.order),
                        "reason": .text($0.hold.rawValue),
                      ])
                    }))
              ])
        }),
    ])
  }

  /// What goes and what is held back, by account.
  func table(on page: Page) -> Rich {
    var table = TextTable(
      [.init("account", flexible: true), .init("after", right: true)]
        + Self.tables.prefix(4).map { .init($0, right: true) } + [
          .init("acts", right: true), .init("held", right: true),
        ])
    for account in accounts {
      let rows = account.report?.rows ?? [:]
      table.add(
        [Rich(account.name), Rich(account.days.map { "\($0) d" } ?? "no rule")]
          + Self.tables.prefix(4).map { Rich(account.report == nil ? "" : "\(rows[$0] ?? 0)") }
          + [
            Rich(account.report == nil ? "" : "\(Self.tables.dropFirst(4).compactMap { rows[$0] }.reduce(0, +))"),
            Rich(account.report.map { "\($0.held.count)" } ?? ""),
          ])
    }
    var output = table.text(width: page.width)
    for account in accounts {
      for held in account.report?.held.prefix(10) ?? [] {
        let order = held.order.map { " of order \($0)" } ?? ""
        output += "\n  kept  #\(held.caseID.map(String.init) ?? "?")\(order): \(held.hold.rawValue)"
      }
    }
    return output
  }

  func text(on page: Page) -> Rich {
    var output = table(on: page)
    if isDryRun {
      output +=
        "\n\(total == 0 ? "nothing is due" : "\(total) records would lose what they hold of a buyer; next: purge", .faint)"
    } else {
      output += total == 0 ? "\nnothing is due" : "\n\(total) records \("purged", .good); every figure is as it was"
      if total > 0 { output += "\n\("backups, exports and the outbox folder keep what they have", .faint)" }
    }
    return output
  }
}
