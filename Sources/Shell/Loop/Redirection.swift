import Foundation

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
        guard code == 0 else { throw Complaint("\(command) ended with \(code)", exitCode: ExitStatus.failed) }
      case .file(let path, let isAppended):
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
  static func run(_ command: String, input: String?) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = input.map { _ in Pipe() }
    if let pipe { process.standardInput = pipe }
    do { try process.run() } catch { return 127 }
    if let pipe, let input {
      // A command that has read enough, such as head, ends early: that is no error.
      _ = DescriptorOutput.write(input, to: pipe.fileHandleForWriting.fileDescriptor)
      try? pipe.fileHandleForWriting.close()
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
