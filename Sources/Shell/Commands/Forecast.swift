import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Forecast: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Show what will happen to the figures if nobody does anything.",
    discussion: discussion(
      "Unanswered messages that push the response rate below its target, with the fewest replies that prevent it; orders that will be late; defects that leave their window, day by day."
    ))
  static let examples = [
    Example("forecast", "the next sixty days"), Example("forecast --days 7", "the next week"),
  ]

  @Option(help: "How many days ahead to look.") var days = 60

  func validate() throws {
    if !(1...3650).contains(days) { throw ValidationError("--days must be 1 to 3650") }
  }

  func run(in session: inout Session) throws -> any Answer {
    ForecastAnswer(events: try Self.events(session, days: days), now: session.now)
  }

  /// What will happen to the figures of the accounts asked about, earliest first.
  static func events(_ session: Session, days: Int) throws -> [ForecastAnswer.Event] {
    let until = session.now.addingTimeInterval(Double(days * 86_400))
    var events: [ForecastAnswer.Event] = []
    for account in try session.askedAccounts() {
      let health = try AccountHealth(account, session)
      events += try Self.crossings(health, session, until: until)
      events += try Self.departures(health, session, until: until)
      events += try Self.misses(health, session, until: until)
    }
    return events.sorted { ($0.at, $0.metric.rawValue) < ($1.at, $1.metric.rawValue) }
  }

  // MARK: - Unanswered messages

  private static func crossings(
    _ health: AccountHealth, _ session: Session, until: Date
  ) throws -> [ForecastAnswer.Event] {
    let goal = health.goal(.responseRate)
    guard let target = goal.target else { return [] }
    let now = session.now
    let running = try session.desk.openTimers(
      account: health.account.id, from: now, until: until, at: now, limit: 2000
    ).map { ContactFact(caseID: $0.caseID, startedAt: $0.timer.startedAt, dueAt: $0.timer.dueAt) }
    guard !running.isEmpty else { return [] }
    return try goal.windows.compactMap { days -> ForecastAnswer.Event? in
      let rate = try health.source.response(days: days).rate
      var known: [Date: ResponseRate] = [:]
      func leaving(_ instant: Date) throws -> ResponseRate {
        if let found = known[instant] { return found }
        let gone = try session.desk.leaving(
          account: health.account.id, days: days, asOf: now, from: now, to: instant)
        known[instant] = gone
        return gone
      }
      guard let crossing = try RateCrossing.first(from: rate, target: target, running: running, leaving: leaving)
      else { return nil }
      let missed = running.prefix { $0.dueAt <= crossing.at }.count
      let before = try shifted(rate, missed: missed - 1, leaving(crossing.at))
      let after = try shifted(rate, missed: missed, leaving(crossing.at))
      var event = ForecastAnswer.Event(
        at: crossing.at, account: health.account, metric: .responseRate, days: days, before: before.rate,
        after: after.rate, because: "#\(crossing.caseID) is not answered, nor what is due before it",
        isCrossing: true)
      event.caseID = crossing.caseID
      event.replies = try ReplyPlan.fewest(from: rate, target: target, running: running, leaving: leaving)
      return event
    }
  }

  private static func shifted(_ rate: ResponseRate, missed: Int, _ gone: ResponseRate) -> ResponseRate {
    ResponseRate(
      onTime: rate.onTime - gone.onTime, late: rate.late - gone.late,
      unanswered: rate.unanswered + missed - gone.unanswered)
  }

  // MARK: - Defects that leave their window

  /// Of each figure over orders, how it changes as each defect leaves its window and no order comes.
  private static func departures(
    _ health: AccountHealth, _ session: Session, until: Date
  ) throws -> [ForecastAnswer.Event] {
    var events: [ForecastAnswer.Event] = []
    for goal in health.report.goals {
      guard let metric = OrderMetrics.of(goal.id), goal.id != .onTimeShipmentRate, goal.target != nil,
        !DeliveryOutlook.isOfDeliveries(goal.id)
      else { continue }
      for days in goal.windows {
        let window = MetricWindow(days: days, lag: goal.lag, at: health.now)
        let defects = try session.desk.defects(
          metric, of: health.account.id, from: window.from ?? .distantPast, to: window.to, at: health.now, goal: goal,
          pendingClaimsCount: health.goals.pendingClaimsCount)
        for defect in defects.prefix(200) {
          guard let bought = defect.record.order.purchasedAt else { continue }
          let leaves = bought.addingTimeInterval(Double((days + goal.lag) * 86_400 + 1))
          guard leaves < until else { break }
          let end = min(leaves.addingTimeInterval(Double(-goal.lag * 86_400)), health.now)
          func ratio(from: Date) throws -> Ratio {
            metric.ratio(
              of: try health.source.orders(
                from: from, to: end, fulfilment: .seller, businessOnly: goal.isBusinessOnly),
              pendingClaimsCount: health.goals.pendingClaimsCount)
          }
          let before = try ratio(from: bought)
          let after = try ratio(from: bought.addingTimeInterval(1))
          let why = DefectWords.of(
            defect.record, goal.id, at: health.now, pending: health.goals.pendingClaimsCount)
          var event = ForecastAnswer.Event(
            at: leaves, account: health.account, metric: goal.id, days: days, before: before.value, after: after.value,
            because: "order \(defect.record.order.number) leaves the window: \(why)",
            isCrossing: crosses(before, after, goal.target))
          event.caseID = defect.cases.first
          events.append(event)
        }
      }
    }
    return events
  }

  // MARK: - Orders that miss their day

  /// Orders that are not shipped or not delivered when they should be, if nothing happens until then.
  private static func misses(
    _ health: AccountHealth, _ session: Session, until: Date
  ) throws -> [ForecastAnswer.Event] {
    let open = try DeliveryOutlook.open(health, session.desk)
    return try unshipped(open, health, until: until) + undelivered(open, health, session, until: until)
  }

  /// An order that is not shipped by its ship-by instant will have been shipped late, whenever that is.
  private static func unshipped(
    _ open: [DefectOrder], _ health: AccountHealth, until: Date
  ) throws -> [ForecastAnswer.Event] {
    let goal = health.goal(.lateShipmentRate)
    guard let target = goal.target else { return [] }
    var events: [ForecastAnswer.Event] = []
    let waiting = open.filter { $0.record.order.shippedAt.map { $0 >= health.now } ?? true }
      .compactMap { defect in defect.record.order.shipBy.map { (due: $0, defect: defect) } }
      .filter { $0.due >= health.now && $0.due < until }.sorted { $0.due < $1.due }
    for days in goal.windows {
      guard var ratio = try health.report.estimate(goal, days: days, health.source)?.ratio else { continue }
      for (due, defect) in waiting.prefix(50) {
        let after = Ratio(ratio.numerator + 1, of: ratio.denominator + 1)
        var event = ForecastAnswer.Event(
          at: due.addingTimeInterval(1), account: health.account, metric: .lateShipmentRate, days: days,
          before: ratio.value, after: after.value,
          because: "order \(defect.record.order.number) is not shipped by then, and ships late",
          isCrossing: crosses(ratio, after, target))
        event.caseID = defect.cases.first
        events.append(event)
        ratio = after
      }
    }
    return events
  }

  /// The figures of deliveries as they will be, when a day that was promised has passed or a late one leaves the window.
  private static func undelivered(
    _ open: [DefectOrder], _ health: AccountHealth, _ session: Session, until: Date
  ) throws -> [ForecastAnswer.Event] {
    var events: [ForecastAnswer.Event] = []
    let outlook = try DeliveryOutlook(health, session.desk, open: open)
    for goal in health.report.goals where DeliveryOutlook.isOfDeliveries(goal.id) && goal.target != nil {
      guard let metric = OrderMetrics.of(goal.id) else { continue }
      for days in goal.windows {
        let window = MetricWindow(days: days, lag: goal.lag, at: health.now)
        let late = try session.desk.defects(
          metric, of: health.account.id, from: window.from ?? .distantPast, to: window.to, at: health.now, goal: goal,
          pendingClaimsCount: false)
        let leaving = late.compactMap { defect in
          defect.record.order.purchasedAt.map {
            (at: $0.addingTimeInterval(Double((days + goal.lag) * 86_400 + 1)), defect: defect)
          }
        }
        let moments = (outlook.promised.map { ($0.at, $0.defect, true) } + leaving.map { ($0.at, $0.defect, false) })
          .filter { $0.0 > health.now && $0.0 < until }.sorted { $0.0 < $1.0 }
        for (instant, defect, isMiss) in moments.prefix(40) {
          let before = try outlook.ratio(metric, goal, days: days, at: instant.addingTimeInterval(-1))
          let after = try outlook.ratio(metric, goal, days: days, at: instant)
          guard before.value != after.value else { continue }
          let number = defect.record.order.number
          var event = ForecastAnswer.Event(
            at: instant, account: health.account, metric: goal.id, days: days, before: before.value,
            after: after.value,
            because: isMiss
              ? "order \(number) is not delivered by its promised day" : "order \(number) leaves the window",
            isCrossing: crosses(before, after, goal.target))
          event.caseID = defect.cases.first
          events.append(event)
        }
      }
    }
    return events
  }

  private static func crosses(_ before: Ratio, _ after: Ratio, _ target: HealthCore.Target?) -> Bool {
    guard let target else { return false }
    return target.isMet(numerator: before.numerator, denominator: before.denominator)
      != target.isMet(numerator: after.numerator, denominator: after.denominator)
  }
}

