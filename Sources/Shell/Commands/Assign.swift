import ArgumentParser
import ServiceDesk

struct Assign: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give cases to an agent.",
    discussion: discussion("me is yourself, nobody takes the assignment back."))
  static let examples = [Example("assign 1 me", "take case 1"), Example("assign 1 2 nobody", "give both back")]

  @Argument(
    parsing: .allUnrecognized, help: "Cases, then the agent's name, me or nobody.", completion: .values(.agents))
  var words: [Word] = []
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    var words = try words.texts()
    guard let name = words.popLast(), Int64(name) == nil, name != "." else {
      throw Complaint.usage("assign needs an agent's name", try: "assign CASE me")
    }
    let agent: String? =
      switch name.lowercased() {
      case "me": session.agent
      case "nobody", "none": nil
      default: name
      }
    let subjects = try session.findCases(words)
    try session.confirm(subjects, to: "assign", yes: yes)
    return try session.apply(.assigning(subjects, to: agent)) {
      "#\($0.id) \($0.assignee.map { "is \($0)'s" } ?? "is nobody's")"
    }
  }
}
