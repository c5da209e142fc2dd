import DeskStore
import Foundation
import ServiceDesk

/// Writes a reply: out of canned ones, the agent's words, a draft or the editor.
struct ReplyComposer {
  let subject: Case
  let session: Session
  private(set) var draft: Draft
  private(set) var missing: [String] = []
  /// Of the canned reply; nil for one's own words.
  private(set) var language: String?
  /// What the sender should know of how it was written.
  private(set) var notices: [String] = []

  init(subject: Case, seen: Int64?, session: Session) {
    self.subject = subject
    self.session = session
    draft = Draft(text: "", response: nil, seen: seen)
  }

  mutating func write(names: [String], text: String?, values: [String: String], openEditor: Bool) throws {
    if !names.isEmpty { try fill(names, values: values) }
    if let text { draft.text = draft.text.isEmpty ? text : draft.text + "\n\n" + text }
    if names.isEmpty, text == nil, let kept = try session.desk.draft(of: subject.id, at: session.now) {
      let seen = draft.seen
      draft = kept
      draft.seen = seen ?? kept.seen
    }
    if draft.text.isEmpty || openEditor {
      guard let person = session.person else {
        throw Complaint.usage(
          "reply needs a canned reply or --text, as there is no terminal to write at", try: "responses list")
      }
      try edit(person)
    }
    guard draft.text.contains(where: { !$0.isWhitespace }) else { throw Self.emptyText(subject) }
  }

  static func emptyText(_ subject: Case) -> Complaint {
    Complaint(
      "there is no text; nothing was sent", try: "reply \(subject.id) --text \"…\"", exitCode: ExitStatus.cancelled)
  }

  /// Only sends: tags, snooze and resolution of the canned reply are left out.
  mutating func dropAfterwards() { draft.afterwards = nil }

  // MARK: - Canned replies

  private mutating func fill(_ names: [String], values: [String: String]) throws {
    let replies = try CannedReplyFinder(session: session, subject: subject).findAll(names)
    let language = replies[0].language
    let snippets = try session.replies.snippets(language: language)
    let fields = try replies.map { try fieldsOf($0) }
    let all = fields.flatMap(\.self)
    for name in values.keys.sorted()
    where !all.contains(where: { $0.name == name }) && !CannedReply.variables.contains(where: { $0.name == name }) {
      throw Complaint.usage("\(names.joined(separator: " ")) has no field \(name)", try: "responses show \(names[0])")
    }
    func typed(_ name: String, _ text: String) -> ReplyValue {
      ReplyValue(typed: text, as: all.first { $0.name == name }?.kind ?? .text)
    }
    var known = try session.replyValues(of: subject)
    for (name, text) in values {
      if let field = all.first(where: { $0.name == name }), let reason = field.fault(of: text) {
        throw Complaint.usage("--set \(name)=\(text): \(reason)", try: "--set \(name)=\(field.kind.example)")
      }
      known[name] = typed(name, text)
    }
    var rendered = try render(replies, known, snippets)
    if let person = session.person, session.options.format == .text, !rendered.missing.isEmpty {
      for field in rendered.missing {
        let prompt = all.first { $0.name == field }?.prompt ?? field
        known[field] = typed(field, try answer(to: prompt, all.first { $0.name == field }, person))
      }
      rendered = try render(replies, known, snippets)
    }
    draft.text = rendered.text
    draft.filled = rendered.text
    draft.response = replies[0].name
    draft.isProactive = replies.contains(where: \.isProactive) ? true : nil
    let after = replies.map(\.afterwards).reduce(CannedReply.Afterwards()) { $0.followed(by: $1) }
    draft.afterwards = after.isEmpty ? nil : after
    missing = rendered.missing
    self.language = language
    try noteLanguage(replies)
    try noteOrder(replies)
  }

  /// Asks until the answer can be what the field is for.
  private func answer(to prompt: String, _ field: CannedReply.Field?, _ person: any Person) throws -> String {
    while let value = person.line("\(prompt) ") {
      guard let field, let reason = field.fault(of: value) else { return value }
      person.show("\(reason), such as \(field.kind.example)\n")
    }
    throw Complaint("nothing was written", exitCode: ExitStatus.cancelled)
  }

  /// Says so where a reply is for another state of the order.
  private mutating func noteOrder(_ replies: [CannedReply]) throws {
    let order = try session.order(of: subject)?.situation(at: session.now) ?? .none
    for reply in replies where order != .none && !reply.orders.isEmpty && !reply.orders.contains(order) {
      let fitting = reply.orders.map(\.rawValue).joined(separator: ", ")
      notices.append("\(reply.name) is for orders that are \(fitting); this one: \(order.words)")
    }
  }

  private func fieldsOf(_ reply: CannedReply) throws -> [CannedReply.Field] {
    do { return try reply.check(session.replies.snippets(language: reply.language)) } catch let fault as ReplyFault {
      throw complaint(fault, reply)
    }
  }

  /// Several replies make one letter: the first greets, the last signs.
  private func render(
    _ replies: [CannedReply], _ values: [String: ReplyValue], _ snippets: Snippets
  ) throws -> RenderedReply {
    let account = try session.account(of: subject)
    var whole = RenderedReply(text: "", missing: [])
    for (index, reply) in replies.enumerated() {
      let place = Snippets.Place(isFirst: index == 0, isLast: index == replies.count - 1)
      do {
        let part = try reply.render(
          with: values, form: session.buyersForm(language: reply.language, account: account),
          snippets: try session.replies.snippets(language: reply.language), place: place)
        whole.text += (whole.text.isEmpty ? "" : "\n\n") + part.text
        whole.missing += part.missing.filter { !whole.missing.contains($0) }
      } catch let fault as ReplyFault { throw complaint(fault, reply) }
    }
    return whole
  }

