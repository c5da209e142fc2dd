import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

struct ReviewWalk: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Go through what the audit found, the weightiest first.",
    discussion: discussion(
      "At a terminal each finding is shown with its command, which one key runs. What you say is kept: done, later (a day), accepted (thirty days). Elsewhere it lists what is left."
    ))
  static let examples = [
    Example("review", "what the audit found, one by one"), Example("review --json", "what is left, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    let run = try session.audit()
    guard let person = session.person, session.options.format == .text else {
      return AuditAnswer(run: run, now: session.now, limit: .max, isAll: false)
    }
    let findings = run.open(at: session.now)
    var counts: [ReviewMark.Verdict: Int] = [:]
    for (index, finding) in findings.enumerated() {
      let page = Page(width: session.environment.width(), now: session.now)
      person.show(Self.shown(finding, index + 1, findings.count, run, page))
      guard let verdict = try Self.ask(finding, person, &session) else { break }
      if let verdict { counts[verdict, default: 0] += 1 }
    }
    let said = ReviewMark.Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
    let left = findings.count - counts.values.reduce(0, +)
    return Said(
      Rich(
        "\(findings.isEmpty ? "nothing to review" : said.isEmpty ? "nothing was noted" : said.joined(separator: ", "))\(left > 0 ? " · \(left) left: review" : "")"
      ))
  }

  private static func shown(_ finding: AuditFinding, _ number: Int, _ count: Int, _ run: AuditRun, _ page: Page) -> Rich
  {
    var output: Rich =
      "\n\("\(number) of \(count)", .faint)  \(finding.kind.title, finding.style)\(finding.account.map { "  \($0)" } ?? "")"
    for line in page.wrapped(finding.words) { output += "\n\(line)" }
    if let mark = run.marks[finding.key] {
      output +=
        "\n  \("\(mark.verdict.rawValue) by \(mark.agent) \(page.relative(mark.at))\(mark.note.map { ": \($0)" } ?? "")", .faint)"
    }
    return output + "\n  \(finding.command, .accent)\n"
  }

  /// The verdict; an inner nil passes the finding over, an outer one ends the review.
  private static func ask(_ finding: AuditFinding, _ person: any Person, _ session: inout Session) throws -> ReviewMark
    .Verdict??
  {
    let canRun = !finding.command.contains("FILE")
    while true {
      let question: Rich = "\(canRun ? "[r]un it  " : "")[d]one  [l]ater  [a]ccept  [s]kip  [q]uit "
      switch person.choose(question, keys: Array(canRun ? "rdlasq" : "dlasq")) {
      case "r": run(finding.command, person, &session)
      case "d":
        try note(finding, .done, nil, session)
        return .some(.done)
      case "l":
        try note(finding, .later, nil, session)
        return .some(.later)
      case "a":
        guard let reason = person.line("why may it stay? "), reason.contains(where: { !$0.isWhitespace }) else {
          continue
        }
        try note(finding, .accepted, reason, session)
        return .some(.accepted)
      case "s": return .some(nil)
      default: return nil
      }
    }
  }

  private static func note(
    _ finding: AuditFinding, _ verdict: ReviewMark.Verdict, _ reason: String?, _ session: Session
  ) throws {
    let key =
      finding.kind == .task ? Session.taskKey(String(finding.command.split(separator: " ").last ?? "")) : finding.key
    try session.desk.mark(key, as: verdict.rawValue, note: reason, command: session.command)
  }

  private static func run(_ command: String, _ person: any Person, _ session: inout Session) {
    // A proposed line may name its account, as a typed one may; what is noted afterwards is not its doing.
    let (typed, options) = (session.typed, session.options)
    defer { (session.typed, session.options) = (typed, options) }
    do {
      let words = try session.options.take(from: Words.split(command).map(\.text))
      session.perform(words, typed: command, before: person)
    } catch { person.show(Complaint.of(error).text + "\n") }
  }
}
