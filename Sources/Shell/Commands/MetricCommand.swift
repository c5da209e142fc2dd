import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

struct MetricCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "metric", abstract: "Show one figure: its rule, its trend, the cases behind it.",
    discussion: discussion("Any figure of `health`, by its id."))
  static let examples = [
    Example("metric order-defect-rate --cases", "the orders that count against the shop, with their cases"),
    Example("metric late-shipment-rate --trend --days 30", "the figure as it stood on each of the last days"),
  ]

  @Argument(help: "The figure's id, such as order-defect-rate.", completion: .values(.metrics)) var name: String
  @Option(help: "Over so many days, in place of its own windows.") var days: Int?
  @Flag(help: "As it stood on each day, for as many days as its window.") var trend = false
  @Flag(help: "List the orders and cases behind it.") var cases = false
  @Option(help: "seller or marketplace: whose shipments.") var fulfilledBy = "seller"

  func validate() throws {
    if let days, !(1...36_500).contains(days) { throw ValidationError("--days must be 1 to 36500") }
  }

  func run(in session: inout Session) throws -> any Answer {
    let id = try Self.metric(name)
    guard let fulfilment = OrderFact.Fulfilment(rawValue: fulfilledBy) else {
      throw Complaint.usage("--fulfilled-by \(fulfilledBy) is nobody", try: "--fulfilled-by seller or marketplace")
    }
    let now = session.now
    let parts = try session.askedAccounts().map { account in
      let health = try AccountHealth(account, session, days: days)
      let goal = health.goal(id)
      let windows = days.map { [$0] } ?? goal.windows
      var readings = try windows.compactMap {
        try health.report.estimate(goal, days: $0, fulfilment: fulfilment, health.source)
      }
      readings += try health.source.reported().filter { $0.metric == id && $0.fulfilment == fulfilment }
        .map { health.report.reading($0, goal) }
      let profile = try session.profiles.profile(of: account)
      var part = MetricAnswer.Part(
        account: account, readings: readings, rule: profile.metrics.first { $0.id == id },
        notMeasured: profile.notMeasured[id])
      if id == .responseRate { part.responseRule = profile.rule("target") }
      if id == .accountHealthRating { part.ratingParts = try health.report.rating(health.source)?.parts ?? [] }
      let longest = windows.max() ?? 30
      if trend { part.trend = try Self.trend(id, days: longest, fulfilment, account, session) }
      if cases { part.defects = try Self.defects(id, goal: goal, days: longest, fulfilment, health, session) }
      return part
    }
    return MetricAnswer(metric: id, parts: parts, now: now, showsCases: cases, showsTrend: trend)
  }

  static func metric(_ name: String) throws -> MetricID {
    if let id = MetricID(rawValue: name.lowercased()) { return id }
    let names = MetricID.allCases.map(\.rawValue)
    let near = names.filter { $0.hasPrefix(name.lowercased()) }
    if near.count == 1, let id = MetricID(rawValue: near[0]) { return id }
    let offered = near.isEmpty ? Nearest.names(to: name, among: names) : near
    throw Complaint.usage(
      "there is no figure \(name)", try: offered.isEmpty ? "metric order-defect-rate" : offered.joined(separator: ", "))
  }

  /// The figure as it stood at this time of day on each day of a window, at most thirty of them.
  private static func trend(
    _ id: MetricID, days: Int, _ fulfilment: OrderFact.Fulfilment, _ account: Account, _ session: Session
  ) throws -> [MetricAnswer.Point] {
    let length = days == 0 ? 30 : min(days, 90)
    let step = max(1, length / 30)
    return try stride(from: length, through: 0, by: -step).compactMap { back in
      let instant = session.now.addingTimeInterval(Double(-86_400 * back))
      let health = try AccountHealth(account, session, at: instant, days: days == 0 ? nil : days)
      let reading = try health.report.estimate(
        health.goal(id), days: days, fulfilment: fulfilment, health.source)
      return reading.map { .init(at: instant, reading: $0) }
    }
  }

  /// What counts against the seller in a figure, with the cases about it.
  static func defects(
    _ id: MetricID, goal: MetricGoal, days: Int, _ fulfilment: OrderFact.Fulfilment, _ health: AccountHealth,
    _ session: Session
  ) throws -> [MetricAnswer.Defect] {
    let window = MetricWindow(days: days, lag: goal.lag, at: health.now)
    let from = window.from ?? .distantPast
    let account = health.account.id
    if let metric = OrderMetrics.of(id) {
      return try session.desk.defects(
        metric, of: account, from: from, to: window.to, at: health.now, fulfilment: fulfilment, goal: goal,
        pendingClaimsCount: health.goals.pendingClaimsCount
      ).map { defect in
        .init(
          at: defect.record.order.purchasedAt ?? health.now, order: defect.record.order.number, cases: defect.cases,
          why: DefectWords.of(defect.record, id, at: health.now, pending: health.goals.pendingClaimsCount),
          leavesAt: defect.record.order.purchasedAt?.addingTimeInterval(Double((days + goal.lag) * 86_400 + 1)))
      }
    }
    switch id {
    case .feedbackScore, .averageRating:
      return try session.desk.feedback(of: account, from: from, to: health.now, at: health.now)
        .filter { $0.rating != nil && !$0.isPositive }.map { feedback in
          let known = try session.desk.caseAbout("feedback \(feedback.id)", of: account)
          return .init(
            at: feedback.leftAt ?? health.now, order: feedback.order ?? "", cases: known.map { [$0] } ?? [],
            why: "\(feedback.rating ?? 0) \(feedback.rating == 1 ? "star" : "stars")",
            leavesAt: days == 0 ? nil : feedback.leftAt?.addingTimeInterval(Double(days * 86_400 + 1)))
        }
    case .responseRate, .averageResponseTime:
      return try session.desk.timers(matching: TimerQuery(days: days), account: account, at: health.now)
        .compactMap { row in
          let status = row.timer.status(at: health.now)
          guard status == .late || status == .unanswered else { return nil }
          return .init(
            at: row.timer.startedAt, order: "", cases: [row.caseID],
            why: status == .late ? "answered late" : "unanswered",
            leavesAt: row.timer.startedAt.addingTimeInterval(Double(days * 86_400 + 1)))
        }.sorted { $0.at < $1.at }
    default:
      return try session.desk.violations(of: account, from: from, at: health.now)
        .filter { PolicyViolations.count(id, of: [$0]) == 1 }.map { violation in
          let known = try session.desk.caseAbout("violation \(violation.id)", of: account)
          return .init(
            at: violation.openedAt ?? health.now, order: violation.listing ?? "", cases: known.map { [$0] } ?? [],
            why: [violation.severity?.rawValue, violation.kind?.rawValue].compactMap { $0 }.joined(separator: " "),
            leavesAt: violation.openedAt?.addingTimeInterval(Double(days * 86_400 + 1)))
        }
    }
  }
}

