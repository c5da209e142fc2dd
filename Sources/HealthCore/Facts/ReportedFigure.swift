import Foundation

/// A figure as the marketplace itself reports it.
package struct ReportedFigure: Sendable, Equatable, Codable {
  package var metric: MetricID
  package var fulfilment: OrderFact.Fulfilment = .seller
  /// The days that the figure is about, as reported: both ends belong to them.
  package var from: Date?
  package var to: Date?
  package var numerator: Int?
  package var denominator: Int?
  /// A fraction, a number of points, or seconds: as the metric is. As reported, which need not be the quotient.
  package var value: Double?
  package var target: Decimal?
  package var condition: Condition?
  /// The marketplace's own verdict in its own word: GOOD, BAD, NONE. Never worked out from the rate.
  package var verdict: String?

  package init(metric: MetricID) { self.metric = metric }

  /// Of the window, whole days; nil where it is not reported.
  package var days: Int? {
    guard let from, let to, to > from else { return nil }
    return Int((to.timeIntervalSince(from) / 86_400).rounded())
  }
}

/// One report on an account's performance: what the marketplace said, kept as it was said.
package struct PerformanceSnapshot: Sendable, Equatable, Codable {
  /// The format that it came in, such as `amazon-performance-v2`.
  package var format: String
  /// The marketplace's own id for the marketplace that it is about, if it names one.
  package var marketplace: String?
  /// The instant up to which it reports; nil where it names none.
  package var reportedAt: Date?
  package var figures: [ReportedFigure] = []
  /// The account's state in the marketplace's own word: NORMAL, AT_RISK.
  package var accountStatus: String?
  package var warnings: [String] = []

  package init(format: String) { self.format = format }
}
