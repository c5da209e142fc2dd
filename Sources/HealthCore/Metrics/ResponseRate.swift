/// Response rate: messages answered within the marketplace's limit, of those that asked for an answer and whose time
/// is up or that were answered (MARKETPLACES.md 1.1 "Contact Response Time", 1.8).
package struct ResponseRate: Sendable, Equatable {
  package var onTime = 0
  package var late = 0
  /// Not answered, and the deadline has passed.
  package var unanswered = 0
  /// Still in time: counted apart.
  package var running = 0
  /// No reply needed: counted apart.
  package var exempt = 0

  package init(onTime: Int = 0, late: Int = 0, unanswered: Int = 0, running: Int = 0, exempt: Int = 0) {
    self.onTime = onTime
    self.late = late
    self.unanswered = unanswered
    self.running = running
    self.exempt = exempt
  }

  package var required: Int { onTime + late + unanswered }
  package var answered: Int { onTime + late }

  /// Nil where nothing was required.
  package var rate: Double? { required == 0 ? nil : Double(onTime) / Double(required) }

  package func meets(_ target: Target) -> Bool? { target.isMet(numerator: onTime, denominator: required) }

  package static func + (left: ResponseRate, right: ResponseRate) -> ResponseRate {
    ResponseRate(
      onTime: left.onTime + right.onTime, late: left.late + right.late, unanswered: left.unanswered + right.unanswered,
      running: left.running + right.running, exempt: left.exempt + right.exempt)
  }
}

/// Percentiles by nearest rank: the smallest value that at least so many percent of all values do not exceed.
package enum NearestRank {
  /// The rank, from 1, of a percentile among `count` values; 0 where there are none.
  package static func rank(percent: Int, count: Int) -> Int { count == 0 ? 0 : max(1, (percent * count + 99) / 100) }

  /// Nil for no values; `values` must be sorted.
  package static func value(percent: Int, of values: [Int]) -> Int? {
    values.isEmpty ? nil : values[rank(percent: percent, count: values.count) - 1]
  }
}
