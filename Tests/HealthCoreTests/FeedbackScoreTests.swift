import Foundation
import Testing

@testable import HealthCore

@Suite("The feedback score and the mean of the stars")
struct FeedbackScoreTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// 1 star first.
    var votes: [Int]
    var score: Ratio
    var stars: Ratio

    init(_ name: String, _ votes: [Int], score: (Int, Int), stars: (Int, Int)) {
      (testDescription, self.votes) = (name, votes)
      self.score = Ratio(score.0, of: score.1)
      self.stars = Ratio(stars.0, of: stars.1)
    }

    var tally: FeedbackTally {
      var tally = FeedbackTally()
      for (index, count) in votes.enumerated() { tally[index + 1] = count }
      return tally
    }
  }

  static let rows = [
    // 5 × 55 + 4 × 35 + 3 × 5 + 2 × 3 + 1 × 2 = 275 + 140 + 15 + 6 + 2.
    Row("Amazon's example: 90 of 100", [2, 3, 5, 35, 55], score: (90, 100), stars: (438, 100)),
    Row("Nobody has voted", [0, 0, 0, 0, 0], score: (0, 0), stars: (0, 0)),
    Row("Only neutral ones", [0, 0, 4, 0, 0], score: (0, 4), stars: (12, 4)),
    Row("Only 4 stars", [0, 0, 0, 3, 0], score: (3, 3), stars: (12, 3)),
    Row("Only 1 star", [1, 0, 0, 0, 0], score: (0, 1), stars: (1, 1)),
    Row("One of each", [1, 1, 1, 1, 1], score: (2, 5), stars: (15, 5)),
  ]

  @Test("4 and 5 stars of all", arguments: rows)
  func score(row: Row) {
    #expect(FeedbackScore.ratio(of: row.tally) == row.score)
  }

  @Test("The stars, added up, over the votes", arguments: rows)
  func average(row: Row) {
    #expect(AverageRating.ratio(of: row.tally) == row.stars)
  }

  @Test("356 positive, 11 neutral and 20 negative are 92 percent")
  func wholePercent() throws {
    let row = Row("", [12, 8, 11, 100, 256], score: (356, 387), stars: (0, 0))
    let ratio = FeedbackScore.ratio(of: row.tally)
    #expect(ratio == row.score)
    // 356 / 387 = 0.9199.
    #expect(Int((try #require(ratio.value) * 100).rounded()) == 92)
  }

  @Test("Without votes there is neither a score nor a mean")
  func noVotes() {
    #expect(FeedbackScore.ratio(of: FeedbackTally()).value == nil)
    #expect(AverageRating.ratio(of: FeedbackTally()).value == nil)
  }

  @Test("The mean of 55, 35, 5, 3 and 2 votes is 4.38 stars")
  func mean() {
    #expect(AverageRating.ratio(of: Self.rows[0].tally).value == 4.38)
  }

  @Test("Stars that do not exist are not counted", arguments: [-1, 0, 6])
  func noSuchStars(stars: Int) {
    var tally = FeedbackTally()
    tally[stars] = 3
    #expect(tally.total == 0)
    #expect(tally[stars] == 0)
  }

  @Test(
    "Counted as of an instant: what stands, by the day on which it was left",
    arguments: [
      Named("Left exactly 30 days ago", (day(0), nil, 1)), Named("Left a second earlier", (day(0, -1), nil, 0)),
      Named("Left a second later", (day(0, 1), nil, 1)), Named("Left a second before now", (day(30, -1), nil, 1)),
      Named("Left exactly now", (day(30), nil, 0)), Named("Left a second after now", (day(30, 1), nil, 0)),
      Named("Removed a second before now", (day(5), day(30, -1), 0)),
      Named("Removed exactly now", (day(5), day(30), 1)), Named("Removed a second after now", (day(5), day(30, 1), 1)),
    ] as [Named<(left: Date, removed: Date?, count: Int)>])
  func standing(row: Named<(left: Date, removed: Date?, count: Int)>) throws {
    var source = CountingSource(at: asked)
    source.feedbacks = [feedback(5, left: row.value.left, removed: row.value.removed)]
    let report = HealthReport(goals: [], pendingClaimsCount: false, rating: nil, now: asked)
    let reading = try report.estimate(MetricGoal(id: .feedbackScore, windows: []), days: 30, source)
    #expect(reading?.ratio == Ratio(row.value.count, of: row.value.count))
  }
}
