import ArgumentParser
import Foundation
import ServiceDesk

/// The pages that `watch` knows by name.
enum WatchPage: String, CaseIterable {
  case queue, timers, health

  var meaning: String {
    switch self {
    case .queue: "the most urgent cases"
    case .timers: "what must be answered by when"
    case .health: "all figures against their targets"
    }
  }
}

struct Watch: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show a command's answer over the whole window and keep it up to date.",
    discussion: discussion("Any command that only shows something. q leaves, j and k scroll, r draws it now."))
  static let examples = [
    Example("watch", "the queue, every two seconds"),
    Example("watch \"queue kind:claim\" --every 5", "any command, every five seconds"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "queue, timers, health or any command, in quotes or not.",
    completion: .values(.watchable)) var words: [Word] = []
  @Option(help: "How often, in seconds.") var every = 2

  func validate() throws {
    if !(1...86_400).contains(every) { throw ValidationError("--every must be 1 to 86400 seconds") }
  }

  func run(in session: inout Session) throws -> any Answer {
    var words = words.map(\.text)
    if words.count == 1 { words = try Words.split(words[0]).map(\.text) }
    if words.isEmpty { words = [WatchPage.queue.rawValue] }
    let name = try Dispatcher.commandName(words)
    guard !Self.acting.contains(name) else {
      throw Complaint.usage("watch \(words[0]) would do it again and again", try: "watch queue")
    }
    guard let person = session.person, session.options.format == .text, !session.options.isPlain else {
      throw Complaint.usage("watch needs a terminal to draw on", try: words.map(Words.quoted).joined(separator: " "))
    }
    var inner = session
    // Nobody is asked anything while a page is drawn.
    inner.person = nil
    inner.isShell = false
    // A mistake is told here and now, not drawn again and again.
    _ = try Dispatcher.run(words, in: &inner)
    let title = words.map(Words.quoted).joined(separator: " ")
    person.watch(every: every) { Self.page(words, title, every: every, &inner) }
    return Said("")
  }

  /// Commands that do something, or that need somebody to talk to.
  private static let acting: Set<String> = [
    "watch", "quit", "next", "reply", "send", "import", "demo", "undo", "resolve", "reopen", "no-reply", "snooze",
    "tag",
    "assign", "priority", "merge", "link", "note", "use", "alias", "set",
  ]

  private static func page(_ words: [String], _ title: String, every: Int, _ session: inout Session) -> Rich {
    let page = Page(width: session.environment.width(), now: session.now)
    let clock = session.now.rfc3339.dropFirst(11).prefix(8)
    let head = DisplayWidth.cut("\(title) · every \(every) s · \(clock) UTC · q leaves", to: page.width)
    do {
      return "\(head, .faint)\n" + (try Dispatcher.run(words, in: &session)).text(on: page)
    } catch { return "\(head, .faint)\n" + Complaint.of(error).text }
  }
}
