import Foundation

/// What is counted of orders. Every figure over orders is made of these, and the store keeps them by day.
package enum OrderCount: Int, Sendable, CaseIterable {
  case orders, fulfilled, defects, defectsOrPending, negativeFeedback, claims, claimsOrPending, chargebacks,
    chargebacksOrPending, shipments, lateShipments, deliveries, onTimeDeliveries, units, onTimeUnits, cancellations,
    trackings, validTrackings
}

/// Counts of orders, added and taken away as a whole.
package struct OrderTally: Sendable, Equatable {
  private var counts: SIMD32<Int32>

  package init() { counts = .zero }

  /// How one order counts at `now`: nothing of what happens at or after it is known yet.
  package init(of record: OrderRecord, at now: Date) {
    self.init()
    guard let bought = record.order.purchasedAt, bought < now else { return }
    add(1, to: .orders)
    for metric in OrderMetrics.all { metric.count(record, at: now, into: &self) }
  }

  package subscript(_ count: OrderCount) -> Int {
    get { Int(counts[count.rawValue]) }
    set { counts[count.rawValue] = Int32(clamping: newValue) }
  }

  package mutating func add(_ number: Int = 1, to count: OrderCount) { self[count] += number }

  package var isZero: Bool { counts == .zero }

  package static func += (left: inout OrderTally, right: OrderTally) { left.counts &+= right.counts }
  package static func -= (left: inout OrderTally, right: OrderTally) { left.counts &-= right.counts }
  package static func - (left: OrderTally, right: OrderTally) -> OrderTally {
    var result = left
    result -= right
    return result
  }
}

/// A figure that is counted over orders.
package protocol OrderMetric: Sendable {
  static var id: MetricID { get }
  /// Counts one order that had been bought before `now`.
  static func count(_ record: OrderRecord, at now: Date, into tally: inout OrderTally)
  static func ratio(of tally: OrderTally, pendingClaimsCount: Bool) -> Ratio
}

extension OrderMetric {
  /// Whether the order counts, and against the seller, in this figure at `now`.
  package static func isDefect(_ record: OrderRecord, at now: Date, pendingClaimsCount: Bool) -> Bool {
    let ratio = ratio(of: OrderTally(of: record, at: now), pendingClaimsCount: pendingClaimsCount)
    return id.countsDefects ? ratio.numerator > 0 : ratio.numerator < ratio.denominator
  }
}

package enum OrderMetrics {
  package static let all: [any OrderMetric.Type] = [
    OrderDefectRate.self, NegativeFeedbackRate.self, AToZClaimRate.self, ChargebackRate.self, LateShipmentRate.self,
    OnTimeShipmentRate.self, OnTimeDeliveryRate.self, UnitOnTimeDeliveryRate.self, CancellationRate.self,
    ValidTrackingRate.self,
  ]

  package static func of(_ id: MetricID) -> (any OrderMetric.Type)? { all.first { $0.id == id } }
}

/// A part of a whole, kept in integers so that it can be compared exactly.
package struct Ratio: Sendable, Equatable {
  package var numerator: Int
  package var denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nil where there is no whole.
  package var value: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }
}

extension Date? {
  /// Whether it is known and lies before `now`.
  func isBefore(_ now: Date) -> Bool { map { $0 < now } ?? false }
}
