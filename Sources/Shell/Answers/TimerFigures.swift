import DeskStore
import Foundation
import HealthCore
import ServiceDesk

// The figures of timers that are counted one by one, where a question goes beyond what totals are kept of.

extension ResponseRate {
  /// How timers stand as of `now`.
  init(_ timers: [ResponseTimer], at now: Date) {
    self.init()
    for timer in timers {
      switch timer.status(at: now) {
      case .onTime: onTime += 1
      case .late: late += 1
      case .unanswered: unanswered += 1
      case .running: running += 1
      case .exempt: exempt += 1
      case nil: break
      }
    }
  }
}

extension [ResponseTimer] {
  /// Of those answered as of `now`, in order.
  func answerSeconds(at now: Date) -> [Int] {
    filter { [.onTime, .late].contains($0.status(at: now)) }.compactMap(\.answerSeconds).sorted()
  }
}

extension ComplianceWindow {
  /// - Parameter timers: those of the account that started in the `days` before `now`, or some of them.
  init(_ timers: [ResponseTimer], account: Int64, days: Int, at now: Date) {
    let answered = timers.answerSeconds(at: now)
    self.init(
      accountID: account, days: days, from: now.addingTimeInterval(Double(-86_400 * days)), to: now,
      rate: ResponseRate(timers, at: now), answerSeconds: answered.reduce(0, +),
      median: NearestRank.value(percent: 50, of: answered), p90: NearestRank.value(percent: 90, of: answered))
  }
}
