import Foundation
import Testing

@testable import HealthCore

@Suite("All figures of an account at an instant")
struct HealthReportTests {
  static let rule = AccountHealthRatingTests.rule

  private func report(_ goals: [MetricGoal] = [], at now: Date = asked, pendingCounts: Bool = false) -> HealthReport {
    HealthReport(goals: goals, pendingClaimsCount: pendingCounts, rating: Self.rule, now: now)
  }

  /// An order that counts once in every figure over orders, and all in time: everything happened as it was bought.
  static func counted(_ bought: Date, _ change: (inout OrderFact) -> Void = { _ in }) -> OrderRecord {
    order {
      ($0.purchasedAt, $0.shipBy, $0.shippedAt, $0.deliverBy, $0.deliveredAt) = (bought, bought, bought, bought, bought)
      ($0.tracking, $0.hasValidTracking, $0.units) = ("1Z", true, 1)
      change(&$0)
    }
  }

  struct Bound: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var isEnd: Bool
    var seconds: Int
    var isInside: Bool
  }

  @Test(
    "A window holds what was bought from its first second up to, and without, its end",
    arguments: [
      // INTERFACE.md, and MARKETPLACES.md 1.1 for the units, whose fortnight ended a week ago: (days, end)
      (.orderDefectRate, 60, 30), (.negativeFeedbackRate, 60, 30), (.aToZClaimRate, 60, 30), (.chargebackRate, 60, 30),
      (.lateShipmentRate, 30, 30), (.onTimeShipmentRate, 30, 30), (.validTrackingRate, 30, 30),
      (.onTimeDeliveryRate, 14, 30), (.cancellationRate, 7, 30), (.unitOnTimeDeliveryRate, 14, 23),
    ] as [(MetricID, Int, Int)],
    [
      Bound(testDescription: "a second before from", isEnd: false, seconds: -1, isInside: false),
      Bound(testDescription: "exactly at from", isEnd: false, seconds: 0, isInside: true),
      Bound(testDescription: "a second after from", isEnd: false, seconds: 1, isInside: true),
      Bound(testDescription: "a second before to", isEnd: true, seconds: -1, isInside: true),
      Bound(testDescription: "exactly at to", isEnd: true, seconds: 0, isInside: false),
      Bound(testDescription: "a second after to", isEnd: true, seconds: 1, isInside: false),
    ])
  func bounds(figure: (id: MetricID, days: Int, end: Int), bound: Bound) throws {
    let bought = day(bound.isEnd ? figure.end : figure.end - figure.days, bound.seconds)
    let readings = try report([.usual(figure.id)]).readings(CountingSource(at: asked, [Self.counted(bought)]))
    #expect(readings.map(\.ratio?.denominator) == [bound.isInside ? 1 : 0])
    #expect(readings.map(\.status) == [bound.isInside ? .noTarget : .noData])
  }

  @Test(
    "A leap day and a change of clocks shift nothing",
    arguments: [
      Named("Two days back over 29 February", ("2024-03-01T12:00:00Z", "2024-02-28T12:00:00Z", true)),
      Named("A second too early", ("2024-03-01T12:00:00Z", "2024-02-28T11:59:59Z", false)),
      Named("On the leap day", ("2024-03-01T12:00:00Z", "2024-02-29T23:59:59Z", true)),
      Named("Two days back over a lost hour", ("2026-03-30T01:30:00Z", "2026-03-28T01:30:00Z", true)),
      Named("A second too early in spring", ("2026-03-30T01:30:00Z", "2026-03-28T01:29:59Z", false)),
      Named("As the clocks go forward", ("2026-03-30T01:30:00Z", "2026-03-29T01:00:00Z", true)),
      Named("Two days back over a repeated hour", ("2026-10-26T00:30:00Z", "2026-10-24T00:30:00Z", true)),
      Named("A second too early in autumn", ("2026-10-26T00:30:00Z", "2026-10-24T00:29:59Z", false)),
    ] as [Named<(now: String, bought: String, isInside: Bool)>])
  func calendar(row: Named<(now: String, bought: String, isInside: Bool)>) throws {
    let now = try instant(row.value.now)
    let source = CountingSource(at: now, [Self.counted(try instant(row.value.bought))])
    let reading = try report(at: now).estimate(MetricGoal(id: .orderDefectRate, windows: []), days: 2, source)
    #expect(reading?.ratio == Ratio(0, of: row.value.isInside ? 1 : 0))
  }

  @Test("Every figure of a small desk, reckoned by hand")
  func worked() throws {
    var source = CountingSource(
      at: asked,
      [
        // Bought 40, 20, 10, 5 and 3 days ago.
        order([feedback(1, left: day(5))]) {
          ($0.purchasedAt, $0.shipBy, $0.shippedAt) = (day(-10), day(-8), day(-9))
        },
        order([], [claim(.aToZ, .granted, opened: day(15), closed: day(20))]) {
          ($0.purchasedAt, $0.shipBy, $0.shippedAt, $0.hasValidTracking) = (day(10), day(12), day(12, 1), false)
        },
        order([], [claim(.chargeback, .pending, opened: day(25), closed: nil)]) {
          ($0.purchasedAt, $0.shipBy, $0.shippedAt, $0.hasValidTracking) = (day(20), day(22), day(21), true)
          ($0.tracking, $0.deliverBy, $0.deliveredAt, $0.units) = ("1Z", day(26), day(26), 4)
        },
        order { ($0.purchasedAt, $0.cancelledAt, $0.cancelledBy) = (day(25), day(26), .seller) },
        order {
          ($0.purchasedAt, $0.shipBy, $0.shippedAt, $0.deliverBy) = (day(27), day(28), day(28), day(29))
        },
        // Not the seller's, and not yet bought.
        order([feedback(1)]) { ($0.purchasedAt, $0.fulfilledBy) = (day(10), .marketplace) },
        order { $0.purchasedAt = day(30) },
      ])
    source.feedbacks = [feedback(1, left: day(5)), feedback(5, left: day(6)), feedback(4, left: day(-70))]
    source.answers = [
      (day(28), day(28, 3600)), (day(20), day(21)), (day(10), day(11, 1)), (day(29, 43_200), day(30)),
    ]
    source.violations = [violation(.listing, .high), violation(.notification), violation(.safety, resolved: day(9))]
    source.claims = [claim(.return, .granted), claim(.return, .denied)]
    let rows: [(MetricID, [Ratio])] = [
      (.orderDefectRate, [Ratio(2, of: 5)]), (.negativeFeedbackRate, [Ratio(1, of: 5)]),
      (.aToZClaimRate, [Ratio(1, of: 5)]), (.chargebackRate, [Ratio(0, of: 5)]),
      // Within 30 days: shipped late by a second, early, and exactly at ship-by.
      (.lateShipmentRate, [Ratio(1, of: 3)]), (.onTimeShipmentRate, [Ratio(2, of: 3)]),
      (.onTimeDeliveryRate, [Ratio(1, of: 2)]),
      // Between 21 and 7 days ago.
      (.unitOnTimeDeliveryRate, [Ratio(4, of: 4)]),
      (.cancellationRate, [Ratio(1, of: 2)]), (.validTrackingRate, [Ratio(1, of: 2)]),
      // 30, 90 and 365 days, and ever.
      (.feedbackScore, [Ratio(1, of: 2), Ratio(1, of: 2), Ratio(2, of: 3), Ratio(2, of: 3)]),
      (.averageRating, [Ratio(6, of: 2)]),
      // 7, 30 and 90 days: an hour; 24 hours exactly; a second more.
      (.responseRate, [Ratio(1, of: 1), Ratio(2, of: 3), Ratio(2, of: 3)]),
      (.averageResponseTime, [Ratio(3600, of: 1), Ratio(176_401, of: 3), Ratio(176_401, of: 3)]),
      (.policyViolations, [Ratio(1, of: 1)]), (.listingViolations, [Ratio(1, of: 1)]),
      (.safetyViolations, [Ratio(0, of: 1)]), (.performanceNotifications, [Ratio(1, of: 1)]),
      (.returnDissatisfactionRate, [Ratio(1, of: 2)]),
    ]
    for (id, ratios) in rows {
      let readings = try report([.usual(id)]).readings(source)
      #expect(readings.map(\.ratio) == ratios, "\(id)")
      #expect(readings.map(\.window.days) == MetricGoal.usual(id).windows.map { $0 == 0 ? nil : $0 }, "\(id)")
    }
    // 200 + 4 × 0 - 8.
    #expect(try report([.usual(.accountHealthRating)]).readings(source).map(\.value) == [192])
    #expect(
      try report([.usual(.orderDefectRate)], pendingCounts: true).readings(source).map(\.ratio) == [Ratio(3, of: 5)])
    #expect(
      try report([.usual(.chargebackRate)], pendingCounts: true).readings(source).map(\.ratio) == [Ratio(1, of: 5)])
  }

  @Test("Nothing known: no data anywhere, and 0 nowhere", arguments: MetricID.allCases)
  func nothing(id: MetricID) throws {
    var goal = MetricGoal.usual(id)
    goal.target = target(.atMost, 1)
    let readings = try report([goal]).readings(CountingSource(at: asked))
    #expect(readings.count == goal.windows.count)
    for reading in readings {
      #expect(reading.status == .noData)
      #expect(reading.value == nil)
      #expect(reading.headroom == nil)
    }
  }

  @Test(
    "What only the marketplace can know is not estimated, whatever is known here",
    arguments: [
      MetricID.inventoryPerformanceIndex, .listingQuality, .invoiceDefectRate, .transactionDefectRate,
      .unresolvedCaseRate,
    ])
  func notMeasured(id: MetricID) throws {
    var source = CountingSource(at: asked, [Self.counted(day(29))])
    source.violations = [violation(.listing)]
    #expect(try report([.usual(id)]).readings(source).map(\.status) == [.noData])
  }

  @Test("Without violations ever there are no data; with none left open there are 0")
  func violations() throws {
    var source = CountingSource(at: asked)
    var goal = MetricGoal.usual(.policyViolations)
    goal.target = target(.equals, 0)
    #expect(try report([goal]).readings(source).map(\.status) == [.noData])
    source.violations = [violation(.listing, resolved: day(9))]
    #expect(try report([goal]).readings(source).map(\.status) == [.good])
    source.violations = [violation(.listing, resolved: day(30))]
    #expect(try report([goal]).readings(source).map(\.status) == [.bad])
  }

  @Test(
    "Violations are those charged in the last 180 days",
    arguments: [(day(-150), 1), (day(-150, -1), 0), (day(30, -1), 1), (day(30), 0)])
  func violationWindow(opened: Date, count: Int) throws {
    var source = CountingSource(at: asked)
    source.violations = [violation(.listing, opened: opened)]
    #expect(try report([.usual(.policyViolations)]).readings(source).map(\.ratio) == [Ratio(count, of: 1)])
  }

  @Test("Of all orders, or only those of businesses", arguments: [(false, 3), (true, 1)])
  func business(only: Bool, count: Int) throws {
    let source = CountingSource(
      at: asked,
      [
        Self.counted(day(29)) { $0.isBusiness = true }, Self.counted(day(29)) { $0.isBusiness = false },
        Self.counted(day(29)),
      ])
    let goal = MetricGoal(id: .orderDefectRate, windows: [60], isBusinessOnly: only)
    #expect(try report([goal]).readings(source).map(\.ratio) == [Ratio(0, of: count)])
  }

  @Test(
    "Whoever ships, if it is asked for",
    arguments: [(.seller, 2), (.marketplace, 1), (nil, 3)] as [(OrderFact.Fulfilment?, Int)])
  func fulfilment(by: OrderFact.Fulfilment?, count: Int) throws {
    let source = CountingSource(
      at: asked,
      [
        Self.counted(day(29)) { $0.fulfilledBy = .marketplace }, Self.counted(day(29)) { $0.fulfilledBy = .seller },
        Self.counted(day(29)),
      ])
    let goal = MetricGoal.usual(.orderDefectRate)
    #expect(try report().estimate(goal, days: 60, fulfilment: by, source)?.ratio == Ratio(0, of: count))
  }

  @Test("The rating counts orders of both kinds of shipping, and none that was cancelled")
  func ratingOrders() throws {
    let sellers = Array(repeating: Self.counted(day(1)), count: 100)
    let others = Array(repeating: Self.counted(day(1)) { $0.fulfilledBy = .marketplace }, count: 99)
    let cancelled = Array(repeating: Self.counted(day(1)) { $0.cancelledAt = day(2) }, count: 9)
    let old = Array(repeating: Self.counted(day(-150, -1)), count: 9)
    let oldest = Self.counted(day(-150))
    let goal = MetricGoal.usual(.accountHealthRating)
    #expect(
      try report([goal]).readings(CountingSource(at: asked, sellers + others + cancelled + old)).map(\.value) == [200])
    #expect(try report([goal]).readings(CountingSource(at: asked, sellers + others + [oldest])).map(\.value) == [204])
  }

  @Test("Without a rule there is no rating")
  func noRule() throws {
    let report = HealthReport(goals: [.usual(.accountHealthRating)], pendingClaimsCount: false, rating: nil, now: asked)
    #expect(try report.readings(CountingSource(at: asked, [Self.counted(day(1))])).map(\.status) == [.noData])
  }

  // MARK: - Reported figures

  static func figure(_ id: MetricID, _ change: (inout ReportedFigure) -> Void) -> ReportedFigure {
    var figure = ReportedFigure(metric: id)
    change(&figure)
    return figure
  }

  static func figure(
    _ id: MetricID, _ numerator: Int, of denominator: Int, _ target: HealthCore.Decimal? = nil,
    _ condition: Condition? = nil
  ) -> ReportedFigure {
    figure(id) {
      ($0.numerator, $0.denominator, $0.target, $0.condition) = (numerator, denominator, target, condition)
    }
  }

  static let reported = figure(.orderDefectRate) {
    ($0.from, $0.to, $0.numerator, $0.denominator) = (day(-60), day(0), 3, 400)
    ($0.value, $0.verdict) = (0.0074, "GOOD")
  }

  @Test("Reported stands beside estimated, after it, with its own window, value and verdict")
  func beside() throws {
    var source = CountingSource(at: asked, [Self.counted(day(1))])
    source.figures = [Self.reported, Self.figure(.lateShipmentRate) { $0.value = 0.5 }]
    var goal = MetricGoal.usual(.orderDefectRate)
    goal.target = target(.lessThan, 1, of: 100)
    let readings = try report([goal]).readings(source)
    #expect(readings.map(\.source) == [.estimated, .reported])
    let second = try #require(readings.last)
    #expect(second.window == MetricWindow(days: 60, from: day(-60), to: day(0)))
    #expect(second.ratio == Ratio(3, of: 400))
    #expect(second.value == 0.0074)
    #expect(second.verdict == "GOOD")
    #expect(second.target == goal.target)
    #expect(second.status == .watch)
    #expect(second.headroom == 0)
  }

  @Test("What the marketplace reports of its own shipping is left out")
  func ownShipping() throws {
    var source = CountingSource(at: asked)
    source.figures = [Self.figure(.orderDefectRate) { ($0.fulfilment, $0.value) = (.marketplace, 0.5) }]
    #expect(try report([.usual(.orderDefectRate)]).readings(source).map(\.source) == [.estimated])
  }

  @Test(
    "Held against the target that came with it, else the profile's",
    arguments: [
      // 3 of 400 is 0.75 %; the profile asks for less than 1 %.
      Named("The profile's", (figure(.orderDefectRate, 3, of: 400), .watch)),
      Named(
        "Its own", (figure(.orderDefectRate, 3, of: 400, Decimal(numerator: 5, denominator: 1000), .lessThan), .bad)),
      Named(
        "Half of its own is none",
        (figure(.orderDefectRate, 3, of: 400, Decimal(numerator: 5, denominator: 1000)), .watch)),
      Named("A value without counts, met", (figure(.orderDefectRate) { $0.value = 0.0075 }, .good)),
      Named("A value without counts, missed", (figure(.orderDefectRate) { $0.value = 0.01 }, .bad)),
      Named("A verdict alone is no figure", (figure(.orderDefectRate) { $0.verdict = "GOOD" }, .noData)),
      Named("0 of 0 is no figure", (figure(.orderDefectRate, 0, of: 0), .noData)),
    ] as [Named<(figure: ReportedFigure, status: Reading.Status)>])
  func targets(row: Named<(figure: ReportedFigure, status: Reading.Status)>) {
    let (figure, status) = row.value
    let goal = MetricGoal(id: .orderDefectRate, windows: [], target: target(.lessThan, 1, of: 100))
    let reading = report().reading(figure, goal)
    #expect(reading.status == status)
    #expect(reading.source == .reported)
    #expect(reading.verdict == figure.verdict)
  }

  @Test("A reported number of violations needs no whole", arguments: [(0, Reading.Status.good), (2, .bad)])
  func reportedCount(count: Int, status: Reading.Status) {
    let goal = MetricGoal(id: .listingViolations, windows: [], target: target(.equals, 0))
    let reading = report().reading(Self.figure(.listingViolations) { $0.numerator = count }, goal)
    #expect(reading.status == status)
    #expect(reading.value == Double(count))
  }

  @Test("A figure that can't be counted here is there once it is reported")
  func reportedOnly() throws {
    var source = CountingSource(at: asked)
    source.figures = [Self.figure(.inventoryPerformanceIndex) { $0.value = 512 }]
    var goal = MetricGoal.usual(.inventoryPerformanceIndex)
    goal.target = target(.atLeast, 400)
    let readings = try report([goal]).readings(source)
    #expect(readings.map(\.status) == [.noData, .good])
    #expect(readings.map(\.value) == [nil, 512])
  }

  // MARK: - --days

  @Test("A number of days takes the place of every window, and reported figures are left out")
  func days() throws {
    var source = CountingSource(at: asked, [Self.counted(day(25)), Self.counted(day(20)), Self.counted(day(19, -1))])
    source.figures = [Self.reported]
    source.feedbacks = [feedback(5, left: day(20)), feedback(1, left: day(19))]
    source.violations = [violation(.listing, opened: day(20)), violation(.safety, opened: day(19))]
    let goals = [MetricID.orderDefectRate, .cancellationRate, .feedbackScore, .policyViolations].map(MetricGoal.usual)
    let readings = try report(goals).readings(source, days: 10)
    #expect(readings.map(\.metric) == goals.map(\.id))
    #expect(readings.map(\.ratio) == [Ratio(0, of: 2), Ratio(0, of: 2), Ratio(1, of: 1), Ratio(1, of: 1)])
    #expect(readings.allSatisfy { $0.window == MetricWindow(days: 10, from: day(20), to: day(30)) })
    #expect(readings.allSatisfy { $0.source == .estimated })
  }

  @Test("A lag stays when the days are replaced")
  func lag() throws {
    let source = CountingSource(at: asked, [Self.counted(day(22)), Self.counted(day(23)), Self.counted(day(12))])
    let readings = try report([.usual(.unitOnTimeDeliveryRate)]).readings(source, days: 10)
    #expect(readings.map(\.window) == [MetricWindow(days: 10, from: day(13), to: day(23))])
    #expect(readings.map(\.ratio) == [Ratio(1, of: 1)])
  }

  @Test("The rating is counted over the days that its window names", arguments: [(10, 200.0), (20, 192.0)])
  func ratingDays(days: Int, points: Double) throws {
    // A high violation 15 days ago: within 20 days, not within 10.
    var source = CountingSource(at: asked, [Self.counted(day(29))])
    source.violations = [violation(.listing, .high, opened: day(15))]
    let readings = try report([.usual(.accountHealthRating)]).readings(source, days: days)
    #expect(readings.map(\.window.days) == [days])
    #expect(readings.map(\.value) == [points])
  }

  @Test("What a desk answers as of an instant does not depend on what happened since", arguments: 1...30)
  func asOf(seed: UInt64) throws {
    var random = Seeded(seed)
    let now = day(Int.random(in: 1..<35, using: &random))
    let records = (0..<40).map { _ in random.record() }
    // The same desk as it was at `now`: whatever happened then or later had not been heard of.
    let then = records.map { record in
      var known = record
      func forget(_ instant: inout Date?) { if let happened = instant, happened >= now { instant = nil } }
      forget(&known.order.shippedAt)
      forget(&known.order.deliveredAt)
      forget(&known.order.cancelledAt)
      forget(&known.order.purchasedAt)
      for index in known.feedback.indices {
        forget(&known.feedback[index].leftAt)
        forget(&known.feedback[index].removedAt)
      }
      for index in known.claims.indices {
        if let closed = known.claims[index].closedAt, closed >= now { known.claims[index].outcome = .pending }
        forget(&known.claims[index].closedAt)
        forget(&known.claims[index].openedAt)
      }
      return known
    }
    let goals = OrderMetrics.all.map { MetricGoal.usual($0.id) }
    for pending in [false, true] {
      let report = report(goals, at: now, pendingCounts: pending)
      #expect(try report.readings(CountingSource(at: now, records)) == report.readings(CountingSource(at: now, then)))
    }
  }
}
