import DeskStore
import Foundation
import HealthCore
import Outbox
import ServiceDesk

extension Session {
  /// Keeps a text that has not been sent.
  func keep(_ draft: Draft, of subject: Case) throws {
    guard try desk.draft(of: subject.id, at: now) != draft else { return }
    var decision = Decision()
    decision.record(.draft(draft), on: subject)
    try desk.apply(decision, as: command)
  }

  /// Sends a reply: into the outbox with the act that stops the timer, then to its carrier, at once or after the time
  /// in which it can be taken back.
  ///
  /// - Parameters:
  ///   - override: why it goes out although the policy check found something that blocks.
  ///   - again: also where somebody else has answered what the buyer wrote last.
  mutating func send(
    _ draft: Draft, of subject: Case, fault: Complaint? = nil, override: String? = nil, again: Bool = false
  ) throws -> any Answer {
    guard draft.text.contains(where: { !$0.isWhitespace }) else { throw ReplyComposer.emptyText(subject) }
    if let fault {
      try keep(draft, of: subject)
      throw fault
    }
    let account = try account(of: subject)
    let before = try desk.compliance(account: account.id, days: 30, at: now).rate
    let timer = try desk.file(subject.id, at: now)?.timers.filter { $0.isOpen(at: now) }.min { $0.dueAt < $1.dueAt }
    var reply = NewReply(
      caseID: subject.id, accountID: account.id, mail: try mail(draft, to: subject, account: account),
      carrier: account.settings.carrier ?? "folder", response: draft.response,
      releaseAt: now.addingTimeInterval(Double(hold)), seen: draft.seen)
    reply.isEdited = draft.isEdited
    reply.override = override
    reply.seenReply = try knownReply(to: subject, again: again)
    // Taken back, the text must be there again.
    if hold > 0 { try keep(draft, of: subject) }
    let posted: (item: Int64, subject: Case)
    do { posted = try desk.post(reply, then: acts(draft.afterwards ?? .init()), as: command) } catch let newer
      as NewerMessage
    {
      try keep(draft, of: subject)
      throw try wroteMeanwhile(newer.caseID)
    } catch let answered as AnsweredMeanwhile {
      try keep(draft, of: subject)
      throw answeredMeanwhile(answered)
    }
    seenReplies[subject.id] = try desk.newestReply(to: subject.id)?.row
    var notices: [String] = []
    if reply.mail.to.isEmpty {
      notices.append("no address is known to answer #\(subject.id) at: paste the text into the marketplace's own form")
    }
    if hold == 0 {
      let item = try deliver(posted.item)
      notices += try outcome(of: item)
    }
    let rate = try desk.compliance(account: account.id, days: 30, at: now).rate
    let line = sentLine(timer: timer, before: before, after: rate)
    let hold = hold
    return try CasesChanged(cases: [posted.subject], session: self, notices: notices) { _ in
      hold > 0 ? line + " · undo for \(hold) s" : line
    }
  }

  private func acts(_ after: CannedReply.Afterwards) -> [Act] {
    var acts: [Act] = []
    if !after.tags.isEmpty { acts.append(.tag(add: after.tags, remove: [])) }
    if let resolution = after.resolution { acts.append(.resolve(resolution)) }
    if let seconds = after.snooze, after.resolution == nil {
      acts.append(.snooze(until: now.addingTimeInterval(Double(seconds))))
    }
    return acts
  }

  /// Hands one reply to its carrier and records how that ended.
  func deliver(_ id: Int64) throws -> OutboxItem? {
    guard let item = try desk.claim(id, releasedBy: now, owner: Self.owner) else { return try desk.outboxItem(id) }
    return try handOver(item)
  }

  /// Hands over everything whose time has come; gives what became of it.
  func deliverDue() throws -> [OutboxItem] {
    var done: [OutboxItem] = []
    while let item = try desk.claim(releasedBy: now, owner: Self.owner) {
      if let after = try handOver(item) { done.append(after) }
    }
    return done
  }

  private func handOver(_ item: OutboxItem) throws -> OutboxItem? {
    do {
      switch try carrier(for: item).handOver(item.mail) {
      case .taken: try desk.settle(item.id, as: .sent)
      case .prepared: try desk.settle(item.id, as: .uncertain, error: "copied to the clipboard; not yet pasted")
      }
    } catch let fault as CarrierFault {
      switch fault {
      case .temporary(let reason) where item.attempts < 5: try desk.settle(item.id, as: .queued, error: reason)
      case .temporary(let reason), .permanent(let reason): try desk.settle(item.id, as: .failed, error: reason)
      case .uncertain(let reason): try desk.settle(item.id, as: .uncertain, error: reason)
      }
    }
    return try desk.outboxItem(item.id)
  }

  private func carrier(for item: OutboxItem) throws -> any Carrier {
    switch item.carrier {
    case "clipboard": return ClipboardCarrier(terminal: person.map { person in { person.send($0) } })
    case "sendmail":
      guard !item.mail.to.isEmpty else { throw CarrierFault.permanent("the case has no address to answer to") }
      let command = try desk.accounts().first { $0.id == item.accountID }?.settings.sendmail ?? "/usr/sbin/sendmail -i"
      return SendmailCarrier(command: command.split(separator: " ").map(String.init))
    default: return FolderCarrier(folder: desk.path + ".outbox")
    }
  }

