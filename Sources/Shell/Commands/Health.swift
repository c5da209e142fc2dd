import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Health: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Show how every account stands: all figures against their targets.",
    discussion: discussion(
      "Figures are counted here (estimated) where the line does not say that the marketplace reports them."))
  static let examples = [
    Example("health", "all accounts on one page"),
    Example("health --all", "every figure and window"),
    Example("health --days 60 --account amazon-us", "one account, every window at 60 days"),
  ]

  @Flag(help: "Show every figure and window, parts and those without a target too.") var all = false
  @Option(help: "Put this number of days in the place of every window.") var days: Int?

  func validate() throws {
    if let days, !(1...36_500).contains(days) { throw ValidationError("--days must be 1 to 36500") }
  }

  func run(in session: inout Session) throws -> any Answer {
    let isText = session.options.format == .text
    let accounts = try session.askedAccounts().map { account in
      let health = try AccountHealth(account, session, days: days)
      let readings = try health.readings(days: days)
      return HealthAnswer.AccountPage(
        account: account, standing: try session.desk.standing(ofAccount: account.id, at: session.now),
        readings: readings, measured: Set(readings.map(\.metric).filter(health.isMeasured)),
        trends: isText ? try health.weeklyTrends() : [:],
        marketplaceFulfilled: try health.marketplaceFulfilled(days: days))
    }
    return HealthAnswer(pages: accounts, now: session.now, isWhole: all)
  }
}

extension AccountHealth {
  /// The figures over the orders that the marketplace itself ships, where there are any.
  func marketplaceFulfilled(days: Int?) throws -> [Reading] {
    let goal = goal(.orderDefectRate)
    let reading = try report.estimate(
      goal, days: days ?? goal.windows.first ?? 60, fulfilment: .marketplace, source)
    guard let reading, let ratio = reading.ratio, ratio.denominator > 0 else { return [] }
    return [reading]
  }

  /// The share of each of the last eight weeks of orders, by figure: the trend at a glance.
  func weeklyTrends() throws -> [MetricID: [Double?]] {
    var trends: [MetricID: [Double?]] = [:]
    // Weeks of whole days, which the totals hold as they are.
    let midnight = Date(seconds: now.utcDay * 86_400)
    for week in (0..<8).reversed() {
      let to = midnight.addingTimeInterval(Double(-7 * 86_400 * week))
      let tally = try source.orders(
        from: to.addingTimeInterval(-7 * 86_400), to: to, fulfilment: .seller, businessOnly: false)
      for metric in OrderMetrics.all {
        trends[metric.id, default: []].append(
          metric.ratio(of: tally, pendingClaimsCount: goals.pendingClaimsCount).value)
      }
    }
    return trends.filter { $0.value.contains { $0 != nil } }
  }
}
