import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Alerts: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "Show what has gone wrong with the figures since you were last told.",
    discussion: discussion(
      "A target missed or near, a figure outside what is normal for the account itself (three standard errors), an account that is not healthy. Each is told once, and again only after it has been over."
    ))
  static let examples = [
    Example("alerts", "what is new"), Example("alerts --all", "what has been told before too"),
  ]

  @Flag(help: "Show what has been told before too.") var all = false

  func run(in session: inout Session) throws -> any Answer {
    var rows: [AlertsAnswer.Row] = []
    for account in try session.askedAccounts() {
      let (alerts, standing) = try Self.current(account, session)
      let keys = alerts.map { $0.kind == .standing ? "standing \(standing.state.rawValue)" : $0.key }
      let new = try session.desk.newAlerts(keys, of: account.id, at: session.now)
      for (alert, key) in zip(alerts, keys) where all || new.contains(key) {
        rows.append(.init(account: account, alert: alert, standing: standing, isNew: new.contains(key)))
      }
    }
    return AlertsAnswer(rows: rows, now: session.now, isAll: all)
  }

  /// What an account's figures and its standing give at this instant.
  static func current(_ account: Account, _ session: Session) throws -> (
    alerts: [HealthAlert], standing: AccountStanding
  ) {
    let health = try AccountHealth(account, session)
    // A kind of violation is told by their sum.
    var alerts = try health.readings().filter { !$0.metric.isKindOfViolation }.compactMap(HealthAlert.byTarget)
    alerts += try deviations(health, session)
    let standing = try session.desk.standing(ofAccount: account.id, at: session.now)
    if standing.state != .healthy { alerts.append(HealthAlert(kind: .standing)) }
    return (alerts, standing)
  }

  /// Each share of the last week against the account's own eight weeks before.
  private static func deviations(_ health: AccountHealth, _ session: Session) throws -> [HealthAlert] {
    let week = 7.0 * 86_400
    let window = MetricWindow(days: 7, at: health.now)
    var found: [HealthAlert] = []
    let tallies = try (0...8).map { back in
      let to = health.now.addingTimeInterval(-week * Double(back))
      return try health.source.orders(
        from: to.addingTimeInterval(-week), to: to, fulfilment: .seller, businessOnly: false)
    }
    for metric in OrderMetrics.all where metric.id != .onTimeShipmentRate && health.isMeasured(metric.id) {
      let ratios = tallies.map { metric.ratio(of: $0, pendingClaimsCount: health.goals.pendingClaimsCount) }
      if let alert = HealthAlert.byNorm(
        metric.id, latest: ratios[0], earlier: Array(ratios.dropFirst()), window: window)
      {
        found.append(alert)
      }
    }
    let responses = try (0...8).map { back in
      let rate = try session.desk.compliance(
        account: health.account.id, days: 7, at: health.now.addingTimeInterval(-week * Double(back)),
        percentiles: false
      ).rate
      return Ratio(rate.onTime, of: rate.required)
    }
    if let alert = HealthAlert.byNorm(
      .responseRate, latest: responses[0], earlier: Array(responses.dropFirst()), window: window)
    {
      found.append(alert)
    }
    return found
  }
}

struct AlertsAnswer: Answer {
  struct Row {
    var account: Account
    var alert: HealthAlert
    var standing: AccountStanding
    var isNew: Bool

    var reason: String {
      switch alert.kind {
      case .standing: return "the account is \(standing.title); \(standing.advice)"
      case .threshold, .nearThreshold:
        guard let reading = alert.reading else { return "" }
        let figure = Figure.withCounts(reading)
        let target = Figure.target(reading.target, reading.metric.unit)
        if alert.kind == .threshold { return "\(figure) misses the target \(target)" }
        return "\(figure) is near the target \(target)" + (reading.headroom.map { ", room for \($0)" } ?? "")
      case .deviation:
        guard let deviation = alert.deviation else { return "" }
        let sigmas = String(format: "%.1f", abs(deviation.sigmas))
        return
          "\(Figure.share(deviation.latest)) in the last week, normal is \(Figure.share(deviation.norm)): \(sigmas) standard errors off"
      }
    }
  }

  var rows: [Row]
  var now: Date
  var isAll: Bool

  var document: Document {
    .object([
      "asOf": .instant(now),
      "alerts": .list(
        rows.map { row in
          .object([
            "account": .text(row.account.name), "kind": .text(row.alert.kind.rawValue),
            "metric": .optional(row.alert.metric?.rawValue), "days": .optional(row.alert.window?.days),
            "value": .optional(row.alert.reading?.value ?? row.alert.deviation?.latest.value),
            "target": .optional(row.alert.reading?.target?.value.value),
            "norm": .optional(row.alert.deviation?.norm.value), "source": .optional(row.alert.reading?.source.rawValue),
            "reason": .text(row.reason), "new": .bool(row.isNew),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else {
      return isAll ? "nothing is wrong" : "nothing new; alerts --all shows what was told before"
    }
    var output = Rich()
    for row in rows {
      if !output.isEmpty { output += "\n" }
      let style: Style = row.alert.kind == .nearThreshold ? .caution : .alarm
      let metric = row.alert.metric.map {
        "\($0.title.lowercasedFirst)\(row.alert.window?.days.map { ", \($0) d" } ?? "")"
      }
      output += "\(row.account.name, .bold)  \(row.alert.kind.rawValue.replacing("-", with: " "), style)"
      if let metric { output += "  \(metric)\(row.alert.reading?.source == .reported ? ", as reported" : "")" }
      for line in page.wrapped(row.reason, indent: 4) { output += "\n\(line)" }
    }
    return output + "\n\("what is behind a figure: metric NAME --cases", .faint)"
  }
}