  private func complaint(_ fault: ReplyFault, _ reply: CannedReply) -> Complaint {
    Complaint(
      "canned reply \(reply.language)/\(reply.name), line \(fault.line): \(fault.reason)", try: fault.remedy)
  }

  /// Says so where the buyer is not answered in the buyer's own language.
  private mutating func noteLanguage(_ replies: [CannedReply]) throws {
    for reply in replies {
      guard let wanted = subject.language, reply.language != wanted else { continue }
      let chain = try session.replyLanguages(for: subject)
      let tried = chain.prefix { $0 != reply.language } + [reply.language]
      notices.append(
        "the buyer writes \(wanted); \(reply.name) is there in \(reply.language) (looked for: "
          + "\(tried.joined(separator: ", ")))")
    }
  }

  // MARK: - The editor

  private mutating func edit(_ person: any Person) throws {
    let form = session.buyersForm(language: language ?? "en", account: try session.account(of: subject))
    let known = try session.replyValues(of: subject)
    let facts = CannedReply.variables.map(\.name).filter { $0 != "buyer" && $0 != "order" && $0 != "buyer.first" }
      .compactMap { name in known[name].map { "\(name)  \(form.written($0))" } }
    let page = EditorPage(
      subject: subject, file: try session.desk.file(subject.id, at: session.now), facts: facts)
    guard let edited = try person.edit(page.text(of: draft.text), named: "reply-\(subject.id)") else {
      throw Complaint("the editor failed; nothing was changed", try: "export EDITOR=…", exitCode: ExitStatus.failed)
    }
    draft.text = EditorPage.reply(in: edited)
    missing = missing.filter { draft.text.contains("‹\($0)?›") }
  }

  // MARK: - What may leave

  func findings() throws -> [Finding] {
    try session.policyFindings(in: draft.text, for: subject, isProactive: draft.isProactive ?? false)
  }

  var missingFault: Complaint? {
    guard !missing.isEmpty else { return nil }
    let reply = draft.response ?? "the reply"
    return Complaint(
      "\(reply) needs \(missing.joined(separator: ", ")), and there is nobody to ask",
      try: "reply \(subject.id) \(reply) " + missing.map { "--set \($0)=…" }.joined(separator: " "),
      exitCode: ExitStatus.usage)
  }

  /// Why the text must not leave as it is. What is unfilled never does; what the check finds only with a reason.
  func fault(override: String?) throws -> Complaint? {
    if let missingFault { return missingFault }
    return override == nil ? try findings().fault : nil
  }

  // MARK: - Showing and asking

  func preview(isKept: Bool) throws -> ReplyPreview {
    ReplyPreview(
      subject: subject, draft: draft, mailSubject: session.replySubject(of: subject), language: language,
      missing: missing, findings: try findings(), rules: try session.messageRules(of: subject), isKept: isKept,
      notices: notices)
  }

  /// Shows the text and does what the agent says: send it, change it, keep it, or leave it.
  mutating func ask(_ session: inout Session) throws -> any Answer {
    guard let person = session.person else { return try preview(isKept: false) }
    while true {
      let shown = try preview(isKept: false)
      let page = Page(width: session.environment.width(), now: session.now)
      person.show(shown.text(on: page) + shown.notices.reduce(Rich("")) { $0 + "\n\($1, .caution)" } + "\n")
      switch person.choose(question(shown), keys: keys(shown)) {
      case "y": return try session.send(draft, of: subject)
      case "s":
        draft.afterwards = nil
        return try session.send(draft, of: subject)
      case "o":
        guard let reason = person.line("why all the same? "), reason.contains(where: { !$0.isWhitespace }) else {
          continue
        }
        return try session.send(draft, of: subject, override: reason)
      case "e":
        try edit(person)
        guard draft.text.contains(where: { !$0.isWhitespace }) else { throw Self.emptyText(subject) }
      case "d":
        try session.keep(draft, of: subject)
        return Said("kept as a draft; send \(subject.id) sends it")
      case "n": throw Complaint("nothing was sent", exitCode: ExitStatus.cancelled)
      default:
        // Broken off: what was written is never lost.
        try session.keep(draft, of: subject)
        throw Complaint(
          "nothing was sent; the text is kept as a draft", try: "send \(subject.id)", exitCode: ExitStatus.cancelled)
      }
    }
  }

  private func keys(_ shown: ReplyPreview) -> [Character] {
    if !missing.isEmpty { return ["e", "d", "n"] }
    if shown.findings.fault != nil { return ["e", "o", "d", "n"] }
    return draft.afterwards == nil ? ["y", "e", "d", "n"] : ["y", "s", "e", "d", "n"]
  }

  private func question(_ shown: ReplyPreview) -> Rich {
    if !missing.isEmpty {
      return "can't be sent: \("\(missing.joined(separator: ", ")) unknown", .alarm)\n[e]dit [d]raft [n]o "
    }
    if shown.findings.fault != nil { return "must not be sent as it is: [e]dit [o]verride with a reason [d]raft [n]o " }
    return draft.afterwards == nil ? "send? [y]es [e]dit [d]raft [n]o " : "send? [y]es [s]end only [e]dit [d]raft [n]o "
  }
}
