import DeskStore
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

/// One account's figures at one instant, with the rules by which they are judged: what `health`, the greeting, alerts
/// and what-if all go by.
struct AccountHealth {
  let account: Account
  let now: Date
  let goals: HealthGoals
  let report: HealthReport
  let source: DeskFigures

  /// - Parameter days: what takes the place of every window, if anything does.
  init(_ account: Account, _ session: Session, at instant: Date? = nil, days: Int? = nil) throws {
    self.account = account
    now = instant ?? session.now
    goals = try session.profiles.goals(of: account)
    let metrics = Self.metrics(goals, account: account)
    report = HealthReport(
      goals: metrics, pendingClaimsCount: goals.pendingClaimsCount, rating: goals.rating, now: now)
    // A window of a year or more is added up by itself, and the others share what is read once.
    let usual = metrics.filter { OrderMetrics.of($0.id) != nil }
      .map { goal in (days ?? goal.windows.max() ?? 0) + goal.lag }.filter { $0 <= 100 }
    let reach = usual.max() ?? 0
    source = session.desk.figures(
      of: account.id, at: now, earliest: now.addingTimeInterval(Double(-86_400 * reach)))
  }

  /// The figures that every account has, in the order of the page, each with what its marketplace asks and the account's
  /// own target in its place.
  private static func metrics(_ goals: HealthGoals, account: Account) -> [MetricGoal] {
    let own = Dictionary(goals.metrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return MetricID.allCases.compactMap { id in
      var goal = own[id] ?? (always.contains(id) ? .usual(id) : nil)
      if id == .responseRate {
        goal = MetricGoal(id: id, windows: goals.response.windows, target: goals.response.target)
      }
      if id == .averageResponseTime, own[id] == nil { goal?.windows = goals.response.windows }
      let target = account.target(of: id, else: goal?.target)
      goal?.target = target
      return goal
    }
  }

  /// INTERFACE.md names these for every account; the rest only where a marketplace has them.
  static let always: Set<MetricID> = [
    .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .lateShipmentRate, .onTimeShipmentRate,
    .onTimeDeliveryRate, .cancellationRate, .validTrackingRate, .responseRate, .averageResponseTime, .feedbackScore,
    .policyViolations, .inventoryPerformanceIndex, .listingQuality, .accountHealthRating,
  ]

  func goal(_ id: MetricID) -> MetricGoal { report.goals.first { $0.id == id } ?? .usual(id) }

  /// Whether the marketplace itself goes by the figure.
  func isMeasured(_ id: MetricID) -> Bool { id == .responseRate || goals.metrics.contains { $0.id == id } }

  /// A reported figure beside the same counted here, over the very days of the report; nil where it names no days or
  /// counts, or nothing here could be held against it.
  func counted(_ figure: ReportedFigure) throws -> (metric: any OrderMetric.Type, reported: Ratio, own: Ratio)? {
    guard let metric = OrderMetrics.of(figure.metric), let from = figure.from, let to = figure.to,
      let numerator = figure.numerator, let denominator = figure.denominator
    else { return nil }
    let tally = try source.orders(
      from: from, to: to.addingTimeInterval(1), fulfilment: figure.fulfilment,
      businessOnly: goal(figure.metric).isBusinessOnly)
    let own = metric.ratio(of: tally, pendingClaimsCount: goals.pendingClaimsCount)
    return (metric, Ratio(numerator, of: denominator), own)
  }

  func readings(days: Int? = nil) throws -> [Reading] { try report.readings(source, days: days) }

  func reading(_ id: MetricID, days: Int? = nil) throws -> Reading? {
    let goal = goal(id)
    return try report.estimate(goal, days: days ?? goal.windows.first ?? 30, source)
  }
}

extension Account {
  /// The account's own target for a figure, else the given one.
  func target(of id: MetricID, else target: HealthCore.Target?) -> HealthCore.Target? {
    guard let own = settings.targets?[id.rawValue], let value = HealthCore.Decimal(own) else { return target }
    return HealthCore.Target(value: value, condition: target?.condition ?? (id.countsDefects ? .lessThan : .atLeast))
  }
}

extension Session {
  /// The accounts that a question is about: the one named by `--account`, else all.
  func askedAccounts() throws -> [Account] {
    try chosenAccount().map { [$0] } ?? desk.accounts()
  }
}
