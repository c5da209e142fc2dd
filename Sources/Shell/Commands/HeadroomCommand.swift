import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct HeadroomCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "headroom", abstract: "Show how many more defects each target bears, and how a missed one comes back.",
    discussion: discussion(
      "One more defect turns an order that is counted already from good to bad. A missed target comes back by clean orders, or by the day on which enough defects have left the window."
    ))
  static let examples = [
    Example("headroom", "all rates that have a target"),
    Example("headroom --account amazon-us --json", "one account, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    var rows: [HeadroomAnswer.Row] = []
    for account in try session.askedAccounts() {
      let health = try AccountHealth(account, session)
      let recovery = Recovery(health, session)
      for reading in try health.readings() where reading.source == .estimated {
        guard let more = reading.headroom, let target = reading.target, let ratio = reading.ratio else { continue }
        let isBad = reading.status == .bad
        rows.append(
          .init(
            account: account, reading: reading, more: more,
            ordersToRecover: isBad ? Headroom.cleanToRecover(ratio, target) : nil,
            recoversAt: isBad ? try recovery.instant(of: reading) : nil))
      }
    }
    return HeadroomAnswer(rows: rows, now: session.now)
  }
}

/// When a missed target comes back by itself, as defects leave the window and nothing else happens.
final class Recovery {
  private let health: AccountHealth
  private let desk: Desk
  /// Looked up when a figure of deliveries asks for it.
  private var outlook: DeliveryOutlook?

  init(_ health: AccountHealth, _ session: Session) {
    self.health = health
    desk = session.desk
  }

  /// Nil where it does not, or the figure is of another kind.
  func instant(of reading: Reading) throws -> Date? {
    guard let target = reading.target, let days = reading.window.days, let from = reading.window.from else {
      return nil
    }
    let goal = health.goal(reading.metric)
    let length = Double((days + goal.lag) * 86_400)
    for start in try starts(of: reading, from: from) {
      // In the window is what lies at its edge; a second later it has left.
      let instant = start.addingTimeInterval(length + 1)
      guard instant > health.now else { continue }
      if let ratio = try ratio(reading.metric, goal, days: days, at: instant),
        target.isMet(numerator: ratio.numerator, denominator: ratio.denominator) == true
      {
        return instant
      }
    }
    return nil
  }

  /// The instants by which the defects in the window are dated, in order.
  private func starts(of reading: Reading, from: Date) throws -> [Date] {
    let account = health.account.id
    if let metric = OrderMetrics.of(reading.metric) {
      return try desk.defects(
        metric, of: account, from: from, to: reading.window.to, at: health.now, goal: health.goal(reading.metric),
        pendingClaimsCount: health.goals.pendingClaimsCount
      ).compactMap(\.record.order.purchasedAt)
    }
    switch reading.metric {
    case .feedbackScore:
      return try desk.feedback(of: account, from: from, to: health.now, at: health.now).filter {
        $0.rating != nil && !$0.isPositive
      }
      .compactMap(\.leftAt)
    case .responseRate:
      return try desk.timers(matching: TimerQuery(days: reading.window.days), account: account, at: health.now)
        .filter { [.late, .unanswered].contains($0.timer.status(at: health.now)) }.map(\.timer.startedAt).sorted()
    default: return []
    }
  }

  /// The figure at a later instant, if nothing happens until then.
  private func ratio(_ id: MetricID, _ goal: MetricGoal, days: Int, at instant: Date) throws -> Ratio? {
    let window = MetricWindow(days: days, lag: goal.lag, at: instant)
    guard let from = window.from else { return nil }
    if DeliveryOutlook.isOfDeliveries(id), let metric = OrderMetrics.of(id) {
      let known = try outlook ?? DeliveryOutlook(health, desk)
      outlook = known
      return try known.ratio(metric, goal, days: days, at: instant)
    }
    if let metric = OrderMetrics.of(id) {
      let tally = try health.source.orders(
        from: from, to: min(window.to, health.now), fulfilment: .seller, businessOnly: goal.isBusinessOnly)
      return metric.ratio(of: tally, pendingClaimsCount: health.goals.pendingClaimsCount)
    }
    if id == .feedbackScore { return FeedbackScore.ratio(of: try health.source.feedback(from: from)) }
    guard id == .responseRate else { return nil }
    let rate = try health.source.response(days: days).rate
    let gone = try desk.leaving(
      account: health.account.id, days: days, asOf: health.now, from: health.now, to: instant)
    return Ratio(rate.onTime - gone.onTime, of: rate.required - gone.required)
  }
}

private struct HeadroomAnswer: Answer {
  struct Row {
    var account: Account
    var reading: Reading
    var more: Int
    var ordersToRecover: Int?
    var recoversAt: Date?
  }

  var rows: [Row]
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now),
      "metrics": .list(
        rows.map { row in
          let reading = Document.of(row.reading)
          return .object([
            "account": .text(row.account.name), "id": .text(row.reading.metric.rawValue),
            "window": reading["window"] ?? .null, "more": .int(row.more),
            "ordersToRecover": .optional(row.ordersToRecover), "recoversAt": .instant(row.recoversAt),
            "status": .text(row.reading.status.rawValue),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else {
      return "no figure has both data and a target; account set NAME target METRIC VALUE sets one of your own"
    }
    var table = TextTable([
      .init("account"), .init("figure"), .init("days", right: true), .init("now", right: true),
      .init("target", right: true), .init("room", right: true), .init("status"),
    ])
    for row in rows {
      let id = row.reading.metric
      table.add([
        Rich(row.account.name), Rich(id.title, .bold), Rich(row.reading.window.days.map { "\($0)" } ?? "ever"),
        Rich(Figure.value(row.reading)), Rich(Figure.target(row.reading.target, id.unit)),
        Rich("\(row.more)", row.reading.status == .bad ? .alarm : row.more == 0 ? .caution : .good),
        Figure.status(row.reading),
      ])
    }
    var output = table.text(width: page.width)
    for row in rows where row.reading.status == .bad {
      let days = row.reading.window.days.map { ", \($0) d" } ?? ""
      output += "\n\("\(row.account.name), \(row.reading.metric.title.lowercasedFirst)\(days):", .bold)"
      for line in page.wrapped(ways(row, page), indent: 4) { output += "\n\(line)" }
    }
    return output
  }

  /// How a missed target comes back.
  private func ways(_ row: Row, _ page: Page) -> String {
    let isResponse = row.reading.metric == .responseRate
    let clean = row.ordersToRecover.map {
      "back with \($0) \(isResponse ? ($0 == 1 ? "answer" : "answers") + " in time" : $0 == 1 ? "clean order" : "clean orders")"
    }
    let day = row.recoversAt.map { "by itself \(page.relative($0)), \(page.moment($0))" }
    let ways = [clean, day].compactMap { $0 }
    return ways.isEmpty ? "it does not come back by itself" : ways.joined(separator: "; or ")
  }
}
