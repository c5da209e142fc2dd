import Foundation
import LineEditor

/// What stands behind `|`, `>` or `>>`, each a word of its own.
package struct Redirection {
  package enum Target {
    case command(String)
    case file(String, isAppended: Bool)

    /// Passes a command's results on.
    func write(_ text: String, complain: (String) -> Void) throws {
      switch self {
      case .command(let command):
        let code = ChildProcess.run(command, input: text)
        // 1 is how grep and its like say that there is nothing.
        guard code <= 1 else { throw Complaint("\(command) ended with \(code)", exitCode: ExitStatus.failed) }
      case .file(let path, let isAppended):
        try OutputFile.spareDesk(path)
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isAppended ? O_APPEND : O_TRUNC)
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else {
          throw Complaint("\(path): \(String(cString: strerror(errno)).lowercased())", try: "another file")
        }
        defer { close(descriptor) }
        guard DescriptorOutput.write(text, to: descriptor) else {
          throw Complaint("\(path) can't be written", try: "another file")
        }
      }
    }
  }

  package var words: [String]
  package var target: Target?

  init(_ words: [Words.Word]) throws {
    guard let operatorIndex = words.firstIndex(where: { $0.isBare && ["|", ">", ">>"].contains($0.text) }) else {
      self.words = words.map(\.text)
      return
    }
    self.words = words[..<operatorIndex].map(\.text)
    let rest = words[(operatorIndex + 1)...].map(\.text)
    let sign = words[operatorIndex].text
    guard !self.words.isEmpty, !rest.isEmpty else {
      throw Complaint.usage("\(sign) needs something on both sides", try: "queue | head, or queue > FILE")
    }
    if sign == "|" {
      target = .command(
        words[(operatorIndex + 1)...].map { $0.isBare ? $0.text : ChildProcess.quoted($0.text) }.joined(separator: " "))
    } else {
      guard rest.count == 1 else { throw Complaint.usage("\(sign) takes one file", try: "queue \(sign) FILE") }
      target = .file(rest[0], isAppended: sign == ">>")
    }
  }
}

/// Writing to a file descriptor.
package enum DescriptorOutput {
  /// False when the other end is gone or the disk is full.
  package static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}

/// Commands of the system shell, started by the agent's own words.
enum ChildProcess {
  /// Runs a command line with this program's terminal; gives its exit code.
  ///
  /// The command stays in this program's process group: only so it may read from the terminal and is reached by Ctrl-C.
  static func run(_ command: String, input: String?) -> Int32 {
    TerminalModes.lend { spawn(command, input: input) }
  }

  /// Runs a command that has nothing to do with the terminal, such as while a line is being edited there.
  static func runAside(_ command: String) { _ = spawn(command, input: nil) }

  private static func spawn(_ command: String, input: String?) -> Int32 {
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return 127 }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH, SIGHUP, SIGTERM] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ)
    if input != nil { close(ends[0]) }
    if let input {
      // A command that has read enough, such as head, ends early: that is no error.
      if failure == 0 { _ = DescriptorOutput.write(input, to: ends[1]) }
      close(ends[1])
    }
    guard failure == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
