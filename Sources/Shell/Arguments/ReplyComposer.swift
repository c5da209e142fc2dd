import DeskStore
import Foundation
import ServiceDesk

/// Writes a reply: out of a canned one, the agent's words, a draft or the editor.
struct ReplyComposer {
  let subject: Case
  let seen: Int64?
  let session: Session
  private(set) var draft: Draft
  private(set) var missing: [String] = []
  private(set) var afterwards = CannedReply.Afterwards()
  private var language: String?

  init(subject: Case, seen: Int64?, session: Session) {
    self.subject = subject
    self.seen = seen
    self.session = session
    draft = Draft(text: "", response: nil, seen: seen)
  }

  mutating func write(name: String?, text: String?, values: [String: String], openEditor: Bool, isSending: Bool) throws
  {
    if let name { try fill(name, values: values) }
    if let text { draft.text = draft.text.isEmpty ? text : draft.text + "\n\n" + text }
    if name == nil, text == nil, let kept = try session.desk.draft(of: subject.id, at: session.now) { draft = kept }
    let mustWrite = draft.text.isEmpty || openEditor
    if mustWrite {
      guard let person = session.person else {
        throw Complaint.usage(
          "reply needs a canned reply or --text, as there is no terminal to write at", try: "responses list")
      }
      try edit(person)
    }
    guard draft.text.contains(where: { !$0.isWhitespace }) else {
      throw Complaint(
        "there is no text; nothing was sent", try: "reply \(subject.id) --text \"…\"", exitCode: ExitStatus.cancelled)
    }
  }

  // MARK: - Canned replies

  private mutating func fill(_ name: String, values: [String: String]) throws {
    let reply = try find(name)
    var known = try session.replyValues(of: subject).merging(values) { _, said in said }
    for name in values.keys
    where reply.field(name) == nil && !CannedReply.variables.contains(where: { $0.name == name }) {
      throw Complaint.usage("\(reply.name) has no field \(name)", try: "responses show \(reply.name)")
    }
    var rendered = try render(reply, known)
    if let person = session.person, session.options.format == .text {
      for field in rendered.missing {
        let prompt = reply.field(field)?.prompt ?? field
        guard let value = person.line("\(prompt) ") else {
          throw Complaint("nothing was written", exitCode: ExitStatus.cancelled)
        }
        known[field] = value
      }
      if !rendered.missing.isEmpty { rendered = try render(reply, known) }
    }
    draft.text = rendered.text
    draft.response = reply.name
    missing = rendered.missing
    afterwards = reply.afterwards
    language = reply.language
  }

  private func render(_ reply: CannedReply, _ values: [String: String]) throws -> RenderedReply {
    do { return try reply.render(with: values) } catch {
      throw Complaint(
        "canned reply \(reply.language)/\(reply.name), line \(error.line): \(error.reason)", try: error.remedy)
    }
  }

  private func find(_ name: String) throws -> CannedReply {
    var name = name
    if let number = Int(name) {
      let listed =
        session.listedReplies.isEmpty
        ? try session.fittingReplies(for: subject).replies.map(\.name) : session.listedReplies
      guard listed.indices.contains(number - 1) else {
        throw Complaint.usage("there is no reply \(number) in the list", try: "responses list")
      }
      name = listed[number - 1]
    }
    let languages = try session.replyLanguages(for: subject)
    if let reply = try session.replies.reply(name, languages: languages) { return reply }
    let names = try session.replies.names()
    let fitting = names.filter { $0.hasPrefix(name) }
    if fitting.count == 1, let reply = try session.replies.reply(fitting[0], languages: languages) { return reply }
    let near = Nearest.names(to: name, among: names)
    throw Complaint.usage(
      "there is no canned reply \(name)", try: near.isEmpty ? "responses list" : near.joined(separator: ", "))
  }

  // MARK: - The editor

