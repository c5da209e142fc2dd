import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// Tells when a figure crosses its target, either way.
///
/// Looking at every figure of every account costs more than the rest of a look together; so it is done at most every
/// ten seconds, and not at all while nothing changes.
struct TargetWatch {
  private struct Figure: Hashable {
    var account: Int64
    var metric: MetricID
    var days: Int?
  }
  private var missed: [Figure: Bool] = [:]
  private var lastLook = Date.distantPast
  private var isBehind = true

  private static let pause = 10.0

  mutating func look(_ session: Session, hasChanged: Bool, isTyping: Bool) throws -> [Notice] {
    isBehind = isBehind || hasChanged
    let now = session.environment.clock()
    guard isBehind, !isTyping, now.timeIntervalSince(lastLook) >= Self.pause else { return [] }
    let isFirst = lastLook == .distantPast
    lastLook = now
    isBehind = false
    var notices: [Notice] = []
    for account in try session.desk.accounts() {
      let health = try AccountHealth(account, session)
      for reading in try health.readings() where reading.source == .estimated && !reading.metric.isKindOfViolation {
        guard reading.status != .noData, reading.status != .noTarget, let target = reading.target else { continue }
        let figure = Figure(account: account.id, metric: reading.metric, days: reading.window.days)
        let isMissed = reading.status == .bad
        let before = missed.updateValue(isMissed, forKey: figure)
        guard !isFirst, let before, before != isMissed else { continue }
        let name = reading.metric.title.lowercasedFirst + (reading.window.days.map { ", \($0) d" } ?? "")
        let wanted = Shell.Figure.target(target, reading.metric.unit)
        notices.append(
          Notice(
            kind: .target, at: session.now,
            key:
              "target \(account.id) \(reading.metric.rawValue) \(reading.window.days ?? 0) \(isMissed) \(session.now.seconds / 3600)",
            words: "\(account.name): \(name) \(Shell.Figure.value(reading)) "
              + (isMissed ? "misses its target \(wanted)" : "meets its target \(wanted) again")
              + " · metric \(reading.metric.rawValue) --cases", isAlarm: isMissed))
      }
    }
    return notices
  }
}
