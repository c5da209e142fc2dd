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
          deliver()
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

  /// To be called while the person thinks: hands over what can no longer be taken back.
  package func tick() { deliver() }

  private func deliver() {
    guard let done = try? runner.session.deliverDue() else { return }
    for item in done where item.state != .sent {
      let words =
        (try? runner.session.outcome(of: item)) ?? [
          "the reply to #\(item.caseID) was not taken: \(item.error ?? ""); outbox retry \(item.id)"
        ]
      for word in words { runner.output.complaints(TextGate.clean(word) + "\n") }
    }
  }

  /// Leaving the shell ends the time in which replies can be taken back.
  private func flush() {
    guard isInteractive else { return }
    var session = runner.session
    session.options.now = session.now.addingTimeInterval(Double(session.hold) + 1)
    guard let done = try? session.deliverDue(), !done.isEmpty else { return }
    let count = done.filter { $0.state == .sent }.count
    if count > 0 { runner.output.results("\(count) \(count == 1 ? "reply" : "replies") handed over\n") }
  }

  private func prompt() -> String {
    let focus = runner.session.focus.map { " #\($0)" } ?? ""
    guard runner.output.isColored else { return "replywell\(focus)> " }
    return "\u{1}\u{1B}[1m\u{1}replywell\u{1}\u{1B}[0m\u{1}\(focus)> "
  }

  private func greet() {
    let page = Page(width: runner.session.environment.width(), now: runner.session.now)
    guard let greeting = try? Greeting(runner.session) else { return }
    runner.output.results(greeting.text(on: page).printed(inColor: runner.output.isColored) + "\n")
  }
}
