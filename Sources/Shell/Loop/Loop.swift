import DeskStore
import Foundation
import LineEditor
import ServiceDesk

/// Reads lines and runs them until they end.
package final class Loop {
  package private(set) var runner: Runner
  private let source: any LineSource
  /// A person is shown a prompt and goes on after a mistake; a script stops at the first one.
  private let isInteractive: Bool
  /// What was told while nothing may be written around the line.
  private var keptForLater: [String] = []
  /// Called whenever the person has nothing to wait for.
  package var idled: () -> Void = {}
  private lazy var notifier = Notifier(session: runner.session)

  package init(runner: Runner, source: any LineSource, isInteractive: Bool) {
    self.runner = runner
    self.source = source
    self.isInteractive = isInteractive
  }

  /// Gives the exit code of the whole.
  package func run() -> Int32 {
    if isInteractive { greet() }
    var first = ExitStatus.done
    while !runner.session.isOver {
      switch source.next(prompt: isInteractive ? prompt() : "") {
      case .line(let line):
        let code = runner.run(line: line)
        if isInteractive {
          afterCommand()
        } else if code != 0 {
          if first == ExitStatus.done { first = code }
          if !runner.session.options.keepsGoing { return first }
        }
      case .interrupted: continue
      case .ended:
        if isInteractive { runner.output.results("\n") }
        flush()
        return first
      case .hungUp:
        flush()
        return first
      }
    }
    flush()
    return first
  }

  private func afterCommand() {
    notifier.commandEnded(&runner.session)
    let theme = runner.theme
    runner.session.person?.theme = theme
    guard isPlain else { return }
    // Where nothing is redrawn, news come between commands.
    for line in keptForLater + news(isTyping: false) { runner.output.complaints(line + "\n") }
    keptForLater = []
  }

  /// Hands over what can no longer be taken back, and tells what is new.
  private func news(isTyping: Bool) -> [String] {
    let told = notifier.news(runner.session, isTyping: isTyping)
    if told.rings { runner.output.complaints("\u{7}") }
    return told.lines.map { $0.printed(in: runner.theme) }
  }

  private var isPlain: Bool { runner.session.options.isPlain }

  /// Leaving the shell ends the time in which replies can be taken back.
  private func flush() {
    guard isInteractive else { return }
    var session = runner.session
    try? session.desk.enter(nil, shell: Session.owner, agent: session.agent, at: session.now)
    session.options.now = session.now.addingTimeInterval(Double(session.hold) + 1)
    guard let done = try? session.deliverDue(), !done.isEmpty else { return }
    let count = done.filter { $0.state == .sent }.count
    if count > 0 { runner.output.results("\(count) \(count == 1 ? "reply" : "replies") handed over\n") }
  }

  private func prompt() -> String {
    let focus = runner.session.focus.map { " #\($0)" } ?? ""
    let prompt: Rich = "\("replywell", .bold)\(focus)> "
    return prompt.prompt(in: runner.theme)
  }

  private func greet() {
    for fault in runner.session.settingFaults { runner.output.complain(Rich(fault), nil) }
    let page = Page(width: runner.session.environment.width(), now: runner.session.now)
    guard let greeting = try? Greeting(runner.session) else { return }
    runner.output.result(greeting.text(on: page), runner.theme)
  }
}

extension Loop: LivePrompt {
  package func notices(isTyping: Bool) -> [String] {
    defer { idled() }
    guard isPlain else { return news(isTyping: isTyping) }
    keptForLater += news(isTyping: isTyping)
    return []
  }

  package func status(room: Int) -> String {
    guard !isPlain else { return "" }
    return notifier.status(runner.session, room: room).prompt(in: runner.theme)
  }
}
