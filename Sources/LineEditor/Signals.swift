import Foundation

/// Signals that the line editor answers to, noted by handlers that do nothing else.
enum Signals {
  nonisolated(unsafe) static var interrupted: sig_atomic_t = 0
  nonisolated(unsafe) static var resized: sig_atomic_t = 0
  nonisolated(unsafe) static var suspended: sig_atomic_t = 0
  nonisolated(unsafe) static var hungUp: sig_atomic_t = 0

  /// Has system calls return when a signal comes, so that a waiting read notices.
  static func install() {
    // Whoever started this program may have had them blocked, and a blocked Ctrl-C is no Ctrl-C.
    var mine = sigset_t()
    sigemptyset(&mine)
    for signal in [SIGINT, SIGWINCH, SIGTSTP, SIGHUP, SIGTERM] { sigaddset(&mine, signal) }
    pthread_sigmask(SIG_UNBLOCK, &mine, nil)
    handle(SIGINT) { _ in Signals.interrupted = 1 }
    handle(SIGWINCH) { _ in Signals.resized = 1 }
    handle(SIGTSTP) { _ in Signals.suspended = 1 }
    handle(SIGHUP) { _ in Signals.hungUp = 1 }
    handle(SIGTERM) { _ in Signals.hungUp = 1 }
  }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    sigaction(signal, &action, nil)
  }

  /// Stops the program as Ctrl-Z does anywhere else; comes back when it is continued.
  static func suspend() {
    suspended = 0
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    handle(SIGTSTP) { _ in Signals.suspended = 1 }
  }
}

/// Whether Ctrl-C was pressed while a command ran.
package enum Interrupt {
  package static var isRequested: Bool { Signals.interrupted != 0 || Signals.hungUp != 0 }

  package static func clear() { Signals.interrupted = 0 }
}
