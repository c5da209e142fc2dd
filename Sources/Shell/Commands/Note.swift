import ArgumentParser
import ServiceDesk

struct Note: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note on a case; buyers never see it.", discussion: discussion())
  static let examples = [
    Example("note 1 asked the carrier", "a note on case 1"),
    Example("note . \"call back; Tuesday\"", "one on the case in focus"),
  ]

  @Argument(parsing: .allUnrecognized, help: "The case, then the note.", completion: .values(.cases)) var words:
    [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let words = try words.texts()
    guard words.count >= 2 else {
      throw Complaint.usage("note needs a case and a text", try: "note CASE asked the carrier")
    }
    let subject = try session.findCase(words[0])
    var decision = Decision()
    decision.record(.note(text: words.dropFirst().joined(separator: " ")), on: subject)
    return try session.apply(decision) { "#\($0.id) noted" }
  }
}
