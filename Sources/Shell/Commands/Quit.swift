import ArgumentParser

struct Quit: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "quit", abstract: "Leave the shell.", discussion: discussion(), aliases: ["exit"])
  static let examples = [Example("quit", "as Ctrl-D does"), Example("exit", "the same")]

  func run(in session: inout Session) throws -> any Answer {
    session.isOver = true
    return Said("")
  }
}
