import ArgumentParser
import Foundation
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
    return try session.apply(.resolving(subjects, with: resolution, at: session.now)) {
      "#\($0.id) resolved: \(outcome), cause \(resolution.cause)"
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
