import Foundation
import TestSupport
import Testing

/// Eight processes on one desk: shells, imports, checks and replies.
///
/// `REPLYWELL_ROUNDS` sets how many commands each of them runs; 150 of them take about a minute.
@Suite struct EightProcessesTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["REPLYWELL_ROUNDS"].flatMap { Int($0) } ?? 30
  private static let cases = 6

  @Test("nobody is told of a lock, nothing that was acknowledged is lost, and nothing is there twice")
  func together() throws {
    let scratch = ScratchFolder()
    defer { withExtendedLifetime(scratch) {} }
    let desk = scratch.path + "/desk.sqlite"
    let folder = scratch.path + "/files"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let start = ["account add shop --profile plain", "import messages \(try Self.messages(0, in: folder))"]
    try #require(finished(try run(start, on: desk, as: "setup", in: scratch)).complaints == "")
    let writers = try Self.scripts(folder).map { agent, lines in
      (agent: agent, run: try run(lines, on: desk, as: agent, in: scratch))
    }
    var takenBack = 0
    for writer in writers {
      let result = finished(writer.run)
      // What others have worked on since can't be taken back: that is no fault.
      let lines = result.complaints.split(separator: "\n")
      let faults = lines.filter { $0.hasPrefix("error:") && !$0.contains("has been worked on since") }
      #expect(faults == [], "\(writer.agent)")
      takenBack += lines.count { $0.hasPrefix("undone: ") }
    }
    try check(desk, scratch, takenBack: takenBack)
  }

  /// What each process does, by its agent.
  private static func scripts(_ folder: String) throws -> [(agent: String, lines: [String])] {
    let rounds = 1...rounds
    func lines(_ line: (Int, Int) -> String) -> [String] { rounds.map { line($0, ($0 - 1) % cases + 1) } }
    let files = try rounds.map { try messages($0, in: folder) }
    return [
      ("ann", lines { "note \($1) \"ann \($0)\"" }), ("ben", lines { "note \($1) \"ben \($0)\"" }),
      ("cleo", lines { "tag \($1) +cleo\($0)" }), ("dan", files.map { "import messages \($0)" }),
      // The same files at the same time: each message is there once.
      ("eve", files.map { "import messages \($0)" }),
      ("finn", lines { round, _ in ["queue --json", "health --json", "compliance --json"][round % 3] }),
      ("gina", lines { "reply \($1) --text \"gina \($0)\" --send --yes" }),
      ("hugo", lines { round, place in round % 2 == 1 ? "note \(place) \"hugo \(round)\"" : "undo" }),
    ]
  }

  private func check(_ desk: String, _ scratch: ScratchFolder, takenBack: Int) throws {
    let looks = (1...Self.cases).map { "history \($0) --json" } + (1...Self.cases).map { "show \($0) --json" }
    let result = finished(
      try run(looks + ["queue --all --json", "verify --json"], on: desk, as: "look", in: scratch))
    #expect(result.output.contains(#""chain":"ok","totals":"ok","problems":[]"#), "\(result.output.suffix(400))")
    let lines = result.output.split(separator: "\n")
    let history = lines.prefix(Self.cases).joined()
    for round in 1...Self.rounds {
      for agent in ["ann", "ben"] {
        #expect(history.split(separator: "\"\(agent) \(round)\"").count == 2, "the note \(agent) \(round)")
      }
      #expect(history.contains("cleo\(round)\""), "the tag cleo\(round)")
    }
    // An agent's undo takes back a command of that agent's own.
    #expect(history.split(separator: "\"hugo ").count - 1 == (Self.rounds + 1) / 2 - takenBack)
    let shown = lines.dropFirst(Self.cases).prefix(Self.cases).joined()
    for round in 1...Self.rounds {
      #expect(shown.split(separator: "\"gina \(round)\"").count == 2, "the reply gina \(round)")
    }
    #expect(lines.dropLast().last?.contains("\"total\":\(Self.cases * (Self.rounds + 1)),") ?? false)
  }

  // MARK: - Processes

  /// Messages of as many new buyers as there are cases to work on.
  private static func messages(_ round: Int, in folder: String) throws -> String {
    let path = "\(folder)/\(round).jsonl"
    try (1...cases).map { number in
      #"{"message_id":"m\#(round)-\#(number)","thread":"t\#(round)-\#(number)","at":"2026-03-01T08:00:00Z","text":"?"}"#
    }.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private struct Run {
    var process: Process
    var output: String
    var complaints: String
  }

  private func run(_ lines: [String], on desk: String, as agent: String, in scratch: ScratchFolder) throws -> Run {
    let run = Run(
      process: Process(), output: try scratch.file("\(agent).out", ""), complaints: try scratch.file("\(agent).err", "")
    )
    run.process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    run.process.arguments = ["--desk", desk, "--agent", agent, "--now", "2026-03-02T09:00:00Z", "--keep-going"]
    run.process.environment = ["HOME": scratch.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    run.process.standardInput = FileHandle(
      forReadingAtPath: try scratch.file("\(agent).in", lines.joined(separator: "\n")))
    run.process.standardOutput = FileHandle(forWritingAtPath: run.output)
    run.process.standardError = FileHandle(forWritingAtPath: run.complaints)
    try run.process.run()
    return run
  }

  private func finished(_ run: Run) -> (output: String, complaints: String) {
    run.process.waitUntilExit()
    func text(_ file: String) -> String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
    return (text(run.output), text(run.complaints))
  }
}
