import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Standing: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "standing", abstract: "Show how each account stands with its marketplace, or set that.",
    discussion: discussion(
      "States: healthy, at-risk, under-review, under-review-complaints, suspended, closed. A performance report sets it too."
    ))
  static let examples = [
    Example("standing", "can each account sell, is it paid, what to do now"),
    Example("standing set at-risk --account amazon-us --note \"banner since this morning\"", "what the page shows"),
  ]

  @Argument(help: "set STATE; nothing: show.", completion: .values(.standings)) var words: [String] = []
  @Option(help: "Why, for the history.") var note: String?

  func run(in session: inout Session) throws -> any Answer {
    if let verb = words.first {
      guard verb == "set", words.count == 2 else {
        throw Complaint.usage("standing \(words.joined(separator: " ")) is not understood", try: "standing set at-risk")
      }
      guard let state = AccountStanding.State(rawValue: words[1]) else {
        let known = AccountStanding.State.allCases.map(\.rawValue).joined(separator: ", ")
        throw Complaint.usage("there is no state \(words[1])", try: known)
      }
      let accounts = try session.askedAccounts()
      guard let account = accounts.first, accounts.count == 1 else {
        throw Complaint.usage(
          "there are several accounts: say which", try: "standing set \(words[1]) --account NAME")
      }
      try session.desk.set(state, of: account.id, note: note, as: session.command)
    }
    let now = session.now
    return StandingAnswer(
      accounts: try session.askedAccounts().map { account in
        let health = try AccountHealth(account, session)
        return .init(
          account: account, standing: try session.desk.standing(ofAccount: account.id, at: now),
          history: try session.desk.standings(of: account.id, at: now), rule: health.goals.rating,
          estimate: try health.report.rating(health.source),
          reported: try health.source.reported().first { $0.metric == .accountHealthRating })
      }, now: now)
  }
}

private struct StandingAnswer: Answer {
  struct Part {
    var account: Account
    var standing: AccountStanding
    var history: [StandingEntry]
    var rule: AccountHealthRating.Rule?
    var estimate: AccountHealthRating.Estimate?
    var reported: ReportedFigure?
  }

  var accounts: [Part]
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now),
      "accounts": .list(
        accounts.map { part in
          .object([
            "account": .text(part.account.name), "standing": .of(part.standing), "advice": .text(part.standing.advice),
            "rating": part.rule == nil
              ? .null
              : .object([
                "estimated": .optional(part.estimate?.points), "reported": .optional(part.reported?.value),
                "band": .optional(band(part)),
              ]),
            "history": .list(
              part.history.map { entry in
                .object([
                  "at": .instant(entry.at), "state": .text(entry.standing.state.rawValue),
                  "source": .optional(entry.standing.source), "agent": .optional(entry.agent),
                  "note": .optional(entry.note),
                ])
              }),
          ])
        }), "notices": .list([]),
    ])
  }

  /// The reported rating goes before the estimate.
  private func band(_ part: Part) -> String? {
    guard let rule = part.rule, let points = part.reported?.value ?? part.estimate.map({ Double($0.points) }) else {
      return nil
    }
    return points >= Double(rule.healthy) ? "healthy" : points >= Double(rule.atRisk) ? "at risk" : "unhealthy"
  }

  func text(on page: Page) -> Rich {
    guard !accounts.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var output = Rich()
    for part in accounts {
      if !output.isEmpty { output += "\n\n" }
      let standing = part.standing
      output += "\(part.account.name, .bold)  "
      output += Rich(standing.title, standing.state == .healthy ? .good : .alarm)
      if let since = standing.since { output += ", since \(page.moment(since)) UTC" }
      output += standing.source.map { " (\($0))" } ?? " (nobody has said anything else)"
      output += "\n  can sell: \(standing.canSell ? "yes" : "no", standing.canSell ? .good : .alarm)"
      output += "   is paid: \(standing.isPaid ? "yes" : "no", standing.isPaid ? .good : .alarm)"
      for line in page.wrapped("now: \(standing.advice)") { output += "\n\(line)" }
      if let rule = part.rule { output += "\n  " + rating(part, rule) }
      for entry in part.history.prefix(10) {
        let note = entry.note.map { ", \(TextGate.oneLine($0))" } ?? ""
        output +=
          "\n\("  \(page.moment(entry.at))  \(entry.standing.title), \(entry.standing.source ?? "")\(entry.agent.map { " by \($0)" } ?? "")\(note)", .faint)"
      }
    }
    return output
  }

  private func rating(_ part: Part, _ rule: AccountHealthRating.Rule) -> Rich {
    let parts = [
      part.reported?.value.map { "\(Int($0)) reported" }, part.estimate.map { "about \($0.points) estimated" },
    ].compactMap { $0 }
    guard let band = band(part) else { return "\("account health rating: no data", .faint)" }
    return
      "account health rating: \(parts.joined(separator: ", ")), \(band) (healthy from \(rule.healthy), at risk from \(rule.atRisk))"
  }
}
