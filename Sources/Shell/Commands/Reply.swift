import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Reply: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Answer a case with a canned reply or in your own words.",
    discussion: discussion(
      "With a case in focus `reply NAME` names a canned reply, else a case. Without --send the text is shown and kept as a draft; nothing unfilled ever leaves."
    ))
  static let examples = [
    Example("reply 1 where-is-my-order", "show the canned reply filled for case 1"),
    Example("reply 1 --text \"It is on its way.\" --send", "send your own words"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "The case, then a canned reply by name or by its number in the last list.",
    completion: .values(.responses)) var words: [Word] = []
  @Option(help: "A field's value, as name=value; may be given several times.") var set: [Word] = []
  @Flag(help: "Change the text in $EDITOR first.") var edit = false
  @Option(help: "The text itself.") var text: Word?
  @Flag(help: "Send it, without asking.") var send = false
  @Flag(help: "Don't ask anything.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let (subject, name) = try target(session)
    session.focus = session.person == nil ? session.focus : subject.id
    let seen = session.seen[subject.id] ?? subject.newestInbound
    var composer = ReplyComposer(subject: subject, seen: seen, session: session)
    try composer.write(name: name, text: text?.text, values: values(), openEditor: edit, isSending: send)
    if send {
      return try session.send(
        composer.draft, of: subject, fault: composer.fault(), after: composer.afterwards)
    }
    if session.person != nil, session.options.format == .text, !yes { return try composer.ask(&session) }
    if composer.missing.isEmpty { try session.keep(composer.draft, of: subject) }
    if session.options.format == .text, let fault = composer.missingFault { throw fault }
    return composer.answer(isKept: composer.missing.isEmpty)
  }

  /// The case, and the reply's name if one is given.
  private func target(_ session: Session) throws -> (Case, String?) {
    let words = try words.texts()
    switch words.count {
    case 0: return (try session.focused(), nil)
    case 1:
      guard session.focus != nil, !words[0].hasPrefix("#"), words[0] != "." else {
        return (try session.findCase(words[0]), nil)
      }
      return (try session.focused(), words[0])
    case 2: return (try session.findCase(words[0]), words[1])
    default:
      throw Complaint.usage("reply takes a case and a canned reply", try: "reply CASE NAME, or reply CASE --text \"…\"")
    }
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
