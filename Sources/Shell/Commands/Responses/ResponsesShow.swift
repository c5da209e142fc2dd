import ArgumentParser
import ServiceDesk

struct ResponsesShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a canned reply as it is written, or filled for a case.",
    discussion: discussion())
  static let examples = [
    Example("responses show thanks", "in the language of the case in focus, else English"),
    Example("responses show thanks --language zh", "in Chinese"),
    Example("responses show where-is-my-order --case 1", "as case 1 would get it; nothing is kept"),
  ]

  @Argument(help: "Its name, or its number in the last list.", completion: .values(.responses)) var name: String
  @Option(help: "In this language.") var language: String?
  @Option(name: .customLong("case"), help: "Fill it with what this case knows.", completion: .values(.cases))
  var reference: String?

  func run(in session: inout Session) throws -> any Answer {
    let subject =
      try reference.map { try session.findCase($0) }
      ?? session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    let reply = try find(for: subject, session)
    guard reference != nil, let subject else { return ResponseAnswer(reply: reply) }
    let rendered = try reply.render(
      with: session.replyValues(of: subject),
      form: session.buyersForm(language: reply.language, account: session.account(of: subject)),
      snippets: session.replies.snippets(language: reply.language))
    var draft = Draft(text: rendered.text, response: reply.name, seen: nil)
    draft.afterwards = reply.afterwards.isEmpty ? nil : reply.afterwards
    return ReplyPreview(
      subject: subject, draft: draft, mailSubject: session.replySubject(of: subject), language: reply.language,
      missing: rendered.missing,
      findings: try session.policyFindings(in: rendered.text, for: subject, isProactive: reply.isProactive),
      rules: try session.messageRules(of: subject), isKept: false, notices: [])
  }

  private func find(for subject: Case?, _ session: Session) throws -> CannedReply {
    guard let language else { return try CannedReplyFinder(session: session, subject: subject).find(name) }
    if let reply = try session.replies.reply(name, languages: [session.checkedLanguage(language)]) { return reply }
    let near = Nearest.names(to: name, among: try session.replies.names(language: language))
    throw Complaint.usage(
      "there is no canned reply \(name) in \(language)",
      try: near.isEmpty ? "responses list --language \(language)" : near.joined(separator: ", "))
  }
}

private struct ResponseAnswer: Answer {
  var reply: CannedReply

  var document: Document {
    .object([
      "name": .text(reply.name), "language": .text(reply.language), "title": .text(reply.title),
      "useWhen": .text(reply.useWhen), "template": .text(reply.template),
      "fields": .list(
        reply.fields.map {
          .object([
            "name": .text($0.name), "prompt": .optional($0.prompt), "fallback": .optional($0.fallback),
            "kind": .text($0.kind.rawValue), "required": .bool($0.isRequired),
          ])
        }), "buyersSay": .texts(reply.buyersSay), "after": .texts(reply.afterwards.words),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich = "\(reply.name, .bold)  \(reply.language)  \(reply.title)"
    output += "\n\(page.wrapped(reply.useWhen).joined(separator: "\n"), .faint)"
    for field in reply.fields {
      let notes = [field.prompt, field.fallback.map { "else: \($0)" }, field.isRequired ? "required" : nil]
      output += "\n\("field \(field.name)", .accent)  \(notes.compactMap(\.self).joined(separator: " · "))"
    }
    if !reply.afterwards.isEmpty {
      output += "\n\("then", .accent)  \(reply.afterwards.words.joined(separator: " · "))"
    }
    return output + "\n\n\(page.wrapped(reply.template).joined(separator: "\n"))"
  }
}
