import Foundation

/// A marketplace's rules for answering messages: which message starts a timer, how long it runs, what stops it.
package struct ResponsePolicy: Sendable, Equatable, Codable {
  package enum Scope: String, Sendable, Codable {
    case everyMessage = "every-message"
    case firstOfThread = "first-of-thread"
    case perBuyerPerDay = "per-buyer-per-day"
  }
  /// What "no reply needed" does to a running timer.
  package enum NoReply: String, Sendable, Codable {
    /// Takes the message out of the calculation.
    case exempts
    /// Counts as an answer.
    case stops
    /// Nothing: the marketplace wants every message answered.
    case nothing
  }
  /// Which timers of a thread one reply stops.
  package enum ReplyStops: String, Sendable, Codable { case all, newest }

  package var scope: Scope
  /// Seconds to answer, by channel; a channel that isn't listed has the limit of `message`.
  package var limits: [String: Int]
  /// Nil: the calendar, weekends and holidays included.
  package var businessTime: BusinessTime?
  /// The zone whose days count under `perBuyerPerDay`.
  package var dayZone: String?
  package var automaticRepliesCount: Bool
  package var noReply: NoReply
  package var replyStops: ReplyStops
  /// Days over which the rate is taken.
  package var windows: [Int]

  package init(
    scope: Scope = .everyMessage, limits: [String: Int] = ["message": 86_400], businessTime: BusinessTime? = nil,
    dayZone: String? = nil, automaticRepliesCount: Bool = false, noReply: NoReply = .exempts,
    replyStops: ReplyStops = .all, windows: [Int] = [7, 30, 90]
  ) {
    self.scope = scope
    self.limits = limits
    self.businessTime = businessTime
    self.dayZone = dayZone
    self.automaticRepliesCount = automaticRepliesCount
    self.noReply = noReply
    self.replyStops = replyStops
    self.windows = windows
  }

  package func limit(for channel: Channel) -> Int {
    limits[channel.rawValue] ?? limits[Channel.message.rawValue] ?? 86_400
  }

  package func deadline(from start: Date, channel: Channel) -> Date {
    let limit = limit(for: channel)
    return businessTime?.deadline(from: start, after: limit) ?? start.addingTimeInterval(Double(limit))
  }
}