/// Why an order counts against the seller, in words.
enum DefectWords {
  static func of(_ record: OrderRecord, _ id: MetricID, at now: Date, pending: Bool) -> String {
    let order = record.order
    switch id {
    case .lateShipmentRate, .onTimeShipmentRate:
      guard let due = order.shipBy, let shipped = order.shippedAt else { return "shipped late" }
      return "shipped \(Span(seconds: shipped.seconds - due.seconds)) late"
    case .onTimeDeliveryRate, .unitOnTimeDeliveryRate:
      guard let due = order.deliverBy else { return "delivered late" }
      guard let delivered = order.deliveredAt, delivered < now else { return "not delivered" }
      return "delivered \(Span(seconds: delivered.seconds - due.seconds)) late"
    case .cancellationRate: return "cancelled by the seller"
    case .validTrackingRate: return "no carrier has scanned \(order.tracking ?? "it")"
    default:
      let isAll = id == .orderDefectRate
      var words = record.feedback.filter {
        (isAll || id == .negativeFeedbackRate) && NegativeFeedbackRate.isDefect($0, at: now)
      }
      .map { "feedback of \($0.rating ?? 0) \($0.rating == 1 ? "star" : "stars")" }
      words += record.claims.filter { claim in
        (isAll || id == (claim.kind == .chargeback ? .chargebackRate : .aToZClaimRate))
          && OrderDefectRate.isDefect(claim, at: now, pendingCounts: pending)
      }.map { claim in
        "\(claim.kind == .chargeback ? "chargeback" : "A-to-z claim") \(claim.outcome(at: now)?.rawValue ?? "")"
      }
      return words.joined(separator: ", ")
    }
  }
}
