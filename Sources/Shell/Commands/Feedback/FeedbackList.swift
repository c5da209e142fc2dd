import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct FeedbackList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List negative and neutral feedback with its ground, days left and effect.",
    discussion: discussion(
      "What ends first stands first. Status: new, contacted, removal-asked, removed, kept; the last two only with --all."
    ))
  static let examples = [
    Example("feedback", "what is open"), Example("feedback list --all --limit 50", "what is settled too, newest first"),
  ]

  @Flag(help: "Show what is settled too, the newest first.") var all = false
  @Option(help: "Show at most so many.") var limit = 100
  @Option(help: "Only with this status.") var status: String?

  func run(in session: inout Session) throws -> any Answer {
    guard (1...100_000).contains(limit) else {
      throw Complaint.usage("--limit \(limit) is no number of rows", try: "--limit 20")
    }
    let wanted = try status.map { word in
      guard let status = FeedbackStatus(rawValue: word) else {
        let known = FeedbackStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw Complaint.usage("there is no status \(word)", try: "--status, one of \(known)")
      }
      return status
    }
    let account = try session.chosenAccount()
    let settled = wanted == .removed || wanted == .kept
    let found = try session.desk.feedbackEntries(
      account: account?.id, openOnly: !all && !settled, at: session.now, limit: limit)
    var reader = try FeedbackReader(session)
    let cases = try found.entries.filter { wanted == nil || $0.status == wanted }.map { try reader.read($0) }
    session.listedCases = cases.map(\.entry.subject.id)
    let isWhole = found.entries.count == found.total
    return FeedbackListAnswer(
      cases: cases, total: isWhole ? cases.count : found.total, now: session.now, isAll: all || settled || wanted != nil
    )
  }
}

extension FeedbackCase {
  func document(at now: Date) -> Document {
    .object([
      "case": .int(Int(entry.subject.id)), "account": .text(account.name), "order": .optional(entry.fact.order),
      "rating": .optional(entry.fact.rating), "leftAt": .instant(entry.fact.leftAt),
      "ageSeconds": .optional(entry.fact.leftAt.map { now.seconds - $0.seconds }), "dueAt": .instant(entry.dueAt),
      "secondsLeft": .optional(entry.dueAt.map { max(0, $0.seconds - now.seconds) }),
      "status": .text(entry.status.rawValue), "ground": .text(finding.name), "words": .texts(finding.words),
      "why": .text(finding.why), "response": .optional(response),
      "effect": effect.map {
        .object([
          "metric": .text(MetricID.orderDefectRate.rawValue), "numerator": .int($0.after.numerator),
          "denominator": .int($0.after.denominator), "before": .optional($0.before.value),
          "after": .optional($0.after.value),
        ])
      } ?? .null,
    ])
  }
}

private struct FeedbackListAnswer: Answer {
  var cases: [FeedbackCase]
  var total: Int
  var now: Date
  var isAll: Bool

  var document: Document {
    .object([
      "asOf": .instant(now), "total": .int(total), "feedback": .list(cases.map { $0.document(at: now) }),
    ])
  }

  /// The effect in columns of its own: a table holds no objects.
  var table: Document {
    .list(
      cases.map { item in
        guard case .object(let members) = item.document(at: now) else { return .null }
        return .object(
          members.filter { $0.key != "effect" } + [
            .init(key: "rateBefore", value: .optional(item.effect?.before.value)),
            .init(key: "rateAfter", value: .optional(item.effect?.after.value)),
          ])
      }
    ).asRows
  }

  func text(on page: Page) -> Rich {
    guard !cases.isEmpty else {
      return isAll
        ? "no feedback of three stars or fewer"
        : "no feedback waits for anything; feedback list --all shows what is settled"
    }
    var table = TextTable([
      .init("case", right: true), .init("stars"), .init("left", right: true), .init("age", right: true, ),
      .init("status"),
      .init("ground", flexible: true), .init("defect rate without it", optional: true), .init("order", optional: true),
      .init("account", optional: true),
    ])
    let isOne = Set(cases.map(\.account.id)).count == 1
    for item in cases {
      let left = item.entry.dueAt.map { $0.seconds - now.seconds } ?? 0
      let isOver = item.entry.status == .removed || item.entry.status == .kept
      table.add([
        Rich("#\(item.entry.subject.id)", .bold),
        Rich(String(repeating: "★", count: max(0, min(5, item.entry.fact.rating ?? 0)))),
        isOver ? Rich("–", .faint) : Rich("\(Span(seconds: left))", left < 7 * 86_400 ? .caution : .plain),
        Rich(item.entry.fact.leftAt.map { "\(Span(seconds: now.seconds - $0.seconds))" } ?? ""),
        Rich(item.entry.status.title, item.entry.status == .new ? .plain : .faint),
        item.finding.ground.map { Rich($0.rawValue.replacing("-", with: " "), .good) } ?? Rich("none", .faint),
        Rich(item.effect.map { "\(Figure.share($0.before)) → \(Figure.share($0.after))" } ?? ""),
        Rich(item.entry.fact.order ?? ""), Rich(isOne ? "" : item.account.name),
      ])
    }
    var output = table.text(width: page.width)
    if total > cases.count { output += "\n\("\(cases.count) of \(total); --limit \(total) shows all", .faint)" }
    return output + "\n\("feedback show CASE says why · feedback ask CASE", .faint)"
  }
}
