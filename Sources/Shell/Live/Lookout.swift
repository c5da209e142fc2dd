import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// Watches the desk while a person types: what other processes bring, what time brings.
///
/// Asked once a second, it does next to nothing where nothing has changed: SQLite tells whether another process has
/// written, and the instant of the next deadline is known.
struct Lookout {
  private(set) var status = LiveStatus()
  private var version: Int?
  /// The last message that was told of.
  private var newest: Int64 = 0
  /// Up to when reminders have been looked for.
  private var lastLook: Date
  /// When time alone brings the next news.
  private var nextMoment = Date.distantPast
  private var unsent: Set<Int64> = []
  private var targets = TargetWatch()
  private var colleagues = Colleagues()
  /// Arrivals are told of at once, then with pauses that grow as long as they keep coming: an import of a whole
  /// mailbox is one line now and then.
  private var tellsArrivalsFrom = Date.distantPast
  private var pause = 0.0

  init(_ session: Session) throws {
    lastLook = session.now
    newest = try session.desk.newestMessage()
    unsent = Set(try session.desk.unsentReplies().map(\.item))
  }

  /// What this shell has brought in itself is no news.
  mutating func passOver(_ session: Session) { newest = (try? session.desk.newestMessage()) ?? newest }

  /// To be called when this shell has changed something itself, which SQLite does not tell of.
  mutating func deskChanged() { version = nil }

  /// What is new since the last look.
  ///
  /// - Parameter isTyping: leaves for later what may take longer than the time between two keys.
  mutating func look(_ session: Session, isTyping: Bool = false) throws -> [Notice] {
    let now = session.now
    let version = try session.desk.dataVersion()
    let hasChanged = version != self.version
    if hasChanged { try session.desk.notice() }
    var notices = try arrivals(session, at: now)
    // Two probes of an index; and who is typing an answer wants to know that there is one.
    if hasChanged { notices += try colleagues.look(session) }
    // While another process imports, each look finds a changed desk, and what follows from that takes many times as
    // long as a key: it waits until nobody types. Only this shell's own changes (no version) are seen at once.
    let waits = hasChanged && isTyping && self.version != nil
    let isDue = now >= nextMoment || hasChanged && !waits
    if isDue {
      if hasChanged { notices += try failures(session, at: now) }
      notices += try reminders(session, at: now)
      try refresh(session, at: now)
      self.version = version
    }
    // A deadline that comes and is reached while a look waits is found by the next one, which begins here.
    if isDue || !waits { lastLook = max(lastLook, now) }
    notices += try targets.look(session, hasChanged: isDue, isTyping: isTyping)
    return notices
  }

  // MARK: - What has come

  private mutating func arrivals(_ session: Session, at now: Date) throws -> [Notice] {
    // Pauses pass by the clock even where --now has fixed the desk's time.
    let clock = session.environment.clock()
    guard clock >= tellsArrivalsFrom else { return [] }
    let found = try session.desk.arrivals(after: newest, at: now)
    newest = found.newest
    guard !found.cases.isEmpty else {
      pause = 0
      return []
    }
    pause = min(60, max(5, pause * 2))
    tellsArrivalsFrom = clock.addingTimeInterval(pause)
    return try CaseKind.allCases.compactMap { kind in
      guard let cases = found.cases[kind]?.sorted() else { return nil }
      return try ArrivalWords.notice(cases, kind, isMore: found.isMore, session)
    }
  }

  private mutating func failures(_ session: Session, at now: Date) throws -> [Notice] {
    let all = try session.desk.unsentReplies()
    let new = all.filter { !unsent.contains($0.item) }
    unsent = Set(all.map(\.item))
    return new.map { reply in
      let reason = reply.error.map { ": \($0)" } ?? ""
      return Notice(
        kind: .failed, at: now, key: "failed \(reply.item)", caseID: reply.caseID,
        words: "the reply to #\(reply.caseID) was not taken\(reason) · outbox retry \(reply.item)", isAlarm: true)
    }
  }

  // MARK: - What time brings

  private mutating func reminders(_ session: Session, at now: Date) throws -> [Notice] {
    let accounts = try session.desk.accounts()
    let times = Dictionary(accounts.map { ($0.id, $0.reminders) }, uniquingKeysWith: { first, _ in first })
    let befores = Set(accounts.flatMap(\.reminders.seconds) + [0])
    var reached: [Int: [Deadline]] = [:]
    nextMoment = Date.distantFuture
    for before in befores.sorted() {
      let shift = Double(before)
      let passed = try session.desk.deadlines(
        from: lastLook.addingTimeInterval(shift), until: now.addingTimeInterval(shift + 1), at: now)
      for deadline in passed {
        let moment = (times[deadline.accountID] ?? .usual).reached(deadline.dueAt, between: lastLook, and: now)
        if moment == before { reached[before, default: []].append(deadline) }
      }
      if let next = try session.desk.nextDeadline(from: now.addingTimeInterval(shift + 1), at: now) {
        nextMoment = min(nextMoment, next.dueAt.addingTimeInterval(-shift))
      }
    }
    return try reached.sorted { $0.key < $1.key }.flatMap {
      try ReminderWords.notices($0.value, before: $0.key, session)
    }
  }

  private mutating func refresh(_ session: Session, at now: Date) throws {
    var status = LiveStatus()
    let parts = session.settings.prompt
    // The next one that can still be met; what is lost is counted by another part.
    status.next = try session.desk.nextDeadline(from: now, at: now)
    let accounts = try session.desk.accounts()
    guard let account = accounts.first(where: { $0.id == status.next?.accountID }) ?? accounts.first else {
      self.status = status
      return
    }
    status.account = account.name
    if parts.contains(.rate) || parts.contains(.defects) {
      let health = try AccountHealth(account, session)
      if parts.contains(.rate) { status.rate = try health.reading(.responseRate, days: 30) }
      if parts.contains(.defects) { status.defects = try health.reading(.orderDefectRate) }
    }
    if parts.contains(.open) { status.open = try session.desk.queue(CaseFilter(), at: now, limit: 1).total }
    if parts.contains(.overdue) { status.overdue = try session.desk.overdueCount(at: now) }
    self.status = status
  }
}
