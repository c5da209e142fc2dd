import DeskStore
import Foundation
import HealthCore
import ServiceDesk

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
    let starts = try starts(of: reading, from: from)
    // Where nothing comes into the window, only as many defects less can help, and those before need no look.
    let leaps =
      goal.lag == 0 && target.condition != .equals && !DeliveryOutlook.isOfDeliveries(reading.metric)
    var next = 0
    /// - Parameter gone: how many of the defects have left.
    /// - Returns: whether there is anything to wait for.
    func leap(_ ratio: Ratio, gone: Int) -> Bool {
      guard leaps, Headroom.defects(ratio, target) == starts.count - gone else { return true }
      guard let more = Headroom.defectsToLose(ratio, target) else { return false }
      next = max(next, gone + more - 1)
      return true
    }
    if let now = reading.ratio, !leap(now, gone: 0) { return nil }
    while next < starts.count {
      let start = starts[next]
      next = starts[next...].firstIndex { $0 > start } ?? starts.count
      // In the window is what lies at its edge; a second later it has left.
      let instant = start.addingTimeInterval(length + 1)
      guard instant > health.now, let ratio = try ratio(reading.metric, goal, days: days, at: instant) else { continue }
      if target.isMet(numerator: ratio.numerator, denominator: ratio.denominator) == true { return instant }
      if !leap(ratio, gone: next) { return nil }
    }
    return nil
  }

  /// The instants by which the defects in the window are dated, in order.
  private func starts(of reading: Reading, from: Date) throws -> [Date] {
    let account = health.account.id
    if let metric = OrderMetrics.of(reading.metric) {
      return try desk.purchases(
        ofDefectsIn: metric, of: account, from: from, to: reading.window.to, at: health.now,
        goal: health.goal(reading.metric), pendingClaimsCount: health.goals.pendingClaimsCount)
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
