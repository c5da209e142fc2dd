import ArgumentParser
import Foundation
import HealthCore
import ServiceDesk

struct Resolve: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Close cases with an outcome and a cause.",
    discussion: discussion("The last word is the outcome. Resolving stops no timer: answer first, or say no-reply."))
  static let examples = [
    Example("resolve 1 answered --cause other", "case 1"),
    Example(
      "resolve 1 2 refunded --cause lost --cost \"12.50 EUR\" --note \"parcel lost\" --yes",
      "two at once, with cost and note"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Cases, then the outcome.", completion: .values(.outcomes)) var words:
    [Word] = []
  @Option(help: "The root cause.", completion: .values(.causes)) var cause: Word?
  @Option(help: "What it cost, as 12.50 or \"12.50 EUR\".") var cost: Word?
  @Option(help: "A note.") var note: Word?
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    var words = try words.texts()
    let outcomes = try session.configuration.outcomes()
    guard let outcome = words.popLast(), outcomes.contains(outcome) else {
      throw Complaint.usage(
        words.isEmpty && self.words.isEmpty
          ? "resolve needs an outcome" : "\(self.words.last?.text ?? "") is no outcome",
        try: "resolve CASE OUTCOME, one of \(outcomes.joined(separator: ", "))")
    }
    var money: Money?
    if let text = cost?.text {
      guard let amount = Money(text) else {
        throw Complaint.usage("--cost \(text) is no amount", try: "--cost 12.50, or --cost \"12.50 EUR\"")
      }
      money = amount
    }
    let subjects = try session.findCases(words)
    try session.confirm(subjects, to: "resolve", yes: yes)
    let resolution = Resolution(outcome: outcome, cause: try chosenCause(session), cost: money, note: note?.text)
    let before = try defects(of: subjects, session)
    let cases = try session.desk.apply(
      .resolving(subjects, with: resolution, at: session.now), as: session.command)
    let after = try defects(of: subjects, session)
    return try session.changed(
      .resolving(subjects, with: resolution, at: session.now), cases
    ) { subject in
      var line: Rich = "#\(subject.id) resolved: \(outcome), cause \(resolution.cause)"
      if let old = before[subject.accountID], let new = after[subject.accountID], old.ratio != new.ratio {
        line += " · order defect rate \(Figure.value(old)) → \(Figure.value(new))"
      }
      return line
    }
  }

  /// The order defect rate of each account that has feedback or a claim among the cases: their end may change it.
  private func defects(of subjects: [Case], _ session: Session) throws -> [Int64: Reading] {
    let accounts = Set(subjects.filter { $0.kind == .feedback || $0.kind == .claim }.map(\.accountID))
    return try session.desk.accounts().filter { accounts.contains($0.id) }.reduce(into: [:]) { readings, account in
      readings[account.id] = try AccountHealth(account, session).reading(.orderDefectRate)
    }
  }

  private func chosenCause(_ session: Session) throws -> String {
    let causes = try session.configuration.causes()
    if let name = cause?.text {
      guard causes.contains(name) else {
        throw Complaint.usage("\(name) is no cause", try: "--cause, one of \(causes.joined(separator: ", "))")
      }
      return name
    }
    guard let person = session.person, session.options.format == .text else { return Resolution.unknownCause }
    guard let line = person.line("cause? (\(causes.joined(separator: ", "))) ") else {
      throw Complaint("nothing was changed", exitCode: ExitStatus.cancelled)
    }
    let typed = line.trimmingCharacters(in: .whitespaces)
    if typed.isEmpty { return Resolution.unknownCause }
    let fitting = causes.filter { $0 == typed } + causes.filter { $0.hasPrefix(typed) }
    guard let chosen = fitting.first else {
      throw Complaint.usage("\(typed) is no cause", try: "--cause, one of \(causes.joined(separator: ", "))")
    }
    return chosen
  }
}