  /// What the sender should know of a reply that did not simply go out.
  func outcome(of item: OutboxItem?) throws -> [String] {
    guard let item else { return [] }
    switch item.state {
    case .sent, .sending, .cancelled: return []
    case .queued: return ["reply \(item.id) to #\(item.caseID) waits for another try: \(item.error ?? "")"]
    case .uncertain where item.carrier == "clipboard":
      return ["copied: paste it into the marketplace's form, then: outbox mark-sent \(item.id)"]
    case .uncertain:
      return [
        "reply \(item.id) may not have gone out: \(item.error ?? ""); outbox retry \(item.id), or outbox mark-sent \(item.id)"
      ]
    case .failed:
      throw Complaint(
        "the reply to #\(item.caseID) was not taken: \(item.error ?? "")", try: "outbox retry \(item.id)",
        exitCode: ExitStatus.unavailable)
    }
  }

  /// This process, as the owner of what it hands over. Its number alone does not tell: in a container that is started
  /// again, the next process often has the same.
  static var owner: String { "pid \(getpid()) \(startOfProcess(getpid()) ?? "")" }

  static func isAlive(_ owner: String) -> Bool {
    let words = owner.split(separator: " ")
    guard words.count > 1, let pid = Int32(words[1]), kill(pid, 0) == 0 || errno == EPERM else { return false }
    // An earlier release wrote the number alone.
    return words.count == 2 || startOfProcess(pid).map { $0 == words[2] } ?? true
  }

  /// When a process has started, counted from the start of the machine; nil where the system does not tell.
  private static func startOfProcess(_ pid: Int32) -> String? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return nil }
    // The name, which may hold anything, ends with the last parenthesis; the 22nd field is the 20th after it.
    let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 19 ? String(fields[19]) : nil
  }

  // MARK: - Words

  private func sentLine(timer: ResponseTimer?, before: ResponseRate, after: ResponseRate) -> Rich {
    var line: Rich = "\("sent", .good)"
    if let timer {
      let seconds = now.seconds - timer.startedAt.seconds
      line += " · answered in \(Span(seconds: seconds)), \(now <= timer.dueAt ? "on time" : "late")"
    }
    let (old, new) = (Percent.text(before.onTime, of: before.required), Percent.text(after.onTime, of: after.required))
    return line + (old == new ? " · response rate \(new) (30 d)" : " · response rate \(old) → \(new) (30 d)")
  }

  /// The buyer wrote while the reply was being written: shows what.
  private func wroteMeanwhile(_ id: Int64) throws -> Complaint {
    let newest = try desk.file(id, at: now)?.messages.last { $0.direction == .in && !$0.isAutomatic }
    let words =
      newest.map { "\n" + Page(width: 78, now: now).wrapped($0.text).prefix(12).joined(separator: "\n") } ?? ""
    return Complaint(
      "the buyer of #\(id) has written since you opened it; nothing was sent, your text is kept as a draft:\(words)",
      try: "show \(id), then send \(id)")
  }

  /// The newest reply that the writer knows of: what this shell has shown or sent, else one's own, or what was sent
  /// before the buyer wrote last.
  private func knownReply(to subject: Case, again: Bool) throws -> Int64 {
    guard let newest = try desk.newestReply(to: subject.id) else { return 0 }
    if again { return newest.row }
    if let seen = seenReplies[subject.id] { return seen }
    return newest.agent == agent || !newest.isLast ? newest.row : 0
  }

  private func answeredMeanwhile(_ answered: AnsweredMeanwhile) -> Complaint {
    let id = answered.caseID
    let at = Page(width: 78, now: now).moment(answered.reply.at)
    return Complaint(
      "\(answered.reply.agent) has answered #\(id) (\(at)); nothing was sent, your text is kept as a draft",
      try: person == nil ? "show \(id), then send \(id) --yes" : "show \(id), then send \(id)")
  }

  func replySubject(of subject: Case) -> String {
    let words = subject.subject == PurgedWords.mark ? nil : subject.subject
    let title = TextGate.oneLine(words ?? subject.order.map { "Order \($0)" } ?? "Your message")
    return title.lowercased().hasPrefix("re:") ? title : "Re: \(title)"
  }

  private func mail(_ draft: Draft, to subject: Case, account: Account) throws -> OutgoingMail {
    let messages = try desk.file(subject.id, at: now)?.messages ?? []
    let parent = messages.last { $0.direction == .in && !$0.isAutomatic } ?? messages.last { $0.direction == .in }
    let from = account.settings.from ?? account.addresses.first ?? "\(account.name)@replywell.invalid"
    let host = from.split(separator: "@").last.map(String.init) ?? "replywell.invalid"
    let ids = messages.map(\.id).filter { $0.hasPrefix("<") }
    return OutgoingMail(
      messageID: "<\(UUID().uuidString.lowercased())@\(host)>", fromName: account.settings.shop ?? "", from: from,
      to: parent?.replyTo ?? "", subject: replySubject(of: subject),
      inReplyTo: parent.flatMap { $0.id.hasPrefix("<") ? $0.id : nil }, references: ids, text: draft.text, date: now)
  }
}
