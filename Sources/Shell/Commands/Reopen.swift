import ArgumentParser
import ServiceDesk

struct Reopen: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open cases again; takes back a no-reply too.", discussion: discussion())
  static let examples = [
    Example("reopen 1", "case 1"), Example("reopen state:resolved kind:message --yes", "all resolved messages"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Cases.", completion: .values(.cases)) var words: [Word] = []
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let subjects = try session.findCases(words.texts())
    try session.confirm(subjects, to: "reopen", yes: yes)
    return try session.apply(.reopening(subjects)) { "#\($0.id) is open again" }
  }
}
