import Foundation
import Testing

@testable import HealthCore

@Suite("Policy violations, by kind and in all")
struct PolicyViolationsTests {
  /// Two of intellectual property, one of safety, one of no known kind, and a notification.
  static let open = [
    violation(.intellectualProperty), violation(.intellectualProperty, .high), violation(.safety), violation(nil),
    violation(.notification),
  ]

  @Test(
    "Each figure means its own kind",
    arguments: [
      (.policyViolations, 4), (.intellectualPropertyViolations, 2), (.authenticityViolations, 0),
      (.conditionViolations, 0), (.safetyViolations, 1), (.listingViolations, 0), (.restrictedViolations, 0),
      (.reviewPolicyViolations, 0), (.otherViolations, 1), (.performanceNotifications, 1),
    ] as [(MetricID, Int)])
  func counting(id: MetricID, count: Int) {
    #expect(PolicyViolations.count(id, of: Self.open) == count)
  }

  @Test(
    "A kind is counted under its own name",
    arguments: [
      (.intellectualProperty, "intellectual-property-violations"), (.authenticity, "authenticity-violations"),
      (.condition, "condition-violations"), (.safety, "safety-violations"), (.listing, "listing-violations"),
      (.restricted, "restricted-violations"), (.reviewPolicy, "review-policy-violations"), (.other, "other-violations"),
      (.notification, "performance-notifications"),
    ] as [(ViolationFact.Kind, String)])
  func names(kind: ViolationFact.Kind, id: String) {
    #expect(PolicyViolations.id(of: kind).rawValue == id)
    #expect(PolicyViolations.count(PolicyViolations.id(of: kind), of: [violation(kind)]) == 1)
  }

  @Test("A notification is no violation")
  func notification() {
    #expect(PolicyViolations.count(.policyViolations, of: [violation(.notification)]) == 0)
  }

  @Test(
    "Other figures are none of violations",
    arguments: [MetricID.orderDefectRate, .accountHealthRating, .listingQuality])
  func others(id: MetricID) {
    #expect(PolicyViolations.count(id, of: Self.open) == nil)
  }

  @Test(
    "Open is charged before now and not resolved before now",
    arguments: [
      Named("Charged long ago", (day(1), nil, true)), Named("Charged a second before now", (day(30, -1), nil, true)),
      Named("Charged exactly now", (day(30), nil, false)), Named("Charged at an unknown instant", (nil, nil, false)),
      Named("Resolved a second before now", (day(1), day(30, -1), false)),
      Named("Resolved exactly now", (day(1), day(30), true)),
      Named("Resolved a second after now", (day(1), day(30, 1), true)),
    ] as [Named<(opened: Date?, resolved: Date?, isOpen: Bool)>])
  func open(row: Named<(opened: Date?, resolved: Date?, isOpen: Bool)>) {
    let violation = violation(.other, opened: row.value.opened, resolved: row.value.resolved)
    #expect(violation.isOpen(at: asked) == row.value.isOpen)
  }
}
