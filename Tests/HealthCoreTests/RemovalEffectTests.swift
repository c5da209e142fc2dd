import Foundation
import Testing

@testable import HealthCore

@Suite("What the order defect rate would be without one piece of feedback")
struct RemovalEffectTests {
  private static let now = Date(timeIntervalSince1970: 1_772_442_000)

  private static func record(
    _ ratings: [Int], boughtDaysAgo days: Double = 10, claim: ClaimFact.Outcome? = nil, byMarketplace: Bool = false
  ) -> OrderRecord {
    var order = OrderFact(number: "A")
    order.purchasedAt = now.addingTimeInterval(-days * 86_400)
    if byMarketplace { order.fulfilledBy = .marketplace }
    let feedback = ratings.enumerated().map { index, rating in
      var fact = FeedbackFact(id: "f\(index)")
      fact.rating = rating
      fact.leftAt = now.addingTimeInterval(-86_400)
      return fact
    }
    var claims: [ClaimFact] = []
    if let claim {
      var fact = ClaimFact(id: "c")
      fact.kind = .aToZ
      fact.openedAt = now.addingTimeInterval(-86_400)
      fact.outcome = claim
      claims = [fact]
    }
    return OrderRecord(order: order, feedback: feedback, claims: claims)
  }

  private static func effect(_ record: OrderRecord, pending: Bool = false) -> Ratio? {
    RemovalEffect.ratio(
      of: Ratio(3, of: 100), without: "f0", about: record, in: MetricWindow(days: 60, at: now), at: now,
      goal: .usual(.orderDefectRate), pendingClaimsCount: pending)
  }

  @Test("One defect fewer, of as many orders")
  func fewer() { #expect(Self.effect(Self.record([1])) == Ratio(2, of: 100)) }

  @Test("Nothing changes where the order is not in the figure, or has another defect")
  func same() {
    #expect(Self.effect(Self.record([3])) == nil)
    #expect(Self.effect(Self.record([1], boughtDaysAgo: 61)) == nil)
    #expect(Self.effect(Self.record([1], byMarketplace: true)) == nil)
    #expect(Self.effect(Self.record([1, 2])) == nil)
    #expect(Self.effect(Self.record([1], claim: .granted)) == nil)
    #expect(Self.effect(Self.record([1], claim: .pending)) == Ratio(2, of: 100))
    #expect(Self.effect(Self.record([1], claim: .pending), pending: true) == nil)
  }
}
