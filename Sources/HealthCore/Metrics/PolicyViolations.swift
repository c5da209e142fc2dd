import Foundation

/// Violations that are open, of those charged in the last 180 days, in all and by kind (MARKETPLACES.md 1.1 [O]).
/// A performance notification is no violation and counted apart.
package enum PolicyViolations {
  package static func id(of kind: ViolationFact.Kind) -> MetricID {
    switch kind {
    case .intellectualProperty: .intellectualPropertyViolations
    case .authenticity: .authenticityViolations
    case .condition: .conditionViolations
    case .safety: .safetyViolations
    case .listing: .listingViolations
    case .restricted: .restrictedViolations
    case .reviewPolicy: .reviewPolicyViolations
    case .other: .otherViolations
    case .notification: .performanceNotifications
    }
  }

  /// How many of `open` the figure means; nil where it is none of violations.
  package static func count(_ id: MetricID, of open: [ViolationFact]) -> Int? {
    if id == .policyViolations { return open.count { $0.kind != .notification } }
    guard let kind = ViolationFact.Kind.allCases.first(where: { Self.id(of: $0) == id }) else { return nil }
    return open.count { ($0.kind ?? .other) == kind }
  }
}
