import ArgumentParser
import Foundation
import Reviews
import ServiceDesk

struct AuditCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check the whole shop: what was found, by weight, each with the command that mends it.",
    discussion: discussion(
      "Deadlines, feedback, claims, orders, cancellations, replies, targets, reports, personal data, recurring tasks. The result is kept and held against the last; review walks through it."
    ))
  static let examples = [
    Example("audit", "everything"),
    Example("audit --account amazon-us --limit 5", "the five weightiest of one account"),
  ]

  @Option(help: "Show at most so many.") var limit = 40
  @Flag(help: "Show what was accepted or put off too.") var all = false

  func run(in session: inout Session) throws -> any Answer {
    guard limit > 0 else { throw Complaint.usage("--limit \(limit) is no number of rows", try: "--limit 20") }
    return AuditAnswer(run: try session.audit(), now: session.now, limit: limit, isAll: all)
  }
}

extension AuditFinding {
  func document(mark: ReviewMark?, isNew: Bool) -> Document {
    .object([
      "kind": .text(kind.rawValue), "account": .optional(account), "weight": .int(weight), "words": .text(words),
      "command": .text(command), "case": .optional(caseID.map(Int.init)), "order": .optional(order), "key": .text(key),
      "new": .bool(isNew), "verdict": .optional(mark?.verdict.rawValue), "note": .optional(mark?.note),
    ])
  }

  var style: Style { weight >= 75 ? .alarm : weight >= 40 ? .caution : .plain }
}

struct AuditAnswer: Answer {
  var run: AuditRun
  var now: Date
  var limit: Int
  var isAll: Bool

  private var shown: [AuditFinding] { isAll ? run.findings : run.open(at: now) }

  var document: Document {
    .object([
      "asOf": .instant(now), "total": .int(shown.count),
      "findings": .list(
        shown.prefix(limit).map { finding in
          finding.document(
            mark: run.marks[finding.key], isNew: run.comparison.map { $0.new.contains(finding.key) } ?? true)
        }),
      "comparedWith": .instant(run.comparison?.lastAt), "new": .int(run.comparison?.new.count ?? run.findings.count),
      "gone": .texts(run.comparison?.gone.map(\.words) ?? []),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !shown.isEmpty else { return "nothing was found" + changes(page) }
    var output = Rich()
    for finding in shown.prefix(limit) {
      if !output.isEmpty { output += "\n" }
      output += "\(DisplayWidth.padded(finding.kind.title, to: 13), finding.style)  "
      let account = finding.account.map { "\($0): " } ?? ""
      let mark =
        run.marks[finding.key].map { "  (\($0.verdict.rawValue) by \($0.agent) \(page.relative($0.at)), still there)" }
        ?? ""
      let isNew = run.comparison?.new.contains(finding.key) ?? false
      let lines = page.wrapped(account + finding.words + mark + (isNew ? "  new" : ""), indent: 15)
      output += Rich(lines.joined(separator: "\n").trimmingPrefix(while: { $0 == " " }).description)
      output += "\n\(String(repeating: " ", count: 15))\(finding.command, .accent)"
    }
    if shown.count > limit {
      output += "\n\("… and \(shown.count - limit) more: audit --limit \(shown.count)", .faint)"
    }
    return output + changes(page) + "\n\("review walks through them one by one", .faint)"
  }

  private func changes(_ page: Page) -> Rich {
    guard let comparison = run.comparison else { return "" }
    let gone = comparison.gone.count
    return
      "\n\("since the audit \(page.relative(comparison.lastAt)): \(comparison.new.count) new, \(gone) gone", .faint)"
  }
}
