import Foundation

/// Derives response timers from messages and acts, by the marketplace's policy.
///
/// The outcome never depends on `now`: what happens later can stop a timer but never change what started it, so that
/// the same timers, asked as of an earlier instant, give that instant's answer.
package struct TimerEngine: Sendable {
  package var policy: ResponsePolicy
  /// The shop's own clock, which runs beside the marketplace's.
  package var shopClock: ShopClock?

  package init(policy: ResponsePolicy, shopClock: ShopClock? = nil) {
    self.policy = policy
    self.shopClock = shopClock
  }

  /// The messages and acts that can bear on each other's timers: those of one conversation, or of one buyer.
  package struct Conversation: Sendable {
    package var messages: [MessageFact]
    package var events: [CaseEvent]
    /// For a case that was merged: into which, and when.
    package var merges: [Int64: (into: Int64, at: Date)] = [:]

    package init(messages: [MessageFact], events: [CaseEvent]) {
      self.messages = messages
      self.events = events
      for event in events {
        if case .merge(let target) = event.act { merges[event.caseID] = (target, event.at) }
      }
    }

    /// The case as which `caseID` was handled at `instant`.
    func root(of caseID: Int64, at instant: Date) -> Int64 {
      var root = caseID
      for _ in 0...merges.count {
        guard let merge = merges[root], merge.at <= instant else { break }
        root = merge.into
      }
      return root
    }
  }

  package func timers(of conversation: Conversation) -> [ResponseTimer] {
    var run = Run(engine: self, conversation: conversation)
    let messages = conversation.messages.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    let acts = conversation.events.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    var next = acts.startIndex
    for message in messages {
      while next < acts.endIndex, acts[next].at < message.at {
        run.take(acts[next])
        next += 1
      }
      run.take(message)
    }
    for event in acts[next...] { run.take(event) }
    return run.timers
  }
}

extension TimerEngine {
  /// One pass over a conversation, in the order of time.
  private struct Run {
    let engine: TimerEngine
    let conversation: Conversation
    var timers: [ResponseTimer] = []
    var threadsBegun: Set<Int64> = []
    var daysCounted: Set<String> = []
    let zone: TimeZone
    /// Whose case it is, by what its first buyer message says.
    let buyers: [Int64: String]

    init(engine: TimerEngine, conversation: Conversation) {
      self.engine = engine
      self.conversation = conversation
      zone = engine.policy.dayZone.flatMap { TimeZone(identifier: $0) } ?? .gmt
      buyers = conversation.messages.sorted { $0.id < $1.id }.reduce(into: [:]) { buyers, message in
        if buyers[message.caseID] == nil, let name = message.buyer { buyers[message.caseID] = name.lowercased() }
      }
    }

    mutating func take(_ message: MessageFact) {
      let isFirst = threadsBegun.insert(message.caseID).inserted
      switch message.direction {
      case .in:
        if !message.isAutomatic, starts(message, isFirst: isFirst) { start(message) }
        // An automatic notice does not use up the place of a thread's first message.
        if message.isAutomatic, isFirst { threadsBegun.remove(message.caseID) }
      case .out:
        if !message.isAutomatic || engine.policy.automaticRepliesCount {
          stop(in: message.caseID, at: message.at, knownFrom: message.knownFrom, by: message.id)
        }
      }
    }

    mutating func take(_ event: CaseEvent) {
      switch event.act {
      case .noReply:
        switch engine.policy.noReply {
        case .exempts: exempt(by: event)
        case .stops: stop(in: event.caseID, at: event.at, knownFrom: event.at, by: nil) { event.knew($0.message) }
        case .nothing: break
        }
      case .reopen: endExemption(in: event.caseID, at: event.at)
      default: break
      }
    }

    private func starts(_ message: MessageFact, isFirst: Bool) -> Bool {
      switch engine.policy.scope {
      case .everyMessage: return true
      case .firstOfThread: return isFirst
      case .perBuyerPerDay:
        // Measured from the buyer's first open inquiry; later ones of the day, or while it runs, are the same one.
        let running = timers.contains {
          $0.stoppedAt == nil && $0.exemptFrom == nil && $0.channel == message.channel && $0.dueAt >= message.at
            && isSameConversation($0, message.caseID, at: message.at)
        }
        return !running && !daysCounted.contains(day(of: message))
      }
    }

    private func day(of message: MessageFact) -> String {
      "\(buyers[message.caseID] ?? "#\(message.caseID)") \(message.channel.rawValue) \(LocalTime.wall(at: message.at, in: zone).day)"
    }

    private mutating func start(_ message: MessageFact) {
      if engine.policy.scope == .perBuyerPerDay { daysCounted.insert(day(of: message)) }
      var timer = ResponseTimer(
        message: message.id, caseID: message.caseID, startedAt: message.at,
        dueAt: engine.policy.deadline(from: message.at, channel: message.channel), channel: message.channel)
      timer.shopDueAt = engine.shopClock?.deadline(from: message.at)
      timers.append(timer)
    }

    private func isSameConversation(_ timer: ResponseTimer, _ caseID: Int64, at instant: Date) -> Bool {
      timer.caseID == caseID
        || engine.policy.scope == .perBuyerPerDay && buyers[caseID] != nil && buyers[timer.caseID] == buyers[caseID]
        || conversation.root(of: timer.caseID, at: instant) == conversation.root(of: caseID, at: instant)
    }

    private mutating func stop(
      in caseID: Int64, at instant: Date, knownFrom: Date, by message: Int64?,
      where isMeant: (ResponseTimer) -> Bool = { _ in true }
    ) {
      for index in timers.indices.reversed()
      where timers[index].stoppedAt == nil && isMeant(timers[index])
        && isSameConversation(timers[index], caseID, at: instant)
      {
        timers[index].stoppedAt = instant
        timers[index].stopKnownFrom = knownFrom
        timers[index].stopper = message
        if engine.policy.replyStops == .newest { break }
      }
    }

    private mutating func exempt(by event: CaseEvent) {
      for index in timers.indices
      where timers[index].stoppedAt == nil && event.knew(timers[index].message)
        && isSameConversation(timers[index], event.caseID, at: event.at)
      {
        timers[index].exemptFrom = timers[index].exemptFrom ?? event.at
        timers[index].exemptUntil = nil
      }
    }

    private mutating func endExemption(in caseID: Int64, at instant: Date) {
      for index in timers.indices
      where timers[index].exemptFrom != nil && timers[index].exemptUntil == nil
        && isSameConversation(timers[index], caseID, at: instant)
      {
        timers[index].exemptUntil = instant
      }
    }
  }
}
