import ArgumentParser
import ServiceDesk

struct Next: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Take the most urgent case into focus and show it.",
    discussion: discussion(
      "The case already in focus is passed over. --walk goes through all of them, one key each, and where it was broken off."
    ),
    aliases: ["n"])
  static let examples = [
    Example("next", "the most urgent open case"),
    Example("next kind:message language:de", "the most urgent German message"),
    Example("next --walk", "one case after the other, each settled by a key (at a terminal)"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Filter terms to choose among.", completion: .values(.filters))
  var filter: [Word] = []
  @Flag(help: "Go through the queue one by one; goes on where it was left.") var walk = false
  @Flag(help: "With --walk: from the beginning.") var again = false

  func run(in session: inout Session) throws -> any Answer {
    let words = try filter.texts()
    if walk { return try walk(words, &session) }
    let filter = try session.filter(words)
    let cases = try session.desk.queue(filter, at: session.now, limit: 2).cases
    guard let subject = cases.first(where: { $0.id != session.focus }) ?? cases.first else {
      return Said("nothing is open: the queue is empty", document: .object(["cases": .list([]), "notices": .list([])]))
    }
    session.focus = subject.id
    let answer = try NextAnswer(subject: subject, session: &session)
    return try offerToClose(answer, subject, &session) ?? answer
  }

  private func walk(_ words: [String], _ session: inout Session) throws -> any Answer {
    guard let person = session.person, session.options.format == .text else {
      throw Complaint.usage("next --walk needs a terminal to ask at", try: "next")
    }
    var walk = try Walk(words, isNew: again, person: person, session)
    return Said(try walk.run(&session))
  }

  /// A buyer who only says thanks needs no reply: one key closes the case.
  private func offerToClose(_ answer: NextAnswer, _ subject: Case, _ session: inout Session) throws -> (any Answer)? {
    guard let person = session.person, session.options.format == .text, answer.isOnlyThanks else { return nil }
    person.show(answer.text(on: Page(width: session.environment.width(), now: session.now)) + "\n")
    guard person.choose("only thanks: close it without a reply? [y]es [n]o ", keys: ["y", "n"]) == "y" else {
      return Said("")
    }
    let policy = try session.profiles.policy(of: session.account(of: subject))
    return try session.apply(.needingNoReply([subject], reason: "thanks") { _ in policy }) {
      "#\($0.id) closed: thanks"
    }
  }
}

/// A case with the reasons for its place.
struct NextAnswer: Answer {
  let file: CaseAnswer
  let urgency: Urgency

  init(subject: Case, session: inout Session) throws {
    file = try session.show(subject, isShort: true)
    urgency = Urgency(of: subject, at: session.now)
  }

  var document: Document { file.document }

  /// The one message that waits is a word of thanks after an answer.
  var isOnlyThanks: Bool {
    let messages = file.file.messages.filter { !$0.isAutomatic }
    guard file.file.subject.unanswered == 1, let last = messages.last, last.direction == .in else { return false }
    return messages.dropLast().contains { $0.direction == .out } && Thanks.isAll(last.text)
  }

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
