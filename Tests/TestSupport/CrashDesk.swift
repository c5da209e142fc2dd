import Foundation

/// What a test has found to be otherwise than it must be after a crash.
package struct CrashFinding: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// A desk on which the built program works, a process for each command line, with a disk that fails when it is told to.
package struct CrashDesk {
  package struct Run {
    package var output: String
    package var complaints: String
    package var code: Int32
    package var isKilled: Bool
    /// The calls on files beside the desk, as `fdatasync desk.sqlite-wal`.
    package var calls: [String]
  }

  /// All is asked and done at one instant, so that two desks can be compared.
  private static let now = "2026-03-02T09:00:00Z"

  private let scratch = ScratchFolder()
  /// Where the desk and its outbox are: what happens elsewhere meets no fault.
  private var folder: String { scratch.path + "/desk" }
  private var path: String { folder + "/desk.sqlite" }
  /// What the desk's commands import; `FILES` on a command line. What they write is `BESIDE` the desk.
  private let files: String

  /// - Parameter fixture: a desk of an earlier release to begin with; nil for none.
  package init(files: String, fixture: String?) throws {
    self.files = files
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard let fixture else { return }
    try FileManager.default.copyItem(
      atPath: SourceTree.root + "/Tests/DeskStoreTests/Fixtures/" + fixture, toPath: path)
  }

  private init(copyOf other: CrashDesk) throws {
    files = other.files
    try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
  }

  package func copy() throws -> CrashDesk { try CrashDesk(copyOf: self) }

  /// Runs a command line to its end, whatever that is.
  ///
  /// - Parameter script: what is typed into the program; the command line then is none.
  package func run(_ words: [String], script: String = "", fault: DiskFault? = nil) throws -> Run {
    let trace = scratch.path + "/trace"
    try? FileManager.default.removeItem(atPath: trace)
    let program = Process()
    program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    program.arguments =
      ["--desk", path, "--now", Self.now, "--agent", "sam"]
      + words.map {
        $0.replacing("FILES", with: files).replacing("BESIDE", with: folder)
      }
    program.environment = [
      "HOME": scratch.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
    ].merging(try FaultShim.environment(folder: folder, trace: trace, fault: fault)) { $1 }
    // Files, not pipes: other tests start programs too, which would hold a pipe's end open.
    let (output, complaints) = (try scratch.file("output", ""), try scratch.file("complaints", ""))
    program.standardInput = FileHandle(forReadingAtPath: try scratch.file("input", script))
    program.standardOutput = FileHandle(forWritingAtPath: output)
    program.standardError = FileHandle(forWritingAtPath: complaints)
    try program.run()
    program.waitUntilExit()
    func text(_ file: String) -> String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
    return Run(
      output: text(output), complaints: text(complaints), code: program.terminationStatus,
      isKilled: program.terminationReason == .uncaughtSignal && program.terminationStatus == SIGKILL,
      calls: text(trace).split(separator: "\n").map(String.init))
  }

  /// Runs a command line that must succeed; gives what it printed.
  @discardableResult
  package func must(_ words: [String]) throws -> String {
    let run = try run(words)
    guard run.code == 0, !run.isKilled else {
      throw CrashFinding("\(words.joined(separator: " ")) ended with \(run.code): \(run.output)\(run.complaints)")
    }
    return run.output
  }

  /// What the desk says of itself, each look a line: equal where two desks hold the same. Throws where its totals are
  /// not what its facts add up to.
  package func view(cases: [Int]) throws -> [String] {
    let looks =
      ["queue --all --limit 100000 --json", "compliance --json", "health --json", "drafts --json"]
      + cases.flatMap { ["show \($0) --json", "history \($0) --json"] } + ["verify --json"]
    // A case may not be there yet; that is an answer too.
    let run = try run(["--keep-going"], script: looks.joined(separator: "\n"))
    // Each reply's own number is new each time it is written.
    let answers = run.output.replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: "REPLY").split(separator: "\n")
    guard !run.isKilled, let verified = answers.last, verified.contains("\"problems\":[]") else {
      throw CrashFinding("the desk can't be looked at, or is not sound: \(answers.last ?? "") \(run.complaints)")
    }
    let complaints = run.complaints.replacing(path, with: "DESK").split(separator: "\n")
    return (answers.dropLast() + complaints).map(String.init)
  }

  // MARK: - The outbox

  /// The state of each reply in the outbox, oldest first.
  package func outboxStates() throws -> [String] {
    struct List: Decodable {
      struct Item: Decodable { var state: String }
      var outbox: [Item]
    }
    let text = try must(["outbox", "list", "--all", "--json"])
    return try JSONDecoder().decode(List.self, from: Data(text.utf8)).outbox.map(\.state)
  }

  /// The mails that lie in a part of the Maildir beside the desk: in `new` when they were handed over.
  package func mails(in part: String = "new") -> [String] {
    let folder = "\(path).outbox/\(part)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }
}
