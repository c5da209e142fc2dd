import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Show: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case with its messages, timers and notes.",
    discussion: discussion("It comes into focus: . then means it."))
  static let examples = [Example("show 1", "case 1"), Example("show 114-5550101-2220202", "the case about that order")]

  @Argument(
    parsing: .allUnrecognized, help: "Case or order number, or . for the one in focus.", completion: .values(.cases))
  var reference: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let words = try reference.texts()
    guard words.count <= 1 else { throw Complaint.usage("show takes one case", try: "show \(words[0])") }
    let subject = try words.first.map { try session.findCase($0) } ?? session.focused()
    session.focus = subject.id
    return try session.show(subject)
  }
}

extension Session {
  /// What the buyer wrote, and what was answered, counts as seen from now on.
  mutating func look(at subject: Case) throws {
    seen[subject.id] = subject.newestInbound
    seenReplies[subject.id] = try desk.newestReply(to: subject.id)?.row ?? 0
  }

  /// The case with everything about it.
  mutating func show(_ subject: Case, isShort: Bool = false) throws -> CaseAnswer {
    let now = now
    guard let file = try desk.file(subject.id, at: now) else {
      throw Complaint("there is no case \(subject.id)", try: "queue")
    }
    try look(at: file.subject)
    let account = try account(of: subject)
    return CaseAnswer(
      file: file, account: account.name, now: now, rule: try profiles.rule("limit", of: account).text,
      draft: try desk.draft(of: subject.id, at: now), zone: account.timeZone, isShort: isShort)
  }
}
