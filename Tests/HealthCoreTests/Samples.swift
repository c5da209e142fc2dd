import Foundation
import Testing

@testable import HealthCore

/// 2026-10-01T00:00:00Z and so many days and seconds: the orders of these tests are bought on day 0 unless they say
/// otherwise.
func day(_ days: Int, _ seconds: Int = 0) -> Date {
  Date(timeIntervalSince1970: 1_790_812_800 + Double(days * 86_400 + seconds))
}

/// The instant of the question: 2026-10-31T00:00:00Z.
let asked = day(30)

func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

/// An order, bought on day 0, with its feedback and its claims.
func order(_ feedback: [FeedbackFact] = [], _ claims: [ClaimFact] = [], _ change: (inout OrderFact) -> Void = { _ in })
  -> OrderRecord
{
  var order = OrderFact(number: "114-1")
  order.purchasedAt = day(0)
  change(&order)
  return OrderRecord(order: order, feedback: feedback, claims: claims)
}

func order(_ change: (inout OrderFact) -> Void) -> OrderRecord { order([], [], change) }

/// Left on day 5 unless it says otherwise.
func feedback(_ stars: Int?, left: Date? = day(5), removed: Date? = nil) -> FeedbackFact {
  var feedback = FeedbackFact(id: "F")
  (feedback.rating, feedback.leftAt, feedback.removedAt) = (stars, left, removed)
  return feedback
}

/// Opened on day 6 and closed on day 8 unless it says otherwise.
func claim(
  _ kind: ClaimFact.Kind?, _ outcome: ClaimFact.Outcome?, opened: Date? = day(6), closed: Date? = day(8),
  reason: ClaimFact.Reason? = nil
) -> ClaimFact {
  var claim = ClaimFact(id: "C")
  (claim.kind, claim.outcome, claim.openedAt, claim.closedAt, claim.reason) = (kind, outcome, opened, closed, reason)
  return claim
}

func violation(
  _ kind: ViolationFact.Kind?, _ severity: ViolationFact.Severity? = .low, opened: Date? = day(1),
  resolved: Date? = nil
) -> ViolationFact {
  var violation = ViolationFact(id: "V")
  (violation.kind, violation.severity, violation.openedAt, violation.resolvedAt) = (kind, severity, opened, resolved)
  return violation
}

/// A target as its parts in integers: `target(.lessThan, 1, of: 100)` is below 1 %.
func target(_ condition: Condition, _ numerator: Int, of denominator: Int = 1) -> Target {
  Target(value: Decimal(numerator: numerator, denominator: denominator), condition: condition)
}

/// A row of a table that has a sentence for a name.
struct Named<Value: Sendable>: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var value: Value

  init(_ name: String, _ value: Value) { (testDescription, self.value) = (name, value) }
}

/// One order at one instant, and how a figure should count it.
struct OrderRow: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var record: OrderRecord
  var now: Date
  var pendingClaimsCount: Bool
  var expected: Ratio

  init(
    _ name: String, _ record: OrderRecord, now: Date = asked, pendingCounts: Bool = false, _ numerator: Int,
    of denominator: Int
  ) {
    testDescription = name
    (self.record, self.now, pendingClaimsCount) = (record, now, pendingCounts)
    expected = Ratio(numerator, of: denominator)
  }

  func ratio(_ metric: (some OrderMetric).Type) -> Ratio {
    metric.ratio(of: OrderTally(of: record, at: now), pendingClaimsCount: pendingClaimsCount)
  }
}

/// A figure over many orders, added up.
func ratio(
  _ metric: (some OrderMetric).Type, of records: [OrderRecord], at now: Date = asked, pendingCounts: Bool = false
) -> Ratio {
  var sum = OrderTally()
  for record in records { sum += OrderTally(of: record, at: now) }
  return metric.ratio(of: sum, pendingClaimsCount: pendingCounts)
}
