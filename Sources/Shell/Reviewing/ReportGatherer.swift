import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

/// Finds out what a report says about the accounts asked about.
struct ReportGatherer {
  let session: Session
  let period: Report.Period
  var now: Date { session.now }
  /// The figures drawn, where the marketplace goes by them.
  private static let drawn: [MetricID] = [
    .orderDefectRate, .lateShipmentRate, .cancellationRate, .validTrackingRate, .onTimeDeliveryRate, .responseRate,
    .feedbackScore,
  ]
  /// A quarter of a year, a point a week.
  private static let weeks = 13
  private static let heatDays = 90

  func report() throws -> Report {
    let accounts = try session.askedAccounts()
    let name = accounts.count == 1 ? accounts[0].name : "all accounts"
    var report = Report(
      title: "\(period.length == .week ? "Weekly" : "Monthly") report, \(name)", asOf: now, period: period)
    for account in accounts { try add(account, to: &report) }
    try addQueue(accounts, to: &report)
    report.heatMap = try heatMap(accounts)
    try addCauses(to: &report)
    try addReplies(to: &report)
    report.forecast.rows = try Forecast.events(session, days: 60).prefix(60).map { event in
      [
        .instant(event.at), .text(event.account.name), .text("\(event.metric.title), \(event.days) d"),
        .number(event.before, event.before.map(Report.share) ?? "–"),
        .number(event.after, event.after.map(Report.share) ?? "–"),
        .text(event.because),
      ]
    }
    return report
  }

  // MARK: - An account

  private func add(_ account: Account, to report: inout Report) throws {
    let health = try AccountHealth(account, session)
    let readings = try health.readings()
    report.health.rows += readings.filter { $0.value != nil || health.isMeasured($0.metric) && $0.target != nil }.map {
      row($0, account)
    }
    let (alerts, standing) = try Alerts.current(account, session)
    report.alerts.rows += alerts.map { alert in
      let row = AlertsAnswer.Row(account: account, alert: alert, standing: standing, isNew: false)
      return [
        .text(account.name), .text(alert.kind.rawValue),
        .text(alert.metric.map { "\($0.title)\(alert.window?.days.map { ", \($0) d" } ?? "")" } ?? "account"),
        .text(row.reason),
      ]
    }
    try addPeriods(account, to: &report)
    for id in Self.drawn where health.isMeasured(id) { try addTrend(id, account, to: &report) }
  }

  private func row(_ reading: Reading, _ account: Account) -> [ReportTable.Cell] {
    [
      .text(account.name), ReportTable.Cell(.text(reading.metric.rawValue), reading.metric.title),
      .number(reading.value, Figure.value(reading)), count(reading.ratio?.numerator, reading),
      count(reading.ratio?.denominator, reading),
      ReportTable.Cell(reading.window.days.map { .int($0) } ?? .none, reading.window.days.map { "\($0)" } ?? "ever"),
      ReportTable.Cell(
        reading.window.from.map { .instant($0) } ?? .none,
        reading.window.from.map { String($0.rfc3339.prefix(10)) } ?? ""),
      ReportTable.Cell(.instant(reading.window.to), String(reading.window.to.rfc3339.prefix(10))),
      .number(reading.target?.value.value, Figure.target(reading.target, reading.metric.unit)),
      .text(reading.target?.condition.rawValue), .text(Figure.status(reading).plainText),
      .text(reading.source.rawValue),
    ]
  }

  /// Sums of seconds and counts out of one are for machines.
  private func count(_ number: Int?, _ reading: Reading) -> ReportTable.Cell {
    guard let number, reading.metric.unit == .share else {
      return ReportTable.Cell(number.map { .int($0) } ?? .none, "")
    }
    return .int(number)
  }

  /// What happened in the period beside the one before.
  private func addPeriods(_ account: Account, to report: inout Report) throws {
    func add(_ name: String, _ title: String, _ now: PeriodFigure, _ before: PeriodFigure) {
      report.periods.rows.append(
        [.text(account.name), ReportTable.Cell(.text(name), title), now.cell, before.cell, now.change(since: before)]
          + now.counts + before.counts)
    }
    let earlier = period.before.to
    let rates = try [now, earlier].map {
      try session.desk.compliance(account: account.id, days: period.days, at: $0).rate
    }
    func share(_ rate: ResponseRate) -> PeriodFigure { .share(Ratio(rate.onTime, of: rate.required)) }
    add(MetricID.responseRate.rawValue, MetricID.responseRate.title, share(rates[0]), share(rates[1]))
    add(
      "messages", "Messages that needed an answer", .count(rates[0].required + rates[0].running),
      .count(rates[1].required + rates[1].running))
    let settled = try [(period.from, period.to.addingTimeInterval(1)), period.before].map { span in
      try session.desk.settled(account: account.id, from: span.0, to: span.1, at: now).count
    }
    add("resolved", "Cases resolved", .count(settled[0]), .count(settled[1]))
    let health = try [now, earlier].map { try AccountHealth(account, session, at: $0, days: period.days) }
    for id in [MetricID.orderDefectRate, .lateShipmentRate, .cancellationRate] where health[0].isMeasured(id) {
      let ratios = try health.map { try $0.reading(id, days: period.days)?.ratio ?? Ratio(0, of: 0) }
      add(id.rawValue, id.title, .share(ratios[0]), .share(ratios[1]))
    }
  }

