import Foundation

@testable import HealthCore

/// SplitMix64: the same seed gives the same examples on every machine.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &self) }

  /// Within 40 days from the one before day 0; often on a whole day, so that instants coincide, and sometimes unknown.
  mutating func date(unknown percent: Int = 25) -> Date? {
    if chance(percent) { return nil }
    return day(Int.random(in: -1..<40, using: &self), chance(50) ? 0 : Int.random(in: 0..<86_400, using: &self))
  }

  mutating func record() -> OrderRecord {
    var order = OrderFact(number: "R")
    order.purchasedAt = date(unknown: 5)
    order.shipBy = date()
    order.shippedAt = date()
    order.deliverBy = date()
    order.deliveredAt = date()
    order.cancelledAt = date(unknown: 60)
    order.cancelledBy = pick([nil, .seller, .seller, .buyer, .marketplace]) ?? nil
    order.tracking = chance(50) ? "1Z" : nil
    order.hasValidTracking = pick([nil, true, false]) ?? nil
    order.units = pick([nil, 0, 1, 7]) ?? nil
    let feedback = (0..<Int.random(in: 0...2, using: &self)).map { _ in
      HealthCoreTests.feedback(Int.random(in: 1...5, using: &self), left: date(), removed: date(unknown: 60))
    }
    let claims = (0..<Int.random(in: 0...3, using: &self)).map { _ in
      claim(
        pick(ClaimFact.Kind.allCases), chance(20) ? nil : pick(ClaimFact.Outcome.allCases), opened: date(),
        closed: date(unknown: 40), reason: pick([nil, .service, .fraud]) ?? nil)
    }
    return OrderRecord(order: order, feedback: feedback, claims: claims)
  }
}
