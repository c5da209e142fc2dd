import Foundation

/// Where the counts of one account come from, all as of one instant.
package protocol FigureSource {
  /// Orders bought in `[from, to)`, as they stand at that instant.
  ///
  /// - Parameter fulfilment: nil counts both.
  func orders(
    from: Date, to: Date, fulfilment: OrderFact.Fulfilment?, businessOnly: Bool
  ) throws -> OrderTally
  /// Feedback left since `from`; nil: ever.
  func feedback(from: Date?) throws -> FeedbackTally
  func response(days: Int) throws -> (rate: ResponseRate, answerSeconds: Int)
  /// Violations opened since `from` and open still; nil where the account has never had one.
  func openViolations(from: Date) throws -> [ViolationFact]?
  func returns(from: Date, to: Date) throws -> [ClaimFact]
  /// What the marketplace has reported last, the newest first.
  func reported() throws -> [ReportedFigure]
}

/// All figures of one account at one instant: pure over what a source gives.
package struct HealthReport {
  package var goals: [MetricGoal]
  package var pendingClaimsCount: Bool
  package var rating: AccountHealthRating.Rule?
  package var now: Date

  package init(goals: [MetricGoal], pendingClaimsCount: Bool, rating: AccountHealthRating.Rule?, now: Date) {
    self.goals = goals
    self.pendingClaimsCount = pendingClaimsCount
    self.rating = rating
    self.now = now
  }

  /// The reading of each goal and window, what is counted here before what is reported.
  ///
  /// - Parameter days: takes the place of every window; reported figures, which have windows of their own, are then left
  ///   out.
  package func readings(_ source: some FigureSource, days: Int? = nil) throws -> [Reading] {
    let reported = days == nil ? try source.reported().filter { $0.fulfilment == .seller } : []
    var readings: [Reading] = []
    for goal in goals {
      for window in days.map({ [$0] }) ?? goal.windows {
        if let reading = try estimate(goal, days: window, source) { readings.append(reading) }
      }
      readings += reported.filter { $0.metric == goal.id }.map { reading($0, goal) }
    }
    return readings
  }

  /// The figure as counted here; nil where it can only be reported.
  package func estimate(
    _ goal: MetricGoal, days: Int, fulfilment: OrderFact.Fulfilment? = .seller, _ source: some FigureSource
  ) throws -> Reading? {
    let window = MetricWindow(days: days, lag: goal.lag, at: now)
    func reading(_ ratio: Ratio) -> Reading {
      Reading(metric: goal.id, window: window, ratio: ratio, target: goal.target)
    }
    if let metric = OrderMetrics.of(goal.id) {
      let tally = try source.orders(
        from: window.from ?? .distantPast, to: window.to, fulfilment: fulfilment, businessOnly: goal.isBusinessOnly)
      return reading(metric.ratio(of: tally, pendingClaimsCount: pendingClaimsCount))
    }
    switch goal.id {
    case .feedbackScore: return reading(FeedbackScore.ratio(of: try source.feedback(from: window.from)))
    case .averageRating: return reading(AverageRating.ratio(of: try source.feedback(from: window.from)))
    case .responseRate:
      let rate = try source.response(days: days).rate
      return reading(Ratio(rate.onTime, of: rate.required))
    case .averageResponseTime:
      let response = try source.response(days: days)
      return reading(Ratio(response.answerSeconds, of: response.rate.answered))
    case .returnDissatisfactionRate:
      return reading(
        ReturnDissatisfactionRate.ratio(
          of: try source.returns(from: window.from ?? .distantPast, to: window.to), at: now))
    case .accountHealthRating:
      guard let estimate = try rating(source, days: days) else { return noData(goal, window) }
      return Reading(
        metric: goal.id, window: window, ratio: nil, value: Double(estimate.points), target: goal.target)
    case .inventoryPerformanceIndex, .listingQuality, .invoiceDefectRate: return noData(goal, window)
    case .transactionDefectRate, .unresolvedCaseRate: return noData(goal, window)
    default:
      guard let open = try source.openViolations(from: window.from ?? .distantPast),
        let count = PolicyViolations.count(goal.id, of: open)
      else { return noData(goal, window) }
      return Reading(metric: goal.id, window: window, ratio: Ratio(count, of: 1), target: goal.target)
    }
  }

  /// The estimate of the account health rating with its parts; nil where there is none, or nothing to go by.
  ///
  /// - Parameter days: in the place of the rule's own.
  package func rating(_ source: some FigureSource, days: Int? = nil) throws -> AccountHealthRating.Estimate? {
    guard var rating else { return nil }
    rating.days = days ?? rating.days
    let from = now.addingTimeInterval(Double(-86_400 * rating.days))
    let fulfilled = try source.orders(from: from, to: now, fulfilment: nil, businessOnly: false)[.fulfilled]
    let open = try source.openViolations(from: from)
    guard fulfilled > 0 || open != nil else { return nil }
    return AccountHealthRating.estimate(fulfilled: fulfilled, open: open ?? [], by: rating)
  }

  private func noData(_ goal: MetricGoal, _ window: MetricWindow) -> Reading {
    Reading(metric: goal.id, window: window, ratio: nil, target: goal.target)
  }

  /// A reported figure is held against the target that came with it, else against the profile's.
  package func reading(_ figure: ReportedFigure, _ goal: MetricGoal) -> Reading {
    var target = goal.target
    if let value = figure.target, let condition = figure.condition {
      target = Target(value: value, condition: condition)
    }
    var ratio: Ratio?
    if let numerator = figure.numerator {
      ratio = Ratio(numerator, of: figure.denominator ?? (goal.id.unit == .count ? 1 : 0))
    }
    var reading = Reading(
      metric: goal.id, window: MetricWindow(days: figure.days, from: figure.from, to: figure.to ?? now),
      ratio: ratio, value: figure.value ?? ratio?.value, target: target, source: .reported)
    reading.verdict = figure.verdict
    return reading
  }
}