  private func addTrend(_ id: MetricID, _ account: Account, to report: inout Report) throws {
    var trend: Report.Trend?
    for back in stride(from: Self.weeks, through: 0, by: -1) {
      let instant = now.addingTimeInterval(-Double(back) * 7 * 86_400)
      let health = try AccountHealth(account, session, at: instant)
      let goal = health.goal(id)
      let days = goal.windows.filter { $0 > 0 }.max().map { min($0, 90) } ?? 30
      guard let reading = try health.report.estimate(goal, days: days, health.source) else { return }
      if trend == nil {
        trend = Report.Trend(account: account.name, metric: id, days: days, target: goal.target, points: [])
      }
      trend?.points.append((instant, reading.ratio.flatMap { $0.denominator > 0 ? $0 : nil }))
    }
    if let trend, trend.points.contains(where: { $0.ratio != nil }) { report.trends.append(trend) }
  }

  // MARK: - The desk

  private func addQueue(_ accounts: [Account], to report: inout Report) throws {
    let filter = try CaseFilter(words: []).within(session.options.account)
    let open = try session.desk.queue(filter, at: now, limit: 20_000).cases
    guard !open.isEmpty else { return }
    let bounds: [(title: String, most: TimeInterval)] = [
      ("under 4 hours", 4 * 3600), ("4 to 24 hours", 86_400), ("1 to 3 days", 3 * 86_400), ("3 to 7 days", 7 * 86_400),
      ("over 7 days", .infinity),
    ]
    var least = -TimeInterval.infinity
    for bound in bounds {
      let own = open.filter { subject in
        let age = now.timeIntervalSince(subject.receivedAt ?? now)
        return age >= least && age < bound.most
      }
      report.queue.rows.append([
        .text(bound.title), .int(own.count), .int(own.count { $0.isOverdue(at: now) && $0.kind != .feedback }),
      ])
      least = bound.most
    }
  }

  private func heatMap(_ accounts: [Account]) throws -> Report.HeatMap? {
    var answers = Array(repeating: Array(repeating: [Int](), count: 24), count: 7)
    var cells = Array(repeating: Array(repeating: Report.HeatMap.Cell(), count: 24), count: 7)
    for account in accounts {
      for row in try session.desk.timers(matching: TimerQuery(days: Self.heatDays), account: account.id, at: now) {
        guard let status = row.timer.status(at: now), status != .exempt else { continue }
        let start = row.timer.startedAt
        let day = CivilDay(number: start.utcDay).weekday - 1
        let hour = (start.seconds - start.utcDay * 86_400) / 3600
        cells[day][hour].messages += 1
        if status == .onTime { cells[day][hour].onTime += 1 }
        if status == .onTime || status == .late, let seconds = row.timer.answerSeconds {
          answers[day][hour].append(seconds)
        }
      }
    }
    for day in 0..<7 {
      for hour in 0..<24 {
        cells[day][hour].medianSeconds = NearestRank.value(percent: 50, of: answers[day][hour].sorted())
      }
    }
    return Report.HeatMap(cells: cells, days: Self.heatDays)
  }

  private func addCauses(to report: inout Report) throws {
    let window = MetricWindow(days: period.days, from: period.from, to: period.to.addingTimeInterval(1))
    report.causes.rows = Pareto(try session.settledCases(in: window), by: .cause).rows.map { row in
      [
        .text(row.name), .int(row.cases), .int(row.defects), .text(row.costs.words),
        .number(row.share, row.share.map(Report.share) ?? "–"),
        .number(row.cumulative, row.cumulative.map(Report.share) ?? "–"),
      ]
    }
  }

  private func addReplies(to report: inout Report) throws {
    let uses = try session.desk.replyUse(from: period.from, to: now, account: session.chosenAccount()?.id)
    report.replies.rows = uses.map { use in
      [
        .text(use.response), .int(use.used), .int(use.edited),
        ReportTable.Cell(
          use.medianSeconds.map { .int($0) } ?? .none, use.medianSeconds.map { "\(Span(seconds: $0))" } ?? "–"),
        .int(use.reopened), .int(use.negativeFeedback), .int(use.claims),
      ]
    }
  }
}
