import ArgumentParser
import ServiceDesk

struct Next: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Take the most urgent case into focus and show it.",
    discussion: discussion("The case already in focus is passed over."),
    aliases: ["n"])
  static let examples = [
    Example("next", "the most urgent open case"),
    Example("next kind:message language:de", "the most urgent German message"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Filter terms to choose among.", completion: .values(.filters))
  var filter: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let filter = try CaseFilter(words: filter.texts()).within(session.options.account)
    let cases = try session.desk.queue(filter, at: session.now, limit: 2).cases
    guard let subject = cases.first(where: { $0.id != session.focus }) ?? cases.first else {
      return Said("nothing is open: the queue is empty", document: .object(["cases": .list([]), "notices": .list([])]))
    }
    session.focus = subject.id
    return try NextAnswer(subject: subject, session: &session)
  }
}

/// A case with the reasons for its place.
private struct NextAnswer: Answer {
  let file: CaseAnswer
  let urgency: Urgency

  init(subject: Case, session: inout Session) throws {
    file = try session.show(subject, isShort: true)
    urgency = Urgency(of: subject, at: session.now)
  }

  var document: Document { file.document }

  func text(on page: Page) -> Rich {
    let reasons = urgency.terms.map { "\($0.name) (\($0.points))" }.joined(separator: " · ")
    let why = reasons.isEmpty ? "nothing presses" : reasons
    return file.text(on: page) + "\n\n\("why first:", .faint) \(why)"
  }
}

extension Urgency.Term {
  /// "+6.2"
  var points: String { "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)" }
}
