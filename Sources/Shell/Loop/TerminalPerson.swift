import Foundation
import LineEditor

/// The person at this program's terminal.
package struct TerminalPerson: Person {
  package var theme: Theme?
  private let environment: Environment

  package init(theme: Theme?, environment: Environment) {
    self.theme = theme
    self.environment = environment
  }

  package func choose(_ question: Rich, keys: [Character]) -> Character? {
    Interrupt.clear()
    show(question)
    var usual = termios()
    tcgetattr(STDIN_FILENO, &usual)
    var single = usual
    single.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &single)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &usual) }
    while let byte = readByte() {
      let key = Character(Unicode.Scalar(byte | 0x20))
      if keys.contains(key) {
        show("\(key)\n")
        return key
      }
      // Ctrl-D and Escape break the question off, as Ctrl-C does.
      if byte == 0x04 || byte == 0x1B { break }
    }
    show("\n")
    return nil
  }

  /// The next byte from the keyboard; nil when the person breaks off or is gone.
  private func readByte() -> UInt8? {
    while true {
      // A signal may reach another thread than the one that reads, so the wait is broken off now and then to look.
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 200)
      if Interrupt.isRequested {
        Interrupt.clear()
        return nil
      }
      guard ready > 0 else { continue }
      var byte: UInt8 = 0
      return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }
  }

  package func line(_ question: Rich) -> String? {
    Interrupt.clear()
    show(question)
    // The terminal's own line, with its own keys for taking back a letter.
    return TerminalModes.lend {
      var bytes: [UInt8] = []
      while let byte = readByte() {
        if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
      show("\n")
      return nil
    }
  }

  package func show(_ text: Rich) { send(text.folded(to: environment.width()).printed(in: theme)) }

  package func send(_ sequence: String) { _ = DescriptorOutput.write(sequence, to: STDOUT_FILENO) }

  package func watch(every seconds: Int, draw: () -> Rich) {
    var screen = FullScreen(every: Double(seconds))
    screen.run { draw().printed(in: theme).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  package func edit(_ text: String, named name: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.path + "/replywell-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/\(name).txt"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let variables = environment.variables
    let editor =
      variables["VISUAL"].flatMap { $0.isEmpty ? nil : $0 } ?? variables["EDITOR"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "vi"
    // The editor's command may have options of its own, so a shell starts it; the file is handed over as an argument.
    guard ChildProcess.run("\(editor) \(ChildProcess.quoted(path))", input: nil) == 0 else { return nil }
    return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
