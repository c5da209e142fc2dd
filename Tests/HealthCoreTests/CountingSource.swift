import Foundation

@testable import HealthCore

/// Facts in memory, counted one by one: what a store must give, without any of its short cuts.
struct CountingSource: FigureSource {
  var now: Date
  var records: [OrderRecord] = []
  var feedbacks: [FeedbackFact] = []
  /// When each message came, and when it was answered.
  var answers: [(started: Date, answered: Date)] = []
  var limit: TimeInterval = 86_400
  /// Nil where the account never had one.
  var violations: [ViolationFact]?
  var claims: [ClaimFact] = []
  var figures: [ReportedFigure] = []

  init(at now: Date, _ records: [OrderRecord] = []) { (self.now, self.records) = (now, records) }

  func orders(from: Date, to: Date, fulfilment: OrderFact.Fulfilment?, businessOnly: Bool) -> OrderTally {
    var sum = OrderTally()
    for record in records {
      guard let bought = record.order.purchasedAt, bought >= from, bought < to else { continue }
      if let fulfilment, (record.order.fulfilledBy ?? .seller) != fulfilment { continue }
      if businessOnly, record.order.isBusiness != true { continue }
      sum += OrderTally(of: record, at: now)
    }
    return sum
  }

  func feedback(from: Date?) -> FeedbackTally {
    var tally = FeedbackTally()
    for feedback in feedbacks where feedback.stands(at: now) {
      guard let left = feedback.leftAt, let stars = feedback.rating, from.map({ left >= $0 }) ?? true else { continue }
      tally[stars] += 1
    }
    return tally
  }

  func response(days: Int) -> (rate: ResponseRate, answerSeconds: Int) {
    var rate = ResponseRate()
    var seconds = 0
    for (started, answered) in answers
    where started < now && answered < now && started >= now.addingTimeInterval(-86_400 * Double(days)) {
      let took = answered.timeIntervalSince(started)
      if took <= limit { rate.onTime += 1 } else { rate.late += 1 }
      seconds += Int(took)
    }
    return (rate, seconds)
  }

  func openViolations(from: Date) -> [ViolationFact]? {
    violations.map { $0.filter { $0.isOpen(at: now) && ($0.openedAt.map { $0 >= from } ?? false) } }
  }

  func returns(from: Date, to: Date) -> [ClaimFact] {
    claims.filter { claim in claim.kind == .return && (claim.openedAt.map { $0 >= from && $0 < to } ?? false) }
  }

  func reported() -> [ReportedFigure] { figures }
}
