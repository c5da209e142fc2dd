import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Reply: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Answer a case with a canned reply or in your own words.",
    discussion: discussion(
      """
      With a case in focus `reply NAME` names a canned reply, else a case. Several canned replies make one letter. \
      Without --send the text is shown and kept as a draft; nothing unfilled ever leaves. What the policy check blocks \
      leaves only with --override and a reason.
      """))
  static let examples = [
    Example("reply 1 where-is-my-order", "show the canned reply filled for case 1"),
    Example("reply 1 where-is-my-order more-information", "two canned replies in one letter"),
    Example("reply 1 --text \"It is on its way.\" --send", "send your own words"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "The case, then canned replies by name or by their number in the last list.",
    completion: .values(.responses)) var words: [Word] = []
  @Option(help: "A field's value, as name=value; may be given several times.", completion: .values(.replyFields))
  var set: [Word] = []
  @Flag(help: "Change the text in $EDITOR first.") var edit = false
  @Option(help: "The text itself.") var text: Word?
  @Flag(help: "Send it, without asking.") var send = false
  @Flag(help: "Leave out what the canned reply does after it is sent: tags, snooze, resolution.") var noAfter = false
  @Option(help: "Send it although the policy check blocks it; the reason is logged.") var override: Word?
  @Flag(help: "Don't ask anything.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let (subject, names) = try target(session)
    if let override, !override.text.contains(where: { !$0.isWhitespace }) {
      throw Complaint.usage("--override needs a reason", try: "--override \"the buyer asked for it\"")
    }
    let seen = session.seen[subject.id] ?? subject.newestInbound
    var composer = ReplyComposer(subject: subject, seen: seen, session: session)
    try composer.write(names: names, text: text?.text, values: values(), openEditor: edit)
    if session.person != nil { session.focus = subject.id }
    if noAfter { composer.dropAfterwards() }
    if send {
      let fault = try composer.fault(override: override?.text)
      let answer = try session.send(composer.draft, of: subject, fault: fault, override: override?.text, again: yes)
      return composer.notices.isEmpty ? answer : Noticed(answer: answer, notices: composer.notices + answer.notices)
    }
    if session.person != nil, session.options.format == .text, !yes { return try composer.ask(&session) }
    if composer.missing.isEmpty { try session.keep(composer.draft, of: subject) }
    if session.options.format == .text, let fault = composer.missingFault { throw fault }
    return try composer.preview(isKept: composer.missing.isEmpty)
  }

  /// The case, and the canned replies that are named.
  private func target(_ session: Session) throws -> (Case, [String]) {
    let words = try words.texts()
    guard let first = words.first else { return (try session.focused(), []) }
    // Own words need no canned reply: a number beside them is the case.
    let isCase = session.focus == nil || first.hasPrefix("#") || first == "." || text != nil && Int(first) != nil
    if isCase { return (try session.findCase(first), Array(words.dropFirst())) }
    // With a focus a lone word is a canned reply; a number before others is the case.
    if words.count > 1, Int(first) != nil || OrderNumber.amazon(in: first).first == first {
      return (try session.findCase(first), Array(words.dropFirst()))
    }
    if words.count > 1, try !session.replies.names().contains(first), let other = try? session.findCase(first) {
      return (other, Array(words.dropFirst()))
    }
    return (try session.focused(), words)
  }

  private func values() throws -> [String: String] {
    var values: [String: String] = [:]
    for word in set.map(\.text) {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw Complaint.usage("--set \(word) is no name=value", try: "--set new-date=Friday")
      }
      values[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    return values
  }
}

/// An answer with something more to tell.
struct Noticed: Answer {
  var answer: any Answer
  var notices: [String]

  var document: Document { answer.document }
  var exitCode: Int32 { answer.exitCode }

  func text(on page: Page) -> Rich { answer.text(on: page) }
}
