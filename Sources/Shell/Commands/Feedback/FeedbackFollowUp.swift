import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct FeedbackFollowUp: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up",
    abstract: "Find delivered orders whose buyers may be asked for feedback, once and neutrally.",
    discussion: discussion(
      """
      Only inside the marketplace's days after delivery, one request for an order, never where something is open, was \
      claimed, or the buyer wants no messages (tag opted-out). Where the marketplace's own request was used, tag the \
      case feedback-request. --prepare writes a draft for each; a person sends them.
      """))
  static let examples = [
    Example("feedback follow-up", "whom to ask"),
    Example("feedback follow-up --prepare --limit 5", "write five drafts"),
  ]

  @Flag(help: "Make a case with a draft for each.") var prepare = false
  @Option(help: "At most so many orders.") var limit = 20
  @Option(help: "The canned reply to ask with.", completion: .values(.responses)) var response = "feedback-follow-up"

  func run(in session: inout Session) throws -> any Answer {
    guard (1...1000).contains(limit) else {
      throw Complaint.usage("--limit \(limit) is no number of orders", try: "--limit 20")
    }
    var parts: [FollowUpAnswer.Part] = []
    for account in try session.askedAccounts() {
      let rules = try session.profiles.profile(of: account).feedback
      guard let from = rules.askFrom, let until = rules.askUntil else {
        parts.append(.init(account: account, days: nil))
        continue
      }
      let found = try session.desk.ordersToAskAbout(
        account: account.id, deliveredAfter: session.now.addingTimeInterval(Double(-until)),
        upTo: session.now.addingTimeInterval(Double(-from)), optedOut: Session.optedOut, limit: limit)
      var part = FollowUpAnswer.Part(account: account, days: (from / 86_400, until / 86_400), orders: found.orders)
      part.isMore = found.more
      part.until = Dictionary(uniqueKeysWithValues: found.orders.map { ($0.number, Self.end($0, until)) })
      if prepare, !found.orders.isEmpty { part.cases = try write(found.orders, account, until, &session) }
      parts.append(part)
    }
    return FollowUpAnswer(parts: parts, now: session.now, isPrepared: prepare)
  }

  private static func end(_ order: OrderFact, _ until: Int) -> Date {
    (order.deliveredAt ?? .distantPast).addingTimeInterval(Double(until))
  }

  private func write(
    _ orders: [OrderFact], _ account: Account, _ until: Int, _ session: inout Session
  ) throws -> [Case] {
    let cases = try session.desk.openFollowUps(orders, of: account, until: { Self.end($0, until) }, at: session.now)
    var decision = Decision()
    for subject in cases {
      var composer = ReplyComposer(subject: subject, seen: nil, session: session.silent)
      try composer.write(names: [response], text: nil, values: [:], openEditor: false)
      decision.record(.draft(composer.draft), on: subject)
    }
    try session.desk.apply(decision, as: session.command)
    return cases
  }
}

extension Session {
  /// The same with nobody to ask: what is unknown stays open in the draft.
  fileprivate var silent: Session {
    var session = self
    session.person = nil
    return session
  }
}

private struct FollowUpAnswer: Answer {
  struct Part {
    var account: Account
    /// After delivery; nil where nobody may be asked.
    var days: (from: Int, until: Int)?
    var orders: [OrderFact] = []
    var until: [String: Date] = [:]
    var cases: [Case] = []
    var isMore = false
  }

  var parts: [Part]
  var now: Date
  var isPrepared: Bool

  var document: Document {
    .object([
      "asOf": .instant(now),
      "orders": .list(
        parts.flatMap { part in
          part.orders.enumerated().map { index, order in
            .object([
              "account": .text(part.account.name), "order": .text(order.number),
              "deliveredAt": .instant(order.deliveredAt), "until": .instant(part.until[order.number]),
              "case": .optional(part.cases.first { $0.order == order.number }.map { Int($0.id) }),
            ])
          }
        }), "notices": .list([]),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !parts.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var output = Rich()
    for part in parts {
      if !output.isEmpty { output += "\n\n" }
      output += "\(part.account.name, .bold)  "
      guard let days = part.days else {
        output += "this marketplace is not known to allow requests for feedback"
        continue
      }
      guard !part.orders.isEmpty else {
        output +=
          "nobody to ask: no order delivered \(days.from) to \(days.until) days ago is without feedback and free"
        continue
      }
      output += "delivered \(days.from) to \(days.until) days ago, no feedback\n"
      var table = TextTable([
        .init("order"), .init("delivered"), .init("ask until"), .init("draft", right: true),
      ])
      for order in part.orders {
        table.add([
          Rich(order.number), Rich(order.deliveredAt.map(page.moment) ?? ""),
          Rich(part.until[order.number].map(page.moment) ?? ""),
          Rich(part.cases.first { $0.order == order.number }.map { "#\($0.id)" } ?? "", .bold),
        ])
      }
      output += table.text(width: page.width)
      if part.isMore { output += "\n\("… and more: --limit 100", .faint)" }
    }
    let isAny = parts.contains { !$0.orders.isEmpty }
    guard isAny else { return output }
    return output
      + (isPrepared
        ? "\n\("send CASE sends a draft, drafts lists them, resolve CASE no-action leaves one", .faint)"
        : "\n\("feedback follow-up --prepare writes a draft for each", .faint)")
  }
}
