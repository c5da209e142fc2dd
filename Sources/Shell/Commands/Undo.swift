import ArgumentParser
import ServiceDesk

struct Undo: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last command.",
    discussion: discussion(
      "Whole commands at a time, as often as you like. A reply that was handed over can't be taken back."))
  static let examples = [Example("undo", "the last command"), Example("undo --json", "the same, for a script")]

  func run(in session: inout Session) throws -> any Answer {
    let undone = try session.desk.undo(agent: session.agent, at: session.now)
    try session.remindOfPlans()
    return try CasesChanged(cases: undone.cases, session: session, notices: ["undone: \(undone.words)"]) {
      "#\($0.id) is \($0.state.rawValue)"
    }
  }
}
