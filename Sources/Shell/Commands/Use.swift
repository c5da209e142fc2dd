import ArgumentParser
import ServiceDesk

struct Use: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Take a case into focus: . then means it.", discussion: discussion())
  static let examples = [Example("use 1", "case 1"), Example("use", "none")]

  @Argument(parsing: .allUnrecognized, help: "Case or order number; none: no focus.", completion: .values(.cases))
  var reference: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    guard let word = try reference.texts().first else {
      session.focus = nil
      return Said("no case is in focus")
    }
    let subject = try session.findCase(word)
    session.focus = subject.id
    try session.look(at: subject)
    return try CasesChanged(cases: [subject], session: session) {
      "#\($0.id) in focus: \(TextGate.oneLine($0.buyer ?? "")) \(TextGate.oneLine($0.subject ?? ""))"
    }
  }
}
