import Foundation

/// Over which days a figure is counted, and what it should be.
package struct MetricGoal: Sendable, Equatable {
  package var id: MetricID
  /// In days; 0 is a lifetime.
  package var windows: [Int]
  /// So many days before now the windows end.
  package var lag: Int
  /// Of orders, only those of businesses.
  package var isBusinessOnly: Bool
  /// Nil where the marketplace states none.
  package var target: Target?

  package init(
    id: MetricID, windows: [Int], lag: Int = 0, isBusinessOnly: Bool = false, target: Target? = nil
  ) {
    self.id = id
    self.windows = windows
    self.lag = lag
    self.isBusinessOnly = isBusinessOnly
    self.target = target
  }

  /// INTERFACE.md, Definitions: how a figure is counted where a marketplace has no rule of its own.
  package static func usual(_ id: MetricID) -> MetricGoal {
    switch id {
    case .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .returnDissatisfactionRate:
      MetricGoal(id: id, windows: [60])
    case .lateShipmentRate, .onTimeShipmentRate, .validTrackingRate: MetricGoal(id: id, windows: [30])
    case .onTimeDeliveryRate: MetricGoal(id: id, windows: [14])
    case .unitOnTimeDeliveryRate: MetricGoal(id: id, windows: [14], lag: 7)
    case .cancellationRate, .invoiceDefectRate: MetricGoal(id: id, windows: [7])
    case .responseRate, .averageResponseTime: MetricGoal(id: id, windows: [7, 30, 90])
    case .feedbackScore: MetricGoal(id: id, windows: [30, 90, 365, 0])
    case .averageRating, .inventoryPerformanceIndex, .listingQuality: MetricGoal(id: id, windows: [90])
    case .transactionDefectRate, .unresolvedCaseRate: MetricGoal(id: id, windows: [365])
    case .policyViolations, .intellectualPropertyViolations, .authenticityViolations, .conditionViolations,
      .safetyViolations, .listingViolations, .restrictedViolations, .reviewPolicyViolations, .otherViolations,
      .performanceNotifications, .accountHealthRating:
      MetricGoal(id: id, windows: [180])
    }
  }
}

/// The days that a figure is about: `[from, to)`.
package struct MetricWindow: Sendable, Equatable {
  /// Nil for a lifetime.
  package var days: Int?
  package var from: Date?
  package var to: Date

  package init(days: Int, lag: Int = 0, at now: Date) {
    to = now.addingTimeInterval(Double(-86_400 * lag))
    self.days = days == 0 ? nil : days
    from = days == 0 ? nil : to.addingTimeInterval(Double(-86_400 * days))
  }

  package init(days: Int?, from: Date?, to: Date) {
    self.days = days
    self.from = from
    self.to = to
  }
}
