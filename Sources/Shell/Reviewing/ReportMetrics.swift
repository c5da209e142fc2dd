import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

extension ReportGatherer {
  /// The figures of the accounts asked about, for monitoring.
  func metrics() throws -> String {
    var values: [OpenMetrics.Sample] = []
    var counts: [OpenMetrics.Sample] = []
    var wholes: [OpenMetrics.Sample] = []
    var targets: [OpenMetrics.Sample] = []
    var met: [OpenMetrics.Sample] = []
    var open: [OpenMetrics.Sample] = []
    var overdue: [OpenMetrics.Sample] = []
    var canSell: [OpenMetrics.Sample] = []
    for account in try session.askedAccounts() {
      for reading in try AccountHealth(account, session).readings() where reading.value != nil {
        let labels = [
          ("account", account.name), ("metric", reading.metric.rawValue),
          ("days", reading.window.days.map(String.init) ?? "ever"), ("source", reading.source.rawValue),
        ].map { (name: $0.0, value: $0.1) }
        if let value = reading.value { values.append(.init(labels, value)) }
        if let ratio = reading.ratio {
          counts.append(.init(labels, Double(ratio.numerator)))
          wholes.append(.init(labels, Double(ratio.denominator)))
        }
        if let target = reading.target {
          targets.append(.init(labels, target.value.value))
          met.append(.init(labels, reading.status == .bad ? 0 : 1))
        }
      }
      let label = [(name: "account", value: account.name)]
      let cases = try session.desk.queue(try CaseFilter(words: []).within(account.name), at: now, limit: 20_000)
      open.append(.init(label, Double(cases.total)))
      overdue.append(.init(label, Double(cases.cases.count { $0.isOverdue(at: now) && $0.kind != .feedback })))
      let standing = try session.desk.standing(ofAccount: account.id, at: now)
      canSell.append(.init(label, standing.canSell ? 1 : 0))
    }
    var output = OpenMetrics()
    output.gauge(
      "metric_value", "Value of a figure of account health: a fraction, points, seconds or a number.", values)
    output.gauge("metric_numerator", "What counts in the figure.", counts)
    output.gauge("metric_denominator", "Of how many.", wholes)
    output.gauge("metric_target", "What the figure should be.", targets)
    output.gauge("metric_target_met", "1 if the target is met, else 0.", met)
    output.gauge("cases_open", "Open cases.", open)
    output.gauge("cases_overdue", "Open cases past their deadline.", overdue)
    output.gauge("account_can_sell", "1 if the account can sell, else 0.", canSell)
    return output.text
  }
}
