import ArgumentParser
import ServiceDesk

struct Responses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responses", abstract: "The canned replies.",
    subcommands: [ResponsesList.self, ResponsesShow.self, ResponsesCheck.self, ResponsesFields.self],
    defaultSubcommand: ResponsesList.self)
}

struct ResponsesList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List canned replies; their numbers can be given to reply.",
    discussion: discussion("With a case in focus: those that fit it, in the buyer's language."))
  static let examples = [Example("responses list", "all"), Example("responses list --language de", "the German ones")]

  @Option(help: "In this language.") var language: String?

  func run(in session: inout Session) throws -> any Answer {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    var found = try session.fittingReplies(for: subject)
    if let language {
      guard try session.replies.languages().contains(language) else {
        throw Complaint.usage(
          "there are no replies in \(language)",
          try: "--language, one of \(try session.replies.languages().joined(separator: ", "))")
      }
      let all = try session.replies.all(language: language)
      found = (language, all.replies, all.bad)
    }
    session.listedReplies = found.replies.map(\.name)
    return ResponsesAnswer(
      language: found.language, replies: found.replies,
      notices: found.bad.map { "\($0.path), line \($0.fault.line): \($0.fault.reason)" })
  }
}

private struct ResponsesAnswer: Answer {
  var language: String
  var replies: [CannedReply]
  var notices: [String]

  var document: Document {
    .object([
      "language": .text(language),
      "responses": .list(
        replies.map {
          .object([
            "name": .text($0.name), "title": .text($0.title), "useWhen": .text($0.useWhen),
            "kinds": .texts($0.kinds.map(\.rawValue)),
            "marketplaces": .texts($0.marketplaces), "fields": .texts($0.fields.map(\.name)),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !replies.isEmpty else { return "no canned reply fits" }
    var table = TextTable([
      .init("", right: true), .init("name"), .init("title", flexible: true), .init("use when", flexible: true),
    ])
    for (index, reply) in replies.enumerated() {
      table.add([Rich("\(index + 1)"), Rich(reply.name, .bold), Rich(reply.title), Rich(reply.useWhen, .faint)])
    }
    return table.text(width: page.width)
  }
}

struct ResponsesShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a canned reply as it is written.", discussion: discussion())
  static let examples = [
    Example("responses show thanks", "in the language of the case in focus, else English"),
    Example("responses show thanks --language zh", "in Chinese"),
  ]

  @Argument(help: "Its name.", completion: .values(.responses)) var name: String
  @Option(help: "In this language.") var language: String?

  func run(in session: inout Session) throws -> any Answer {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    let languages = try language.map { [$0] } ?? session.replyLanguages(for: subject)
    guard let reply = try session.replies.reply(name, languages: languages) else {
      let near = Nearest.names(to: name, among: try session.replies.names())
      throw Complaint(
        "there is no canned reply \(name)", try: near.isEmpty ? "responses list" : near.joined(separator: ", "))
    }
    return ResponseAnswer(reply: reply)
  }
}

private struct ResponseAnswer: Answer {
  var reply: CannedReply

  var document: Document {
    .object([
      "name": .text(reply.name), "language": .text(reply.language), "title": .text(reply.title),
      "useWhen": .text(reply.useWhen),
      "template": .text(reply.template),
      "fields": .list(
        reply.fields.map {
          .object(["name": .text($0.name), "prompt": .optional($0.prompt), "fallback": .optional($0.fallback)])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich = "\(reply.name, .bold)  \(reply.language)  \(reply.title)"
    output += "\n\(page.wrapped(reply.useWhen).joined(separator: "\n"), .faint)"
    for field in reply.fields {
      output +=
        "\n\("field \(field.name)", .accent)  \(field.prompt ?? "")\(field.fallback.map { " (else: \($0))" } ?? "")"
    }
    return output + "\n\n\(page.wrapped(reply.template).joined(separator: "\n"))"
  }
}

struct ResponsesCheck: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every canned reply for faults.", discussion: discussion())
  static let examples = [
    Example("responses check", "all languages"), Example("responses check --json", "the same, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    var faults: [ReplyLibrary.BadFile] = []
    var count = 0
    let folder = try session.replies.folder()
    for language in try session.replies.languages() {
      let all = try session.replies.all(language: language)
      faults += all.bad
      count += all.replies.count + all.bad.count
      for reply in all.replies {
        do { try reply.check() } catch {
          faults.append(.init(path: "\(folder)/\(language)/\(reply.name).mustache", fault: error))
        }
        if let resolution = reply.afterwards.resolution {
          faults += try unknownWords(resolution, reply, folder, session)
        }
      }
    }
    return CheckedAnswer(count: count, faults: faults)
  }

  private func unknownWords(_ resolution: Resolution, _ reply: CannedReply, _ folder: String, _ session: Session) throws
    -> [ReplyLibrary.BadFile]
  {
    var words: [String] = []
    if !(try session.configuration.outcomes().contains(resolution.outcome)) {
      words.append("outcome \(resolution.outcome)")
    }
    if resolution.cause != Resolution.unknownCause, !(try session.configuration.causes().contains(resolution.cause)) {
      words.append("cause \(resolution.cause)")
    }
    return words.map {
      .init(
        path: "\(folder)/\(reply.language)/\(reply.name).mustache",
        fault: ReplyFault(line: 0, reason: "unknown \($0)", remedy: "see help resolve"))
    }
  }
}

private struct CheckedAnswer: Answer {
  var count: Int
  var faults: [ReplyLibrary.BadFile]

  var exitCode: Int32 { faults.isEmpty ? ExitStatus.done : ExitStatus.failed }

  var document: Document {
    .object([
      "checked": .int(count),
      "faults": .list(
        faults.map {
          .object([
            "file": .text($0.path), "line": .int($0.fault.line), "reason": .text($0.fault.reason),
            "remedy": .text($0.fault.remedy),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !faults.isEmpty else { return "\(count) canned replies, no fault" }
    var output: Rich = "\(count) canned replies, \("\(faults.count) with faults", .alarm)"
    for fault in faults {
      output += "\n\(fault.path), line \(fault.fault.line): \(fault.fault.reason)\n  try: \(fault.fault.remedy)"
    }
    return output
  }
}

struct ResponsesFields: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "List what canned replies may fill in by themselves.", discussion: discussion())
  static let examples = [
    Example("responses fields", "every variable"), Example("responses fields --format markdown", "as a table to paste"),
  ]

  func run(in session: inout Session) throws -> any Answer { FieldsAnswer() }
}

private struct FieldsAnswer: Answer {
  var document: Document {
    .object([
      "fields": .list(CannedReply.variables.map { .object(["name": .text($0.name), "meaning": .text($0.meaning)]) })
    ])
  }

  func text(on page: Page) -> Rich {
    var table = TextTable([.init("field"), .init("meaning", flexible: true)])
    for (name, meaning) in CannedReply.variables { table.add([Rich("{{\(name)}}", .accent), Rich(meaning)]) }
    return table.text(width: page.width)
  }
}
