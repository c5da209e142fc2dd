import ArgumentParser
import ServiceDesk

struct Prioritize: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "priority", abstract: "Say how important cases are: low, normal, high or urgent.",
    discussion: discussion())
  static let examples = [
    Example("priority 1 high", "case 1 before others"), Example("priority . normal", "as all others"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Cases, then low, normal, high or urgent.", completion: .values(.priorities))
  var words: [Word] = []
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    var words = try words.texts()
    guard let name = words.popLast(), let level = Priority(name: name) else {
      throw Complaint.usage("priority needs a level", try: "priority CASE high (low, normal, high, urgent)")
    }
    let subjects = try session.findCases(words)
    try session.confirm(subjects, to: "prioritize", yes: yes)
    return try session.apply(.prioritizing(subjects, as: level)) { "#\($0.id) has priority \($0.priority.name)" }
  }
}
