import Foundation

/// One figure of an account's health, held against its target.
package struct Reading: Sendable, Equatable {
  package enum Source: String, Sendable {
    /// Counted here, from what the desk knows.
    case estimated
    /// As the marketplace says.
    case reported
  }
  package enum Status: String, Sendable, CaseIterable {
    case good
    /// The target is met, with no room for one more.
    case watch
    case bad, noData, noTarget
  }

  package var metric: MetricID
  package var window: MetricWindow
  /// Of a rate, in its own units of account; nil where the figure has none.
  package var ratio: Ratio?
  /// A fraction, a number of points or of violations, or seconds; nil without data.
  package var value: Double?
  package var target: Target?
  package var source: Source
  /// The marketplace's own verdict, in its own word.
  package var verdict: String?

  package init(
    metric: MetricID, window: MetricWindow, ratio: Ratio?, value: Double? = nil, target: Target?,
    source: Source = .estimated
  ) {
    self.metric = metric
    self.window = window
    self.ratio = ratio
    self.value = value ?? ratio?.value
    self.target = target
    self.source = source
  }

  package var status: Status {
    guard value != nil else { return .noData }
    guard let target else { return .noTarget }
    guard isMet(target) else { return .bad }
    return headroom == 0 && target.condition != .equals ? .watch : .good
  }

  /// How many more defects the target bears: each turns one that is counted already from good to bad. Nil where there is
  /// no target or nothing that could be counted; 0 where the target is missed.
  package var headroom: Int? {
    guard let target, let ratio, ratio.denominator > 0, metric.unit == .share else { return nil }
    return Headroom.more(ratio, target)
  }

  /// Compared in integers; a reported figure that comes without its counts by its value as it was printed.
  private func isMet(_ target: Target) -> Bool {
    if let ratio, let met = target.isMet(numerator: ratio.numerator, denominator: ratio.denominator) { return met }
    // To nine places, which is more than anybody prints, and so that 0.1 + 0.2 is 0.3.
    let scale = 1_000_000_000
    guard let value, abs(value) < 1e9 else { return false }
    return target.isMet(numerator: Int((value * Double(scale)).rounded()), denominator: scale) ?? false
  }
}

extension MetricID {
  package enum Unit: Sendable { case share, seconds, stars, points, count }

  /// What the value is a number of.
  package var unit: Unit {
    switch self {
    case .averageResponseTime: .seconds
    case .averageRating: .stars
    case .inventoryPerformanceIndex, .listingQuality, .accountHealthRating: .points
    case .policyViolations, .intellectualPropertyViolations, .authenticityViolations, .conditionViolations,
      .safetyViolations, .listingViolations, .restrictedViolations, .reviewPolicyViolations, .otherViolations,
      .performanceNotifications:
      .count
    case .orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .lateShipmentRate,
      .onTimeShipmentRate, .onTimeDeliveryRate, .unitOnTimeDeliveryRate, .cancellationRate, .validTrackingRate,
      .invoiceDefectRate, .responseRate, .feedbackScore, .returnDissatisfactionRate, .transactionDefectRate,
      .unresolvedCaseRate:
      .share
    }
  }

  /// Whether a defect raises the figure; else it lowers it.
  package var countsDefects: Bool {
    switch self {
    case .onTimeShipmentRate, .onTimeDeliveryRate, .unitOnTimeDeliveryRate, .validTrackingRate, .responseRate,
      .feedbackScore, .averageRating, .inventoryPerformanceIndex, .listingQuality, .accountHealthRating:
      false
    default: true
    }
  }

  /// As people call it.
  package var title: String {
    switch self {
    case .aToZClaimRate: "A-to-z claim rate"
    case .onTimeShipmentRate: "On-time shipment rate"
    case .onTimeDeliveryRate: "On-time delivery rate"
    case .unitOnTimeDeliveryRate: "Unit on-time delivery rate"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("-", with: " ")
    }
  }
}
