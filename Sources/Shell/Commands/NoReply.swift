import ArgumentParser
import Marketplaces
import ServiceDesk

struct NoReply: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "no-reply", abstract: "Say that a message needs no reply, with the reason.",
    discussion: discussion("Its timer leaves the calculation where the marketplace allows that; reopen takes it back."))
  static let examples = [
    Example("no-reply 1 --reason thanks", "the buyer only said thanks"),
    Example("no-reply . --reason \"spam\"", "the case in focus"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Cases.", completion: .values(.cases)) var words: [Word] = []
  @Option(help: "Why none is needed.") var reason: Word?
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    var reason = self.reason?.text ?? ""
    if reason.isEmpty { reason = session.person?.line("why is no reply needed? ") ?? "" }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Complaint.usage("no-reply needs a reason", try: "no-reply CASE --reason thanks")
    }
    let subjects = try session.findCases(words.texts())
    try session.confirm(subjects, to: "take out", yes: yes)
    var policies: [Int64: ResponsePolicy] = [:]
    for subject in subjects where policies[subject.accountID] == nil {
      policies[subject.accountID] = try session.profiles.policy(of: session.account(of: subject))
    }
    let decision = Decision.needingNoReply(subjects, reason: reason) { policies[$0.accountID] ?? ResponsePolicy() }
    var answer = try session.apply(decision) { "#\($0.id) needs no reply: \(reason)" }
    if let subject = subjects.first, subjects.count == 1,
      let link = try session.desk.file(subject.id, at: session.now)?.messages.last(where: { $0.direction == .in })?
        .noReplyLink
    {
      answer = AnswerWithNotice(answer: answer, notice: "tell the marketplace too, by its own link: \(link)")
    }
    return answer
  }
}

/// An answer with one more thing to say.
struct AnswerWithNotice: Answer {
  var answer: any Answer
  var notice: String

  var document: Document { answer.document }
  var table: Document { answer.table }
  var notices: [String] { answer.notices + [notice] }
  var exitCode: Int32 { answer.exitCode }

  func text(on page: Page) -> Rich { answer.text(on: page) }
}
