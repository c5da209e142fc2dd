import ArgumentParser
import Foundation
import ServiceDesk

struct ResponsesNew: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a canned reply of your own.",
    discussion: discussion(
      "Opens $EDITOR, or takes a file with --from. It is checked before it is saved; what is wrong is said with its line."
    ))
  static let examples = [Example("responses new gift-wrap --from gift-wrap.mustache", "out of a file")]

  @Argument(help: "Its name: letters, digits, hyphens.") var name: String
  @Option(help: "The language it is written in.") var language = "en"
  @Option(help: "Take it from this file; - is standard input.", completion: .file()) var from: String?
  @Option(help: "Begin with the text of this canned reply.", completion: .values(.responses)) var like: String?

  func run(in session: inout Session) throws -> any Answer {
    let writer = try ResponseWriter(name: name, language: language, session: session)
    if let path = try session.replies.path(of: name, language: language) {
      throw Complaint("there is a canned reply \(name) in \(language) already: \(path)", try: "responses edit \(name)")
    }
    return try writer.write(from: from, start: try like.map { try text(of: $0, session) } ?? Self.blank)
  }

  private func text(of other: String, _ session: Session) throws -> String {
    guard let path = try session.replies.path(of: other, language: language),
      let data = FileManager.default.contents(atPath: path)
    else {
      throw Complaint.usage(
        "there is no canned reply \(other) in \(language)", try: "responses list --language \(language)")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static let blank = """
    ---
    title:
    use-when:
    kinds: [message]
    marketplaces: []
    buyers-say:
      -
    fields: {}
    after:
      tags: []
    ---
    {{> greeting}}



    {{> signature}}

    """
}

struct ResponsesEdit: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a canned reply.",
    discussion: discussion(
      "A shipped reply is not touched: your version is kept beside your configuration and goes before it."))
  static let examples = [Example("responses edit thanks --from thanks.mustache", "out of a file")]

  @Argument(help: "Its name.", completion: .values(.responses)) var name: String
  @Option(help: "The language it is written in.") var language: String?
  @Option(help: "Take it from this file; - is standard input.", completion: .file()) var from: String?

  func run(in session: inout Session) throws -> any Answer {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    let languages = try language.map { [try session.checkedLanguage($0)] } ?? session.replyLanguages(for: subject)
    guard let found = try languages.first(where: { try session.replies.path(of: name, language: $0) != nil }),
      let path = try session.replies.path(of: name, language: found),
      let data = FileManager.default.contents(atPath: path)
    else {
      let near = Nearest.names(to: name, among: try session.replies.names())
      throw Complaint.usage(
        "there is no canned reply \(name)", try: near.isEmpty ? "responses new \(name)" : near.joined(separator: ", "))
    }
    return try ResponseWriter(name: name, language: found, session: session)
      .write(from: from, start: String(decoding: data, as: UTF8.self))
  }
}
