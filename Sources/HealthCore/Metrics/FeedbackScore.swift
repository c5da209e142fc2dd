import Foundation

/// Feedback by its stars, without what was taken away.
package struct FeedbackTally: Sendable, Equatable {
  /// By stars, 1 to 5.
  package var byStars: [Int]

  package init() { byStars = [0, 0, 0, 0, 0] }

  package subscript(stars: Int) -> Int {
    get { (1...5).contains(stars) ? byStars[stars - 1] : 0 }
    set { if (1...5).contains(stars) { byStars[stars - 1] = newValue } }
  }

  package var total: Int { byStars.reduce(0, +) }
}

/// Feedback of 4 and 5 stars, of all that stands, by the day on which it was left (MARKETPLACES.md 3.1 [O]).
package enum FeedbackScore {
  package static let id = MetricID.feedbackScore

  package static func ratio(of tally: FeedbackTally) -> Ratio { Ratio(tally[4] + tally[5], of: tally.total) }
}

/// The mean number of stars (MARKETPLACES.md 1.7).
package enum AverageRating {
  package static let id = MetricID.averageRating

  package static func ratio(of tally: FeedbackTally) -> Ratio {
    Ratio((1...5).reduce(0) { $0 + $1 * tally[$1] }, of: tally.total)
  }
}
