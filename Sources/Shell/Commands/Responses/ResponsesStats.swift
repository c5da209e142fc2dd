import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct ResponsesStats: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How often each canned reply was used, and what became of it.",
    discussion: discussion(
      """
      edited: changed before it was sent. minutes: median from the buyer's oldest open message to the reply. \
      again: the buyer wrote again within 14 days, or the case was reopened. negative, claims: feedback of one or two \
      stars, and claims, that the order got afterwards.
      """))
  static let examples = [
    Example("responses stats", "of the last 90 days"), Example("responses stats --days 30", "of 30 days"),
  ]

  @Option(help: "Over so many days.") var days = 90

  func run(in session: inout Session) throws -> any Answer {
    guard (1...36_500).contains(days) else { throw Complaint.usage("--days \(days) is no span", try: "--days 90") }
    let account = try session.chosenAccount()?.id
    return StatsAnswer(
      days: days,
      uses: try session.desk.replyUse(
        from: session.now.addingTimeInterval(Double(-days * 86_400)), to: session.now, account: account))
  }
}

private struct StatsAnswer: Answer {
  var days: Int
  var uses: [ReplyUse]

  var document: Document {
    .object([
      "days": .int(days),
      "responses": .list(
        uses.map {
          .object([
            "response": .text($0.response), "used": .int($0.used), "edited": .int($0.edited),
            "medianSeconds": .optional($0.medianSeconds), "reopened": .int($0.reopened),
            "negativeFeedback": .int($0.negativeFeedback), "claims": .int($0.claims),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !uses.isEmpty else { return "no canned reply was sent in \(days) days" }
    var table = TextTable([
      .init("reply", flexible: true), .init("used", right: true), .init("edited", right: true),
      .init("minutes", right: true), .init("again", right: true), .init("negative", right: true),
      .init("claims", right: true),
    ])
    for use in uses {
      table.add([
        Rich(use.response, .bold), Rich("\(use.used)"), Rich("\(use.edited)"),
        Rich(use.medianSeconds.map { "\(($0 + 30) / 60)" } ?? "–"), Rich("\(use.reopened)"),
        Rich("\(use.negativeFeedback)", use.negativeFeedback > 0 ? .alarm : .plain),
        Rich("\(use.claims)", use.claims > 0 ? .alarm : .plain),
      ])
    }
    return table.text(width: page.width)
  }
}
