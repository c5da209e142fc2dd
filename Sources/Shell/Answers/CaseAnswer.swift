import DeskStore
import Foundation
import ServiceDesk

/// One case with its messages, timers and what was done.
struct CaseAnswer: Answer {
  var file: CaseFile
  var account: String
  var now: Date
  var rule: String
  var draft: Draft?
  /// The account's own.
  var zone = TimeZone.gmt
  /// The whole conversation, or its newest part only.
  var isShort = false

  var document: Document {
    Document.of(file.subject, account: account, at: now).adding([
      "messages": .list(
        file.messages.map { message in
          .object([
            "id": .text(message.id), "direction": .text(message.direction.rawValue), "at": .instant(message.at),
            "from": .text(message.from), "text": .text(message.text), "auto": .bool(message.isAutomatic),
            "subject": .text(message.subject), "channel": .text(message.channel.rawValue),
            "quoted": .text(message.quoted), "noReplyLink": .optional(message.noReplyLink),
            "attachments": .list(
              message.attachments.map {
                .object(["name": .text($0.name), "type": .text($0.type), "size": .int($0.size)])
              }), "flaws": .optional(message.flaws), "response": .optional(message.response),
          ])
        }),
      "timers": .list(
        file.timers.map { timer in
          let isKnown = timer.stopKnownFrom.map { $0 <= now } ?? false
          return .object([
            "startedAt": .instant(timer.startedAt), "dueAt": .instant(timer.dueAt),
            "stoppedAt": .instant(isKnown ? timer.stoppedAt : nil),
            "onTime": .optional(isKnown ? timer.stoppedAt.map { $0 <= timer.dueAt } : nil), "rule": .text(rule),
            "status": .text(timer.status(at: now)?.rawValue ?? ""), "shopDueAt": .instant(timer.shopDueAt),
          ])
        }), "events": .list(file.events.map(Document.of)),
      "orderFacts": file.order.map(OrderWords.document) ?? .null, "draft": .optional(draft?.text),
    ])
  }

  func text(on page: Page) -> Rich {
    let subject = file.subject
    var output: Rich = "\("#\(subject.id)", .bold)  \(subject.kind.rawValue)  \(account)"
    if let buyer = subject.buyer { output += "  \(TextGate.oneLine(buyer), .bold)" }
    if let order = subject.order { output += "  order \(TextGate.oneLine(order))" }
    if let language = subject.language { output += "  \(language, .faint)" }
    output += "\n\(headline(page))"
    if let title = subject.subject {
      output += "\n\("subject", .faint)  \(DisplayWidth.cut(TextGate.oneLine(title), to: page.width - 9))"
    }
    if let record = file.order { output += "\n\(OrderWords.line(record, at: now, zone: zone, page))" }
    if !subject.tags.isEmpty { output += "\n\("tags", .faint)     \(subject.tags.joined(separator: " "), .accent)" }
    if let assignee = subject.assignee { output += "\n\("who", .faint)      \(assignee)" }
    let shown = isShort ? Array(file.messages.suffix(3)) : file.messages
    if shown.count < file.messages.count {
      output += "\n\n\("\(file.messages.count - shown.count) earlier messages: show \(subject.id)", .faint)"
    }
    for message in shown { output += "\n\n" + text(of: message, on: page) }
    if let draft {
      output += "\n\n\("draft, not sent:", .caution)\n\(page.wrapped(draft.text).joined(separator: "\n"))"
    }
    let notes = file.events.compactMap { if case .note(let text) = $0.act { ($0, text) } else { nil } }
    for (event, note) in notes {
      output +=
        "\n\n\("note by \(event.agent), \(page.moment(event.at)):", .faint)\n\(page.wrapped(note).joined(separator: "\n"))"
    }
    return output
  }

  private func headline(_ page: Page) -> Rich {
    let subject = file.subject
    var line: Rich = "\("state", .faint)    \(subject.state.rawValue)"
    if let wakes = subject.wakesAt, subject.state == .snoozed { line += ", back \(page.relative(wakes))" }
    if let target = subject.mergedInto { line += ", merged into #\(target)" }
    if let due = subject.dueAt {
      line +=
        due < now
        ? " · \("overdue by \(Span(seconds: now.seconds - due.seconds))", .alarm)"
        : " · due \(page.relative(due)), \(page.moment(due)) UTC"
    }
    if let shop = file.timers.filter({ $0.isOpen(at: now) }).compactMap(\.shopDueAt).min() {
      line += " · shop clock \(page.relative(shop))"
    }
    return line
  }

  private func text(of message: Message, on page: Page) -> Rich {
    let arrow = message.direction == .in ? "←" : "→"
    var head: Rich =
      "\("\(arrow) \(page.moment(message.at))", .faint)  \(DisplayWidth.cut(TextGate.oneLine(message.from), to: 40), .bold)"
    if message.isAutomatic { head += "  \("automatic", .faint)" }
    if let response = message.response { head += "  \(response, .faint)" }
    let lines = page.wrapped(message.text)
    let most = isShort ? 20 : .max
    head += "\n\(lines.prefix(most).joined(separator: "\n"))"
    if lines.count > most { head += "\n\("  … \(lines.count - most) more lines: show \(file.subject.id)", .faint)" }
    for attachment in message.attachments {
      let name = attachment.name.isEmpty ? "unnamed" : TextGate.oneLine(attachment.name)
      head += "\n\("  attached: \(name), \(attachment.type), \(attachment.size) bytes", .faint)"
    }
    if let flaws = message.flaws { head += "\n\("  this mail has \(flaws)", .caution)" }
    if let link = message.noReplyLink, message.direction == .in, !isShort {
      head += "\n\("  no reply needed: \(link)", .faint)"
    }
    return head
  }
}

extension Document {
  static func of(_ event: CaseEvent) -> Document {
    .object([
      "id": .int(Int(event.id)), "at": .instant(event.at), "agent": .text(event.agent), "act": .text(event.act.name),
      "detail": .text(event.act.detail),
    ])
  }
}

extension Act {
  /// What the act says beside its name.
  var detail: String {
    switch self {
    case .note(let text): text
    case .tag(let add, let remove): (add.map { "+" + $0 } + remove.map { "-" + $0 }).joined(separator: " ")
    case .assign(let agent): agent ?? "nobody"
    case .snooze(let until): until.map { "until \($0.rfc3339)" } ?? "woken"
    case .priority(let level): level.name
    case .merge(let target): "into #\(target)"
    case .link(let order): "to order \(order)"
    case .resolve(let resolution):
      [resolution.outcome, "cause \(resolution.cause)", resolution.cost.map { "cost \($0)" }, resolution.note]
        .compactMap { $0 }.joined(separator: ", ")
    case .reopen, .discardDraft: ""
    case .noReply(let reason): reason
    case .askRemoval(let ground, let reason): ground?.title ?? "without a ground: \(reason ?? "")"
    case .draft(let draft): draft.response ?? "own words"
    case .reply(_, let response, let edited, let override):
      (response ?? "own words") + (edited == true ? ", edited" : "")
        + (override.map { ", policy overridden: \($0)" } ?? "")
    }
  }
}
