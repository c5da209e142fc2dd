import Foundation
import HealthCore
import ServiceDesk

/// Everything that a report says, at one instant: tables, and what is drawn of them. It names no buyer.
package struct Report: Sendable {
  /// The days told about, beside those before them.
  package struct Period: Sendable, Equatable {
    package enum Length: String, Sendable, CaseIterable { case week, month }
    package var length: Length
    package var from: Date
    package var to: Date

    /// The seven or thirty days up to `now`.
    package init(_ length: Length, at now: Date) {
      self.length = length
      to = now
      from = now.addingTimeInterval(-Double(length == .week ? 7 : 30) * 86_400)
    }

    package var days: Int { length == .week ? 7 : 30 }
    package var before: (from: Date, to: Date) { (from.addingTimeInterval(-Double(days) * 86_400), from) }
  }

  /// A figure by time, with its target.
  package struct Trend: Sendable {
    package var account: String
    package var metric: MetricID
    package var days: Int
    package var target: Target?
    package var points: [(at: Date, ratio: Ratio?)]

    package init(account: String, metric: MetricID, days: Int, target: Target?, points: [(at: Date, ratio: Ratio?)]) {
      (self.account, self.metric, self.days, self.target, self.points) = (account, metric, days, target, points)
    }
  }

  /// When buyers write, and how fast they are answered.
  package struct HeatMap: Sendable {
    package struct Cell: Sendable, Equatable {
      /// Messages that needed an answer.
      package var messages = 0
      package var onTime = 0
      /// Of the answered ones, in seconds.
      package var medianSeconds: Int?

      package init() {}
    }
    /// By weekday (Monday first) and hour of the day in UTC.
    package var cells: [[Cell]]
    package var days: Int

    package init(cells: [[Cell]], days: Int) { (self.cells, self.days) = (cells, days) }
  }

  package var title: String
  package var asOf: Date
  package var period: Period
  package var health = ReportTable(
    "health", "Health of the accounts",
    [
      .init("account", "Account"), .init("metric", "Figure"), .init("value", "Value", number: true),
      .init("numerator", "Count", number: true), .init("denominator", "of", number: true),
      .init("days", "Days", number: true),
      .init("from", "From"), .init("to", "To"), .init("target", "Target", number: true), .init("condition", nil),
      .init("status", "Status"), .init("source", "Source"),
    ])
  package var periods = ReportTable(
    "periods", "This period and the one before",
    [
      .init("account", "Account"), .init("metric", "What"), .init("value", "Now", number: true),
      .init("before", "Before", number: true), .init("change", "Change", number: true), .init("numerator", nil),
      .init("denominator", nil), .init("beforeNumerator", nil), .init("beforeDenominator", nil),
    ])
  package var trends: [Trend] = []
  package var heatMap: HeatMap?
  package var queue = ReportTable(
    "queue", "Age of the queue",
    [
      .init("age", "Waiting for"), .init("cases", "Open cases", number: true),
      .init("overdue", "Overdue", number: true),
    ])
  package var causes = ReportTable(
    "causes", "Root causes",
    [
      .init("cause", "Cause"), .init("cases", "Cases", number: true), .init("defects", "Defects", number: true),
      .init("costs", "Cost"), .init("share", "Share", number: true), .init("cumulative", "So far", number: true),
    ])
  package var replies = ReportTable(
    "replies", "Outcomes of the replies",
    [
      .init("response", "Reply"), .init("used", "Used", number: true), .init("edited", "Edited", number: true),
      .init("medianSeconds", "Median time", number: true), .init("reopened", "Wrote again", number: true),
      .init("negativeFeedback", "Negative feedback", number: true), .init("claims", "Claims", number: true),
    ])
  package var alerts = ReportTable(
    "alerts", "Alerts",
    [.init("account", "Account"), .init("kind", "Kind"), .init("metric", "Figure"), .init("reason", "Why")])
  package var forecast = ReportTable(
    "forecast", "What happens if nobody acts",
    [
      .init("at", "When"), .init("account", "Account"), .init("metric", "Figure"),
      .init("before", "From", number: true),
      .init("after", "To", number: true), .init("because", "Because"),
    ])

  package init(title: String, asOf: Date, period: Period) {
    (self.title, self.asOf, self.period) = (title, asOf, period)
  }

  /// The trends and the heat map as tables, one point or hour a row.
  package var trendTable: ReportTable {
    ReportTable(
      "trends", "Trends",
      [
        .init("account", "Account"), .init("metric", "Figure"), .init("days", "Days", number: true), .init("at", "At"),
        .init("value", "Value", number: true), .init("numerator", "Count", number: true),
        .init("denominator", "of", number: true),
      ], trends.flatMap { trend in trend.points.map { trend.row($0) } })
  }

  package var hourTable: ReportTable {
    ReportTable(
      "hours", "Response times by weekday and hour",
      [
        .init("weekday", "Weekday"), .init("hour", "Hour, UTC", number: true),
        .init("messages", "Messages", number: true),
        .init("onTime", "On time", number: true), .init("medianSeconds", "Median time", number: true),
      ],
      (heatMap?.cells ?? []).enumerated().flatMap { day, hours in
        hours.enumerated().filter { $0.element.messages > 0 }.map { hour, cell in
          [
            .text(Self.weekdays[day]), .int(hour), .int(cell.messages), .int(cell.onTime),
            cell.medianSeconds.map { ReportTable.Cell(.int($0), "\(Span(seconds: $0))") } ?? .int(nil),
          ]
        }
      })
  }

  package var tables: [ReportTable] {
    [health, periods, trendTable, hourTable, queue, causes, replies, alerts, forecast]
  }

  package static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  /// The names by which a table is asked for.
  package static let tableNames = [
    "health", "periods", "trends", "hours", "queue", "causes", "replies", "alerts", "forecast",
  ]

  /// "0.62 %".
  package static func share(_ value: Double) -> String {
    let hundredths = Int((value * 10_000).rounded())
    return "\(hundredths / 100).\(twoDigits(abs(hundredths % 100))) %"
  }
}

extension Report.Trend {
  func row(_ point: (at: Date, ratio: Ratio?)) -> [ReportTable.Cell] {
    let value = point.ratio?.value
    return [
      .text(account), .text(metric.rawValue), .int(days), .instant(point.at),
      .number(value, value.map(Report.share) ?? "–"), .int(point.ratio?.numerator), .int(point.ratio?.denominator),
    ]
  }
}
