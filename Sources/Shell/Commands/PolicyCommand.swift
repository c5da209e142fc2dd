import ArgumentParser
import Foundation
import Mail
import ServiceDesk

struct PolicyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Hold a text against a marketplace's rules for messages to buyers.",
    discussion: discussion(
      """
      The check that every reply passes, alone, on any text: a file, standard input (-), --text, or the draft of the \
      case in focus. Of a mail, FILE.eml, the attachments are looked at too. Exit code 1 when a finding blocks. \
      A case tagged opted-out gets no message that its buyer has not asked for.
      --lines reads JSON lines {"id","profile","proactive","text"} and answers one line each with its findings.
      """))
  static let examples = [
    Example("policy --text \"Write to me at shop@example.com\" --profile amazon", "one text"),
    Example("policy reply.txt --profile ebay", "a file"), Example("policy --rules --profile amazon", "the rules"),
  ]

  @Argument(help: "A file, or - for standard input.", completion: .file()) var file: String?
  @Option(help: "The text itself.") var text: Word?
  @Option(help: "Whose rules: a profile, such as amazon.", completion: .values(.profiles)) var profile: String?
  @Flag(help: "The message is sent without the buyer having asked.") var proactive = false
  @Flag(help: "Read JSON lines, and answer with one line each.") var lines = false
  @Flag(help: "List the rules instead.") var rules = false

  func run(in session: inout Session) throws -> any Answer {
    if rules { return RulesAnswer(rules: try messageRules(session)) }
    if lines { return try PolicyLines(session: session).run(file ?? "-", profile: profile) }
    guard file == nil || text == nil else {
      throw Complaint.usage("a file and --text are two texts", try: "policy --text \"…\", or policy FILE")
    }
    if file == nil, text == nil { return try ofDraft(session) }
    var message = OutgoingText(text: text?.text ?? "", rules: try messageRules(session), isProactive: proactive)
    if let file { try PolicyFile.read(file, into: &message) }
    return PolicyAnswer(findings: PolicyCheck.findings(in: message), rules: message.rules)
  }

  private func messageRules(_ session: Session) throws -> MessageRules {
    try session.askedProfile(profile, for: "policy").messages
  }

  private func ofDraft(_ session: Session) throws -> any Answer {
    guard let subject = try session.focus.flatMap({ try session.desk.standing($0, at: session.now) }),
      let draft = try session.desk.draft(of: subject.id, at: session.now)
    else {
      throw Complaint.usage("policy needs a text", try: "policy FILE, policy - or policy --text \"…\"")
    }
    let findings = try session.policyFindings(
      in: draft.text, for: subject, isProactive: proactive || draft.isProactive ?? false)
    return PolicyAnswer(findings: findings, rules: try session.messageRules(of: subject))
  }
}

private struct PolicyAnswer: Answer {
  var findings: [Finding]
  var rules: MessageRules

  var exitCode: Int32 { findings.contains { $0.severity == .block } ? ExitStatus.failed : ExitStatus.done }
  var document: Document { .object(["findings": .list(findings.map(\.document))]) }

  func text(on page: Page) -> Rich {
    let head: Rich = "\(rules.title): \(PolicyCheck.count(for: rules)) rules, "
    guard !findings.isEmpty else { return head + "\("no finding", .good)" }
    let blocking = findings.count { $0.severity == .block }
    let counts = [
      blocking > 0 ? "\(blocking) blocking" : "",
      findings.count > blocking ? "\(findings.count - blocking) to mind" : "",
    ]
    let words = counts.filter { !$0.isEmpty }.joined(separator: ", ")
    return findings.reduce(head + Rich(words)) { $0 + "\n\($1.lines(on: page))" }
  }
}

private struct RulesAnswer: Answer {
  var rules: MessageRules

  private var all: [(rule: PolicyRule, severity: Finding.Severity)] {
    PolicyCheck.rules.compactMap { rule in rule.severities[rules].map { (rule, $0) } }
  }

  var document: Document {
    .object([
      "rules": .list(
        all.map {
          .object([
            "rule": .text($0.rule.id), "severity": .text($0.severity.rawValue),
            "proactiveOnly": .bool($0.rule.isForProactiveOnly), "why": .text($0.rule.why),
            "source": .text($0.rule.source),
          ])
        })
    ])
  }

  func text(on page: Page) -> Rich {
    var table = TextTable([.init("rule"), .init(""), .init("messages"), .init("what", flexible: true), .init("source")])
    for (rule, severity) in all {
      table.add([
        Rich(rule.id, .bold), Rich(severity.rawValue, severity == .block ? .alarm : .caution),
        Rich(rule.isForProactiveOnly ? "unasked" : "all"), Rich(rule.why), Rich(rule.source, .faint),
      ])
    }
    return table.text(width: page.width)
  }
}

/// A file to be checked: plain text, or a mail with what it carries.
private enum PolicyFile {
  static func read(_ path: String, into message: inout OutgoingText) throws {
    guard path.lowercased().hasSuffix(".eml") else {
      message.text = try InputFile.text(of: path, for: "policy")
      return
    }
    let content = try InputFile.bytes(of: path, for: "policy")
    guard let mail = content.withUnsafeBytes({ MailReader.read($0) }) else {
      throw Complaint("\(path) is no mail", try: "policy FILE.txt for plain text", exitCode: ExitStatus.rejected)
    }
    message.text = mail.text
    message.subject = mail.subject
    message.html = mail.html
    message.attachments = mail.attachments.map { .init(name: $0.name, type: $0.type, bytes: $0.size) }
  }
}

/// JSON lines in, JSON lines out.
private struct PolicyLines {
  private struct Line: Decodable {
    var id: JSONLines.Identifier?
    var profile: String?
    var proactive: Bool?
    var text: String
  }

  let session: Session

  func run(_ path: String, profile: String?) throws -> any Answer {
    var known: [String: MessageRules] = [:]
    return try JSONLines.answers(
      of: path, for: "policy", as: Line.self, needs: "id, profile, proactive and text",
      example: #"{"id":1,"profile":"amazon","proactive":false,"text":"…"}"#
    ) { line, place in
      guard let name = line.profile ?? profile else {
        throw Complaint.usage("\(place): no profile", try: "--profile amazon for all lines without one")
      }
      let rules = try known[name] ?? session.profiles.profile(named: name).messages
      known[name] = rules
      let findings = PolicyCheck.findings(
        in: OutgoingText(text: line.text, rules: rules, isProactive: line.proactive ?? false))
      return .object(["id": line.id?.document ?? .null, "findings": .list(findings.map(\.document))])
    }
  }
}
