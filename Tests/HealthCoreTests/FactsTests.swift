import Foundation
import Testing

@testable import HealthCore

@Suite("Facts at an instant, and rows put into them")
struct FactsTests {
  @Test(
    "How a claim opened on day 6 stood at an instant",
    arguments: [
      Named("Not opened before it was", (claim(.aToZ, .granted), day(6), nil)),
      Named("Pending a second after", (claim(.aToZ, .granted), day(6, 1), .pending)),
      Named("Pending exactly as it is closed", (claim(.aToZ, .granted), day(8), .pending)),
      Named("Granted a second later", (claim(.aToZ, .granted), day(8, 1), .granted)),
      Named("Denied without a closing date: from the start", (claim(.aToZ, .denied, closed: nil), day(6, 1), .denied)),
      Named("Nothing known of its end: pending", (claim(.aToZ, nil, closed: nil), day(9), .pending)),
      Named("Opened at an unknown instant: not there", (claim(.aToZ, .granted, opened: nil), day(9), nil)),
    ] as [Named<(claim: ClaimFact, now: Date, outcome: ClaimFact.Outcome?)>])
  func claims(row: Named<(claim: ClaimFact, now: Date, outcome: ClaimFact.Outcome?)>) {
    #expect(row.value.claim.outcome(at: row.value.now) == row.value.outcome)
  }

  @Test(
    "Stars are negative, neutral or positive",
    arguments: [(1, true, false), (2, true, false), (3, false, false), (4, false, true), (5, false, true)])
  func stars(rating: Int, isNegative: Bool, isPositive: Bool) {
    #expect(feedback(rating).isNegative == isNegative)
    #expect(feedback(rating).isPositive == isPositive)
  }

  @Test(
    "Dates that contradict each other are named",
    arguments: [
      (order { $0.shippedAt = day(1) }, []), (order { $0.shippedAt = day(0) }, []),
      (order { $0.shippedAt = day(0, -1) }, ["shipped before it was bought"]),
      (order { $0.deliveredAt = day(4) }, ["delivered without being shipped"]),
      (order { ($0.shippedAt, $0.deliveredAt) = (day(4), day(4)) }, []),
      (order { ($0.shippedAt, $0.deliveredAt) = (day(4), day(3)) }, ["delivered before it was shipped"]),
      (order { $0.cancelledAt = day(-1) }, ["cancelled before it was bought"]),
      (order { $0.shipBy = day(-1) }, ["to be shipped before it was bought"]),
    ] as [(OrderRecord, [String])])
  func flaws(record: OrderRecord, flaws: [String]) {
    #expect(record.order.flaws == flaws)
  }

  @Test(
    "Who ships: unknown counts as the seller",
    arguments: [(nil, true), (.seller, true), (.marketplace, false)] as [(OrderFact.Fulfilment?, Bool)])
  func fulfilment(by: OrderFact.Fulfilment?, isSeller: Bool) {
    #expect(order { $0.fulfilledBy = by }.order.isSellerFulfilled == isSeller)
  }

  @Test("A row's empty cells keep what is known, and its others replace it")
  func rows() {
    var row = OrderFact(number: "114-1")
    (row.shippedAt, row.units, row.cancelledBy) = (day(2), 4, .buyer)
    let known = order { ($0.shipBy, $0.units, $0.carrier) = (day(3), 1, "UPS") }.order
    let merged = known.updated(by: row)
    #expect(merged.purchasedAt == day(0))
    #expect(merged.shipBy == day(3))
    #expect(merged.shippedAt == day(2))
    #expect(merged.units == 4)
    #expect(merged.carrier == "UPS")
    #expect(merged.cancelledBy == .buyer)

    var removal = FeedbackFact(id: "F")
    removal.removedAt = day(9)
    #expect(feedback(1).updated(by: removal) == feedback(1, removed: day(9)))

    var closing = ClaimFact(id: "C")
    (closing.outcome, closing.closedAt) = (.denied, day(9))
    #expect(
      claim(.aToZ, .pending, closed: nil, reason: .service).updated(by: closing)
        == claim(.aToZ, .denied, closed: day(9), reason: .service))

    var resolving = ViolationFact(id: "V")
    resolving.resolvedAt = day(9)
    #expect(violation(.safety, .high).updated(by: resolving) == violation(.safety, .high, resolved: day(9)))
  }

  @Test(
    "The days of a reported window",
    arguments: [
      ("2026-09-01T00:00:00Z", "2026-09-30T23:59:59Z", 30), ("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", 30),
      // Berlin, from midnight to the last second: an hour less, and an hour more, than whole days.
      ("2026-03-22T23:00:00Z", "2026-03-29T21:59:59Z", 7), ("2026-10-18T22:00:00Z", "2026-10-25T22:59:59Z", 7),
      ("2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z", 29), ("2026-09-02T00:00:00Z", "2026-09-01T00:00:00Z", nil),
    ] as [(String, String, Int?)])
  func reportedDays(from: String, to: String, days: Int?) throws {
    var figure = ReportedFigure(metric: .orderDefectRate)
    #expect(figure.days == nil)
    (figure.from, figure.to) = (try instant(from), try instant(to))
    #expect(figure.days == days)
  }
}
