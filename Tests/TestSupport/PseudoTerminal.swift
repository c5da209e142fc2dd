import Foundation

/// The program at a real terminal: keys go in as from a keyboard, the screen's bytes come out.
package final class PseudoTerminal {
  /// Negative once the window is closed: its number may be somebody else's by then.
  private var master: Int32
  private let process = Process()
  private var output: [UInt8] = []
  /// What a person would see.
  package private(set) var screen: TerminalScreen

  package struct TimedOut: Error, CustomStringConvertible { package var description: String }

  package init(
    _ program: String, _ arguments: [String], environment: [String: String], columns: UInt16 = 80, rows: UInt16 = 24
  ) throws {
    screen = TerminalScreen(columns: Int(columns), rows: Int(rows))
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // Glibc's grantpt and its kin are hidden from Swift; these are what they do: TIOCSPTLCK and TIOCGPTN.
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw TimedOut(description: "no pseudo-terminal is to be had")
    }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    // setsid makes the terminal the program's controlling one, without which Ctrl-C is only a byte.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["--ctty", "--wait", program] + arguments
    process.environment = environment
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    resize(columns: columns, rows: rows)
    try process.run()
    try handle.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    hangUp()
  }

  package func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: Int(columns), rows: Int(rows), reflows: false)
  }

  /// The person closes the window.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits until the screen is as it should be; gives it.
  @discardableResult
  package func waitForScreen(
    _ what: String, seconds: Double = 20, until isReached: (TerminalScreen) -> Bool
  ) throws -> TerminalScreen {
    let deadline = Date().addingTimeInterval(seconds)
    while !isReached(screen) {
      guard Date() < deadline else {
        throw TimedOut(description: "\(what) did not come; the screen has:\n\(screen.text)")
      }
      _ = readMore()
    }
    return screen
  }

  /// Reads until the program has written nothing for a tenth of a second: it waits for a key.
  package func settle() {
    for _ in 0..<2 { while readMore() {} }
  }

  /// Waits until `text` stands on the screen.
  @discardableResult
  package func see(_ text: String, seconds: Double = 20) throws -> TerminalScreen {
    try waitForScreen("“\(text)”", seconds: seconds) { $0.text.contains(text) }
  }

  package func type(_ keys: String) {
    var keys = keys
    keys.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until `text` has been written since the last wait; gives what was written up to its end.
  @discardableResult
  package func wait(for text: String, seconds: Double = 20) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      if let end = Self.end(of: wanted, in: output) {
        let read = String(decoding: output[..<end], as: UTF8.self)
        output.removeFirst(end)
        return read
      }
      guard Date() < deadline else {
        throw TimedOut(
          description: "“\(text)” did not come; the screen has: \(String(decoding: output, as: UTF8.self))")
      }
      _ = readMore()
    }
  }

  /// Waits until the program has ended; gives its exit code.
  package func waitForEnd(seconds: Double = 20) throws -> Int32 {
    let deadline = Date().addingTimeInterval(seconds)
    while process.isRunning {
      guard Date() < deadline else { throw TimedOut(description: "the program does not end") }
      _ = readMore()
    }
    return process.terminationStatus
  }

  private func readMore() -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 50) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.write(buffer[..<count])
    return true
  }

  private static func end(of text: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= text.count else { return nil }
    for start in 0...(bytes.count - text.count) where bytes[start..<(start + text.count)].elementsEqual(text) {
      return start + text.count
    }
    return nil
  }
}