  private mutating func edit(_ person: any Person) throws {
    let file = try session.desk.file(subject.id, at: session.now)
    let said = file?.messages.last { $0.direction == .in }?.text ?? ""
    let comment =
      "# Lines that begin with # are not sent. An empty text sends nothing.\n"
      + "# #\(subject.id) \(TextGate.oneLine(subject.buyer ?? "")) \(subject.order.map { "order \(TextGate.oneLine($0))" } ?? "")\n"
      + TextGate.clean(said).split(separator: "\n", omittingEmptySubsequences: false).prefix(200).map { "# > \($0)\n" }
      .joined()
    guard let edited = try person.edit(draft.text + "\n\n" + comment, named: "reply-\(subject.id)") else {
      throw Complaint("the editor failed; nothing was changed", try: "export EDITOR=…", exitCode: ExitStatus.failed)
    }
    draft.text = edited.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
      .joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    missing = missing.filter { draft.text.contains("‹\($0)?›") }
  }

  // MARK: - What may leave

  var findings: [Finding] { PolicyCheck.findings(in: OutgoingText(text: draft.text, order: subject.order)) }

  var missingFault: Complaint? {
    guard !missing.isEmpty else { return nil }
    let reply = draft.response ?? "the reply"
    return Complaint(
      "\(reply) needs \(missing.joined(separator: ", ")), and there is nobody to ask",
      try: "reply \(subject.id) \(reply) " + missing.map { "--set \($0)=…" }.joined(separator: " "),
      exitCode: ExitStatus.usage)
  }

  /// Why the text must not leave as it is.
  func fault() -> Complaint? { missingFault ?? Self.fault(of: findings) }

  static func fault(of findings: [Finding]) -> Complaint? {
    let blocking = findings.filter { $0.severity == .block }
    guard let first = blocking.first else { return nil }
    let others = blocking.count > 1 ? " (and \(blocking.count - 1) more)" : ""
    return Complaint(
      "\(first.rule): \(first.why): \(TextGate.oneLine(first.words))\(others); nothing was sent",
      try: "--edit to change the text")
  }

  // MARK: - Showing and asking

  func answer(isKept: Bool) -> PreviewAnswer {
    PreviewAnswer(
      subject: subject, draft: draft, mailSubject: session.replySubject(of: subject), missing: missing,
      findings: findings, isKept: isKept)
  }

  /// Shows the text and does what the agent says: send it, change it, keep it, or leave it.
  mutating func ask(_ session: inout Session) throws -> any Answer {
    guard let person = session.person else { return answer(isKept: false) }
    while true {
      let shown = answer(isKept: false)
      person.show(shown.text(on: Page(width: session.environment.width(), now: session.now)) + "\n")
      let blocked = fault()
      let question: Rich =
        blocked == nil
        ? "send? [y]es [e]dit [d]raft [n]o " : "can't be sent: \(blocked?.what ?? "", .alarm)\n[e]dit [d]raft [n]o "
      switch person.choose(question, keys: blocked == nil ? ["y", "e", "d", "n"] : ["e", "d", "n"]) {
      case "y": return try session.send(draft, of: subject, fault: nil, after: afterwards)
      case "e": try edit(person)
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
}

/// A reply that has not been sent.
struct PreviewAnswer: Answer {
  var subject: Case
  var draft: Draft
  var mailSubject: String
  var missing: [String]
  var findings: [Finding]
  var isKept: Bool

  var document: Document {
    .object([
      "case": .int(Int(subject.id)), "response": .optional(draft.response), "subject": .text(mailSubject),
      "text": .text(draft.text), "missing": .texts(missing),
      "findings": .list(
        findings.map {
          .object([
            "rule": .text($0.rule), "severity": .text($0.severity.rawValue), "words": .text($0.words),
            "why": .text($0.why),
            "source": .text($0.source),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich =
      "\("to #\(subject.id) \(TextGate.oneLine(subject.buyer ?? ""))", .bold)  \(TextGate.oneLine(mailSubject), .faint)"
    output += "\n\(page.wrapped(draft.text).joined(separator: "\n"))"
    for finding in findings {
      output += "\n\("\(finding.rule)", .alarm) \(finding.why): \(TextGate.oneLine(finding.words))"
    }
    if isKept { output += "\n\("kept as a draft; send \(subject.id) sends it", .faint)" }
    return output
  }
}
