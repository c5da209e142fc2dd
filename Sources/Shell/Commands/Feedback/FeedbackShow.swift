import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct FeedbackShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one piece of feedback: its words, the ground or why there is none, what to do.",
    discussion: discussion())
  static let examples = [Example("feedback show 69", "all about the feedback of case 69")]

  @Argument(help: "The case, or its order.", completion: .values(.cases)) var word: Word?

  func run(in session: inout Session) throws -> any Answer {
    let entry = try session.findFeedback(word?.text ?? ".")
    var reader = try FeedbackReader(session)
    let item = try reader.read(entry)
    let rules = try reader.rules(of: entry)
    let requests = try session.desk.removalRequests(
      of: item.account.id, since: session.now.addingTimeInterval(Double(-rules.per)), at: session.now)
    if session.person != nil { session.focus = entry.subject.id }
    return FeedbackShown(item: item, rules: rules, requests: requests, now: session.now)
  }
}

struct FeedbackShown: Answer {
  var item: FeedbackCase
  var rules: FeedbackRules
  var requests: RemovalRequests
  var now: Date

  var document: Document {
    item.document(at: now).adding([
      "comment": .optional(item.entry.fact.comment),
      "requests": .object([
        "made": .int(requests.times.count), "most": .int(rules.mostRequests), "days": .int(rules.per / 86_400),
      ]), "next": .texts(steps.map(\.command)),
    ])
  }

  /// What may be typed next, with what it does.
  private var steps: [(command: String, meaning: String)] {
    let id = item.entry.subject.id
    guard item.entry.status != .removed, item.entry.status != .kept else {
      return [("show \(id)", "the whole case")]
    }
    var steps: [(String, String)] = []
    if item.finding.ground != nil, item.entry.status != .removalAsked {
      steps.append(("feedback ask \(id)", "once you have asked the marketplace"))
    }
    if let response = item.response, item.entry.status == .new {
      steps.append(("reply \(id) \(response)", "write to the buyer, neutrally"))
    }
    steps.append(("resolve \(id) removed", "once it is gone"))
    steps.append(("resolve \(id) no-action", "if it stays"))
    return steps
  }

  func text(on page: Page) -> Rich {
    let entry = item.entry
    let stars = entry.fact.rating.map { "\($0) \($0 == 1 ? "star" : "stars")" } ?? "no stars"
    var output: Rich = "\("#\(entry.subject.id)", .bold)  \(stars)  \(item.account.name)"
    if let order = entry.fact.order { output += "  order \(order)" }
    var status = entry.status.title
    if let left = entry.fact.leftAt { status += " · left \(page.relative(left))" }
    if let due = entry.dueAt, due >= now, entry.status != .removed, entry.status != .kept {
      status += " · \(Span(seconds: due.seconds - now.seconds)) left to ask for removal"
    }
    output += "\n\("status  ", .faint)\(Self.hanging(status, page))\n"
    for line in page.wrapped(entry.fact.comment ?? "no words") { output += "\n\(line)" }
    output += "\n\n\("ground  ", .faint)"
    output += item.finding.ground.map { Rich($0.title, .good) } ?? Rich("none", .caution)
    for line in page.wrapped(item.finding.why, indent: 8) { output += "\n\(line)" }
    if item.finding.ground == nil, !rules.grounds.isEmpty {
      for line in page.wrapped("asking without a ground is a violation of its own", indent: 8) {
        output += "\n\(line, .faint)"
      }
    }
    if let effect = item.effect {
      output +=
        "\n\("effect  ", .faint)removed: order defect rate \(Figure.share(effect.before)) → \(Figure.share(effect.after))"
    } else {
      output += "\n\("effect  ", .faint)the order defect rate would stay as it is"
    }
    output +=
      "\n\("asked   ", .faint)\(requests.times.count) of \(rules.mostRequests) removal requests in \(rules.per / 86_400) days"
    let width = steps.map(\.command.count).max() ?? 0
    for step in steps {
      // What it does is left out where there is no room for it.
      let fits = width + 4 + DisplayWidth.of(step.meaning) <= page.width
      output += "\n  \(step.command, .accent)"
      guard fits else { continue }
      let gap = String(repeating: " ", count: width - step.command.count + 2)
      output += "\(gap)\(step.meaning, .faint)"
    }
    return output
  }

  /// Words beside a label of eight columns.
  private static func hanging(_ text: String, _ page: Page) -> String {
    String(page.wrapped(text, indent: 8).joined(separator: "\n").dropFirst(8))
  }
}
