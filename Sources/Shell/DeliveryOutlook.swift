import DeskStore
import Foundation
import HealthCore

/// The figures of deliveries at a later instant, if nothing happens until then: what is on its way now is late once its
/// promised day has passed. Nothing that the desk knows of later than now is used.
final class DeliveryOutlook {
  /// Orders on their way, with the instant from which on they are late.
  let promised: [(at: Date, defect: DefectOrder)]
  private let health: AccountHealth
  /// By figure: what each of them will count there, as soon as it is late.
  private var expected: [MetricID: [(at: Date, bought: Date, count: Int)]] = [:]

  /// How far back an order may have been bought and still be on its way, in days.
  private static let reach = 90.0

  static func isOfDeliveries(_ id: MetricID) -> Bool { id == .onTimeDeliveryRate || id == .unitOnTimeDeliveryRate }

  /// - Parameter open: orders that are neither delivered nor cancelled; nil: they are looked up.
  init(_ health: AccountHealth, _ desk: Desk, open: [DefectOrder]? = nil) throws {
    self.health = health
    let now = health.now
    let open = try open ?? Self.open(health, desk)
    promised = open.filter { $0.record.order.shippedAt.map { $0 < now } ?? false }
      .compactMap { defect in
        defect.record.order.deliverBy.map { (at: $0.addingTimeInterval(1), defect: defect) }
      }.filter { $0.at > now }
  }

  /// The account's orders that are neither delivered nor cancelled.
  static func open(_ health: AccountHealth, _ desk: Desk) throws -> [DefectOrder] {
    let now = health.now
    return try desk.orders(
      of: health.account.id, from: now.addingTimeInterval(-reach * 86_400), to: now, fulfilment: .seller,
      businessOnly: false, openAt: now)
  }

  func ratio(_ metric: any OrderMetric.Type, _ goal: MetricGoal, days: Int, at instant: Date) throws -> Ratio {
    let window = MetricWindow(days: days, lag: goal.lag, at: instant)
    let from = window.from ?? .distantPast
    let to = min(window.to, health.now)
    guard from < to else { return Ratio(0, of: 0) }
    var ratio = metric.ratio(
      of: try health.source.orders(from: from, to: to, fulfilment: .seller, businessOnly: goal.isBusinessOnly),
      pendingClaimsCount: false)
    for order in counts(in: metric) where order.at <= instant && order.bought >= from && order.bought < to {
      ratio.denominator += order.count
    }
    return ratio
  }

  private func counts(in metric: any OrderMetric.Type) -> [(at: Date, bought: Date, count: Int)] {
    if let known = expected[metric.id] { return known }
    let counts: [(at: Date, bought: Date, count: Int)] = promised.compactMap { at, defect in
      // The order as it stands now, judged after its promised day: it counts, and is not in time.
      var order = defect.record.order
      order.deliveredAt = nil
      guard let bought = order.purchasedAt else { return nil }
      let tally = OrderTally(of: OrderRecord(order: order), at: at)
      return (at, bought, metric.ratio(of: tally, pendingClaimsCount: false).denominator)
    }
    expected[metric.id] = counts
    return counts
  }
}
