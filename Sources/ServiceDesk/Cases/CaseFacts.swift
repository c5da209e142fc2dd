import Foundation

/// Everything recorded about one case, its merged cases included.
package struct CaseFacts: Sendable {
  package var id: Int64
  package var accountID: Int64
  package var kind: CaseKind
  package var messages: [MessageFact]
  package var events: [CaseEvent]
  package var timers: [ResponseTimer]
  /// What it is about where it is no conversation.
  package var matter: Matter?

  package init(
    id: Int64, accountID: Int64, kind: CaseKind, messages: [MessageFact], events: [CaseEvent],
    timers: [ResponseTimer], matter: Matter? = nil
  ) {
    self.matter = matter
    self.id = id
    self.accountID = accountID
    self.kind = kind
    self.messages = messages
    self.events = events
    self.timers = timers
  }

  /// The instant from which on nothing recorded so far changes the case any more.
  package var settledAt: Date {
    max(
      messages.map(\.knownFrom).max() ?? .distantPast, events.map(\.at).max() ?? .distantPast,
      matter?.settledAt ?? .distantPast)
  }

  /// The case as it stands at `now`; nil while nothing of it is known.
  package func standing(at now: Date) -> Case? {
    enum Step {
      case message(MessageFact)
      case event(CaseEvent)
      case end
    }
    if let matter, matter.openedAt >= now { return nil }
    // In the order of time; at one instant what came in goes before what was done about it.
    let messages = messages.filter { $0.knownFrom <= now }
    let events = events.filter { $0.at <= now }
    guard !messages.isEmpty || !events.isEmpty else { return nil }
    let steps =
      (messages.map { (($0.at, $0.sentHere ? 1 : 0, $0.id), Step.message($0)) }
      + events.map { (($0.at, 1, $0.id), Step.event($0)) }
      + (matter?.end(at: now).map { [(($0, 2, 0), Step.end)] } ?? [])).sorted { $0.0 < $1.0 }
    var standing = Case(id: id, accountID: accountID, kind: kind, settledAt: settledAt)
    standing.rating = matter?.rating
    var snoozed: (at: Date, until: Date)?
    // The buyer's messages that nothing has answered, by number.
    var unanswered: [Int64] = []
    for (_, step) in steps {
      switch step {
      case .message(let message): standing.take(message, unanswered: &unanswered, snoozed: &snoozed)
      case .event(let event) where event.caseID == id || event.act.followsMerge:
        standing.take(event, unanswered: unanswered, snoozed: &snoozed)
      case .event: break
      case .end:
        standing.state = .resolved
        snoozed = nil
      }
    }
    standing.dueAt = timers.filter { $0.isOpen(at: now) }.map(\.dueAt).min()
    if let matter, let due = matter.dueAt, matter.end(at: now) == nil, standing.state != .resolved {
      standing.dueAt = min(due, standing.dueAt ?? due)
    }
    if standing.state == .open, let snoozed {
      let wakes = Self.wake(snoozedAt: snoozed.at, until: snoozed.until, due: standing.dueAt)
      if now < wakes {
        standing.state = .snoozed
        standing.wakesAt = wakes
      }
    }
    return standing
  }

  /// A snooze never hides a breach: the case is back two hours before its deadline, or at the deadline if it was put
  /// aside later than that.
  static func wake(snoozedAt: Date, until: Date, due: Date?) -> Date {
    guard let due, due < until else { return until }
    let early = due.addingTimeInterval(-7200)
    return early > snoozedAt ? early : max(due, snoozedAt)
  }
}

extension Act {
  /// Acts on a case that was merged later on still say something about the whole: notes and tags do, its state does not.
  fileprivate var followsMerge: Bool {
    switch self {
    case .tag, .link: true
    default: false
    }
  }
}

extension Case {
  fileprivate mutating func take(
    _ message: MessageFact, unanswered: inout [Int64], snoozed: inout (at: Date, until: Date)?
  ) {
    defer { self.unanswered = unanswered.count }
    if order == nil { order = message.order }
    if subject == nil, message.subject?.isEmpty == false { subject = message.subject }
    switch message.direction {
    case .in:
      // A merged case keeps its own buyer's name.
      if let name = message.buyer, buyer == nil || !message.isAutomatic && message.caseID == id { buyer = name }
      if message.isAutomatic {
        if receivedAt == nil { receivedAt = message.at }
        return
      }
      if let code = message.language { language = code }
      if unanswered.isEmpty { receivedAt = message.at }
      unanswered.append(message.id)
      newestInbound = message.id
      state = .open
      snoozed = nil
    case .out:
      if buyer == nil { buyer = message.buyer }
      if message.isAutomatic { return }
      if receivedAt == nil { receivedAt = message.at }
      // What came after a reply of this desk's is not answered by it, though it may bear an earlier date.
      unanswered.removeAll { !message.sentHere || $0 < message.id }
      if state == .open, unanswered.isEmpty { state = .waiting }
      snoozed = nil
    }
  }

  fileprivate mutating func take(
    _ event: CaseEvent, unanswered: [Int64], snoozed: inout (at: Date, until: Date)?
  ) {
    if receivedAt == nil { receivedAt = event.at }
    // A message that came later was neither settled nor put aside by it.
    let hasUnread = unanswered.contains { !event.knew($0) }
    switch event.act {
    case .tag(let add, let remove):
      tags.removeAll { remove.contains($0) || add.contains($0) }
      tags = (tags + add).sorted()
    case .assign(let agent): assignee = agent
    case .snooze(let until):
      if until != nil, hasUnread { break }
      snoozed = until.map { (event.at, $0) }
      if until != nil, state == .waiting { state = .open }
    case .priority(let level): priority = level
    case .merge(let target): mergedInto = target
    case .link(let number): order = number
    case .resolve, .noReply:
      if hasUnread { break }
      state = .resolved
      snoozed = nil
    case .reopen:
      state = .open
      snoozed = nil
    case .note, .draft, .discardDraft, .reply, .askRemoval: break
    }
  }
}
