import ArgumentParser
import ServiceDesk

struct ResponsesList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List canned replies; their numbers can be given to reply.",
    discussion: discussion(
      "With a case in focus: those that fit it, each in the buyer's language or the next best in which it is written."))
  static let examples = [
    Example("responses list", "all"), Example("responses late", "those about what is late"),
    Example("responses list --language de", "the German ones"),
  ]

  @Argument(help: "Words of their names, titles or uses.", completion: .values(.responses)) var words: [String] = []
  @Option(help: "In this language.") var language: String?

  func run(in session: inout Session) throws -> any Answer {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    var found = try session.fittingReplies(for: subject)
    if let language = try language.map({ try session.checkedLanguage($0) }) {
      let all = try session.replies.all(languages: [language])
      found = (language, all.replies, all.bad)
    }
    let wanted = words.map { $0.lowercased() }
    found.replies = found.replies.filter { reply in
      let text = "\(reply.name) \(reply.title) \(reply.useWhen)".lowercased()
      return wanted.allSatisfy(text.contains)
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
            "name": .text($0.name), "language": .text($0.language), "title": .text($0.title),
            "useWhen": .text($0.useWhen), "kinds": .texts($0.kinds.map(\.rawValue)),
            "marketplaces": .texts($0.marketplaces), "orders": .texts($0.orders.map(\.rawValue)),
            "fields": .texts($0.fields.map(\.name)),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !replies.isEmpty else { return "no canned reply fits" }
    let isMixed = replies.contains { $0.language != language }
    var table = TextTable([
      .init("", right: true), .init("name"), .init(isMixed ? "in" : ""), .init("title", flexible: true),
      .init("use when", flexible: true),
    ])
    for (index, reply) in replies.enumerated() {
      table.add([
        Rich("\(index + 1)"), Rich(reply.name, .bold), Rich(isMixed ? reply.language : ""), Rich(reply.title),
        Rich(reply.useWhen, .faint),
      ])
    }
    return table.text(width: page.width)
  }
}
