import ArgumentParser
import ServiceDesk

struct Link: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Say which order a case is about.", discussion: discussion())
  static let examples = [
    Example("link 1 114-5550101-2220202", "case 1 is about that order"),
    Example("link . 501024781", "the case in focus"),
  ]

  @Argument(parsing: .allUnrecognized, help: "The case, then the order number.", completion: .values(.cases)) var words:
    [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let words = try words.texts()
    guard words.count == 2, !words[1].isEmpty, words[1].count <= 64 else {
      throw Complaint.usage("link needs a case and an order number", try: "link CASE ORDER")
    }
    let subject = try session.findCase(words[0])
    var decision = Decision()
    if subject.order == words[1] {
      decision.notices.append("#\(subject.id) is about order \(words[1]) already")
    } else {
      decision.record(.link(order: words[1]), on: subject)
    }
    return try session.apply(decision) { "#\($0.id) is about order \($0.order ?? "")" }
  }
}
