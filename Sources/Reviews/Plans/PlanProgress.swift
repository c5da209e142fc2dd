import Foundation
import HealthCore
import ServiceDesk

/// How a plan's measures do against its figure.
package struct PlanProgress: Sendable {
  package struct Point: Sendable, Equatable {
    package var at: Date
    package var reading: Reading

    package init(at: Date, reading: Reading) { (self.at, self.reading) = (at, reading) }
  }
  package enum Stage: String, Sendable { case planned, running }

  package struct MeasureState: Sendable, Equatable {
    package var measure: Plan.Measure
    package var stage: Stage
    /// The figure when it began; nil where it has not.
    package var before: Reading?
  }

  package var plan: Plan
  package var points: [Point]
  package var measures: [MeasureState]
  /// The first review date from today on.
  package var nextReview: CivilDay?

  /// - Parameter points: the figure by time, the last being now.
  package init(_ plan: Plan, points: [Point], today: CivilDay, day: (Date) -> CivilDay) {
    self.plan = plan
    self.points = points
    measures = plan.measures.map { measure in
      guard let start = measure.start, start <= today else {
        return MeasureState(measure: measure, stage: .planned, before: nil)
      }
      let before = points.last { day($0.at) <= start } ?? points.first
      return MeasureState(measure: measure, stage: .running, before: before?.reading)
    }
    nextReview = plan.reviews.filter { $0 >= today }.min()
  }

  package var now: Reading? { points.last?.reading }

  /// The target is met; one that has none can't be.
  package var isHealthy: Bool { now.map { $0.status == .good || $0.status == .watch } ?? false }

  /// Nil with fewer than two figures.
  package var isBetter: Bool? {
    guard let first = points.first?.reading.value, let last = now?.value, points.count > 1, let metric = now?.metric,
      first != last
    else { return nil }
    return (last < first) == metric.countsDefects
  }
}
