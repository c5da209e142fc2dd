import ArgumentParser
import DeskStore
import ServiceDesk

struct Send: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send the draft of a case, or what waits in the outbox.",
    discussion: discussion("Without a case and without focus: everything in the outbox whose time has come."))
  static let examples = [Example("send 1", "the draft of case 1"), Example("send", "what waits in the outbox")]

  @Argument(
    parsing: .allUnrecognized, help: "Case or order number, or . for the one in focus.", completion: .values(.cases))
  var reference: [Word] = []
  @Option(help: "Send it although the policy check blocks it; the reason is logged.") var override: Word?
  @Flag(help: "Don't ask anything.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let words = try reference.texts()
    if words.isEmpty, session.focus == nil { return try handOverAll(session) }
    let subject = try words.first.map { try session.findCase($0) } ?? session.focused()
    guard var draft = try session.desk.draft(of: subject.id, at: session.now) else {
      throw Complaint("#\(subject.id) has no draft", try: "reply \(subject.id) NAME")
    }
    // Whoever has looked at the case since has seen what the buyer wrote since.
    if let seen = session.seen[subject.id] { draft.seen = seen }
    let findings = try session.policyFindings(in: draft.text, for: subject, isProactive: draft.isProactive ?? false)
    return try session.send(
      draft, of: subject, fault: override == nil ? findings.fault : nil, override: override?.text, again: yes)
  }

  private func handOverAll(_ session: Session) throws -> any Answer {
    let done = try session.deliverDue()
    let notices = try done.flatMap { try session.outcome(of: $0) }
    let sent = done.filter { $0.state == .sent }.count
    return Said(
      sent == 0 ? "nothing was waiting" : "\(sent) sent",
      document: .object(["cases": .list([]), "notices": .texts(notices), "sent": .int(sent)]), notices: notices)
  }
}
