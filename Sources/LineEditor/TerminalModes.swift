import Foundation

/// How the terminal treats keys while no line is being edited.
///
/// While a command runs, keys are neither echoed nor looked at by the terminal: what is typed ahead would stand in the
/// command's output, and the prompt would begin somewhere behind it. libedit reads it once the prompt stands. Whoever
/// else reads from the terminal, an editor, a pager, a question, is lent it as it was at the start.
package enum TerminalModes {
  nonisolated(unsafe) private static var usual: termios?

  /// To be called before anything is changed.
  static func keep() {
    var modes = termios()
    if usual == nil, tcgetattr(STDIN_FILENO, &modes) == 0 { usual = modes }
  }

  /// Keys wait unseen for the next prompt.
  static func hideKeys() {
    guard var modes = usual else { return }
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  /// Lends the terminal for as long as `work` takes.
  package static func lend<T>(_ work: () throws -> T) rethrows -> T {
    guard usual != nil else { return try work() }
    restore()
    defer { hideKeys() }
    return try work()
  }

  /// As it was at the start; to be called at the end.
  package static func restore() {
    guard var modes = usual else { return }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }
}
