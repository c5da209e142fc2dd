import Foundation
import Testing

@testable import HealthCore

@Suite("Counts of orders")
struct OrderTallyTests {
  @Test("One order, counted under every heading")
  func one() {
    let record = order([feedback(1)], [claim(.aToZ, .pending, closed: nil), claim(.chargeback, .lost)]) {
      ($0.shipBy, $0.shippedAt, $0.deliverBy, $0.deliveredAt) = (day(1), day(2), day(9), day(8))
      ($0.tracking, $0.hasValidTracking, $0.units) = ("1Z", true, 3)
    }
    let tally = OrderTally(of: record, at: asked)
    let expected: [OrderCount: Int] = [
      .orders: 1, .fulfilled: 1, .defects: 1, .defectsOrPending: 1, .negativeFeedback: 1, .claims: 0,
      .claimsOrPending: 1, .chargebacks: 1, .chargebacksOrPending: 1, .shipments: 1, .lateShipments: 1, .deliveries: 1,
      .onTimeDeliveries: 1, .units: 3, .onTimeUnits: 3, .cancellations: 0, .trackings: 1, .validTrackings: 1,
    ]
    for count in OrderCount.allCases { #expect(tally[count] == expected[count], "\(count)") }
  }

  @Test("Nothing is counted of an order that does not exist yet", arguments: [0, 1, 86_400])
  func notYet(seconds: Int) {
    let record = order([feedback(1, left: day(-3))]) { $0.purchasedAt = day(30, seconds) }
    #expect(OrderTally(of: record, at: asked).isZero)
  }

  @Test("Of an order bought a second ago only the order is counted, and that nobody cancelled it")
  func new() {
    let tally = OrderTally(of: order { $0.purchasedAt = day(30, -1) }, at: asked)
    #expect(OrderCount.allCases.filter { tally[$0] != 0 } == [.orders, .fulfilled])
  }

  @Test("Sums are additive, and what was added can be taken away", arguments: 1...40)
  func additive(seed: UInt64) {
    var random = Seeded(seed)
    let now = day(Int.random(in: 0..<42, using: &random))
    let records = (0..<30).map { _ in random.record() }
    let cut = Int.random(in: 0...30, using: &random)
    func sum(_ records: some Sequence<OrderRecord>) -> OrderTally {
      records.reduce(into: OrderTally()) { $0 += OrderTally(of: $1, at: now) }
    }
    var joined = sum(records.prefix(cut))
    joined += sum(records.dropFirst(cut))
    let whole = sum(records)
    #expect(joined == whole)
    #expect(sum(records.reversed()) == whole)
    #expect(whole - sum(records.prefix(cut)) == sum(records.dropFirst(cut)))
    #expect((whole - whole).isZero)
    for count in OrderCount.allCases {
      let byHand = records.reduce(0) { $0 + OrderTally(of: $1, at: now)[count] }
      #expect(whole[count] == byHand, "\(count)")
    }
  }

  @Test("No part is larger than its whole", arguments: 1...40)
  func parts(seed: UInt64) {
    var random = Seeded(seed &+ 1000)
    for _ in 0..<50 {
      let record = random.record()
      let tally = OrderTally(of: record, at: day(Int.random(in: 0..<42, using: &random)))
      for metric in OrderMetrics.all {
        for pending in [false, true] {
          let ratio = metric.ratio(of: tally, pendingClaimsCount: pending)
          #expect((0...ratio.denominator).contains(ratio.numerator), "\(metric.id): \(record)")
        }
      }
      #expect(tally[.defects] <= tally[.negativeFeedback] + tally[.claims] + tally[.chargebacks])
      #expect(tally[.defects] >= max(tally[.negativeFeedback], tally[.claims], tally[.chargebacks]))
    }
  }

  @Test("A rate of nothing is no rate, and never 0")
  func noRate() {
    #expect(Ratio(0, of: 0).value == nil)
    #expect(Ratio(0, of: 4).value == 0)
    #expect(Ratio(1, of: 4).value == 0.25)
  }

  @Test("Each figure over orders is found by its name, and no other is", arguments: MetricID.allCases)
  func register(id: MetricID) {
    let overOrders: Set<MetricID> = [
      .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .lateShipmentRate, .onTimeShipmentRate,
      .onTimeDeliveryRate, .unitOnTimeDeliveryRate, .cancellationRate, .validTrackingRate,
    ]
    #expect((OrderMetrics.of(id)?.id == id) == overOrders.contains(id))
  }
}
