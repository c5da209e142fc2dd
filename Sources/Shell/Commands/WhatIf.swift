import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct WhatIf: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "Show what a change would do to the figures. Nothing is stored.",
    discussion: discussion(
      "Say it in words, several with commas: \(Supposition.forms.joined(separator: " · ")). X is an order number; feedback and claims go by their own id or the number of their case."
    ))
  static let examples = [
    Example("whatif 200 more orders --account amazon-us", "clean ones, bought now"),
    Example(
      "whatif claim on order 114-5550101-2220202, nobody answers until monday --account amazon-us",
      "two things at once"),
  ]

  @Argument(parsing: .allUnrecognized, help: "What to suppose.") var change: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let accounts = try session.askedAccounts()
    let zone = accounts.first?.timeZone ?? .gmt
    let suppositions = try Supposition.read(try change.texts(), now: session.now, zone: zone)
    let later = suppositions.compactMap { if case .nobodyAnswers(let until) = $0 { until } else { nil } }.max()
    let now = session.now
    let isOpen = accounts.count > 1 && !suppositions.allSatisfy(\.isAboutOne)
    guard !isOpen else {
      throw Complaint.usage(
        "there are several accounts: say which",
        try: "whatif … --account \(accounts.map(\.name).joined(separator: ", "))")
    }
    let before = try accounts.map { try AccountHealth($0, session).readings().filter { $0.source == .estimated } }
    let shown = session
    let after = try session.desk.rehearse { () -> [[Reading]] in
      let ingestor = Ingestor(shown.desk)
      for supposition in suppositions {
        let isKnown = try accounts.contains { try supposition.suppose(ingestor, $0, shown.desk, at: now) }
        guard isKnown else { throw supposition.unknown }
      }
      return try accounts.map {
        try AccountHealth($0, shown, at: later).readings().filter { $0.source == .estimated }
      }
    }
    var changes: [WhatIfAnswer.Change] = []
    for (account, pair) in zip(accounts, zip(before, after)) {
      for (old, new) in zip(pair.0, pair.1) where old.ratio != new.ratio || old.value != new.value {
        changes.append(.init(account: account, before: old, after: new))
      }
    }
    return WhatIfAnswer(changes: changes, now: now, until: later, words: try change.texts().joined(separator: " "))
  }
}

extension Supposition {
  /// Whether it names something that only one account can have.
  fileprivate var isAboutOne: Bool {
    if case .moreOrders = self { return false }
    return true
  }

  fileprivate var unknown: Complaint {
    switch self {
    case .feedbackRemoved(let name): Complaint("there is no feedback \(name)", try: "queue kind:feedback --all")
    case .claimEnds(let name, _): Complaint("there is no claim \(name)", try: "queue kind:claim --all")
    case .feedbackLeft(_, let order), .claim(_, let order), .shipped(let order), .cancelled(let order):
      Complaint("there is no order \(order)", try: "import orders FILE")
    case .moreOrders, .nobodyAnswers: Complaint("nothing is known to suppose that of")
    }
  }
}

private struct WhatIfAnswer: Answer {
  struct Change {
    var account: Account
    var before: Reading
    var after: Reading
  }

  var changes: [Change]
  var now: Date
  var until: Date?
  var words: String

  var document: Document {
    .object([
      "asOf": .instant(now), "until": .instant(until),
      "metrics": .list(
        changes.map { change in
          .object([
            "account": .text(change.account.name), "id": .text(change.before.metric.rawValue),
            "days": .optional(change.before.window.days), "before": .of(change.before), "after": .of(change.after),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !changes.isEmpty else { return "no figure would change" }
    var table = TextTable([
      .init("account", optional: true), .init("figure"), .init("days", right: true), .init("now", right: true),
      .init("then", right: true), .init("of", right: true, optional: true), .init("target", right: true),
      .init("status"), .init("room", right: true, optional: true),
    ])
    for change in changes {
      let id = change.after.metric
      let isSame = change.before.status == change.after.status
      let status = Figure.status(change.after)
      table.add([
        Rich(change.account.name), Rich(id.title, .bold),
        Rich(change.after.window.days.map { "\($0)" } ?? "ever"), Rich(Figure.value(change.before)),
        Rich(Figure.value(change.after), .bold), Rich(Figure.counts(change.after)),
        Rich(Figure.target(change.after.target, id.unit)),
        isSame
          ? status
          : Rich(
            "\(Figure.status(change.before).plainText) → \(status.plainText)", status.spans.first?.style ?? .plain),
        Rich(change.after.headroom.map { "\($0)" } ?? ""),
      ])
    }
    return table.text(width: page.width) + "\n\("supposed only: nothing was stored", .faint)"
  }
}