struct ForecastAnswer: Answer {
  struct Event {
    var at: Date
    var account: Account
    var metric: MetricID
    var days: Int
    var before: Double?
    var after: Double?
    var because: String
    /// Whether a target is broken or met again by it.
    var isCrossing: Bool
    var caseID: Int64?
    /// The fewest cases to answer, so that it does not happen; nil where nothing prevents it, or nothing needs to.
    var replies: [Int64]?
  }

  var events: [Event]
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now),
      "events": .list(
        events.map { event in
          .object([
            "at": .instant(event.at), "account": .text(event.account.name), "metric": .text(event.metric.rawValue),
            "before": .optional(event.before), "after": .optional(event.after), "because": .text(event.because),
            "days": .int(event.days), "case": .optional(event.caseID.map(Int.init)),
            "crossing": .bool(event.isCrossing),
            "replies": event.replies.map { .list($0.map { .int(Int($0)) }) } ?? .null,
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !events.isEmpty else { return "nothing is in sight: no target breaks, and no defect leaves its window" }
    var output = Rich()
    for event in events.prefix(30) {
      let isWorse = event.metric.countsDefects == ((event.after ?? 0) > (event.before ?? 0))
      if !output.isEmpty { output += "\n" }
      let days = "\(event.metric.title.lowercasedFirst), \(event.days) d"
      output += "\("\(page.moment(event.at))", .faint)  \(event.account.name)  \(days)\n    \(share(event.before)) → "
      output += Rich(share(event.after), isWorse ? .alarm : .good)
      if event.isCrossing {
        output += isWorse ? ", \("breaks the target", .alarm)" : ", \("back in the target", .good)"
      }
      for line in page.wrapped(event.because, indent: 4) { output += "\n\(line, .faint)" }
    }
    if events.count > 30 { output += "\n\("… and \(events.count - 30) more; --days 14 looks less far", .faint)" }
    for event in events where event.metric == .responseRate {
      guard let replies = event.replies, !replies.isEmpty else { continue }
      let names = replies.prefix(12).map { "#\($0)" }.joined(separator: " ")
      let more = replies.count > 12 ? " and \(replies.count - 12) more" : ""
      output += "\n\("to keep \(event.account.name)'s \(event.days)-day response rate:", .caution)"
      for line in page.wrapped("answer \(names)\(more)", indent: 4) { output += "\n\(line)" }
    }
    return output
  }

  private func share(_ value: Double?) -> String {
    value.map { Figure.share(Ratio(Int(($0 * 1_000_000).rounded()), of: 1_000_000)) } ?? "–"
  }
}
