import HealthCore

/// What a marketplace says about one figure: its goal, in words too, with what happens when it is missed.
package struct MetricRule: Sendable, Equatable, Codable {
  package var id: MetricID
  /// In days; 0 is a lifetime.
  package var windows: [Int]
  package var lag: Int
  package var isBusinessOnly: Bool
  package var target: Target?
  package var rule: Profile.Rule
  package var consequence: String?

  package var goal: MetricGoal {
    MetricGoal(id: id, windows: windows, lag: lag, isBusinessOnly: isBusinessOnly, target: target)
  }
}
