import Foundation
import TestSupport
import Testing

/// A desk of a test's own and shells at real terminals on it, by the real clock.
struct TerminalDesk {
  let folder = ScratchFolder()

  var path: String { folder.path + "/desk.sqlite" }

  func environment(_ more: [String: String] = [:]) -> [String: String] {
    let usual = [
      "HOME": folder.path, "TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "EDITOR": "true", "REPLYWELL_AGENT": "sam", "TZ": "UTC",
    ]
    return usual.merging(more) { _, new in new }
  }

  func start(
    _ more: [String: String] = [:], arguments: [String] = [], columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProgram.path, ["--desk", path, "--color", "never"] + arguments, environment: environment(more),
      columns: columns,
      rows: rows)
  }

  /// Runs the program once, as another process on the same desk; gives its exit code.
  @discardableResult
  func run(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["--desk", path] + arguments
    process.environment = environment()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// An account with one open case.
  ///
  /// - Parameter dueIn: seconds from now to its deadline, which is a day after its message.
  func fill(dueIn seconds: Double) throws {
    #expect(try run("account", "add", "shop", "--profile", "plain") == 0)
    try importing("m1", buyer: "Dana Poe", subject: "Where is my lamp?", at: seconds - 86_400)
  }

  /// - Parameter at: seconds from now.
  func importing(_ id: String, buyer: String, subject: String, at seconds: Double = -60) throws {
    let at = ISO8601DateFormatter().string(from: Date().addingTimeInterval(seconds))
    let head = "message_id,thread,buyer,direction,at,subject,text"
    let file = try folder.file("\(id).csv", "\(head)\n\(id),\(id),\(buyer),in,\(at),\(subject),Hello\n")
    #expect(try run("import", "messages", file) == 0)
  }

  func quit(_ shell: PseudoTerminal) throws {
    shell.type("quit\r")
    #expect(try shell.waitForEnd() == 0)
  }
}
