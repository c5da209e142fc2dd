import ArgumentParser
import DeskStore
import Foundation

struct Restore: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of what is on the desk.",
    discussion: discussion(
      """
      Takes what backup has written; what export everything has written, on a new desk only. Refused where the desk has anything that the backup has not, unless --force is given; then the desk as it was is \
      kept beside it first. Other shells on the desk go on with what was restored. undo does not take it back.
      """))
  static let examples = [
    Example("restore desk.backup", "on a desk that has nothing newer"),
    Example("restore desk.backup --force", "even so; what was on the desk is kept beside it"),
  ]

  @Argument(help: "A file that backup has written.", completion: .file()) var file: String
  @Flag(help: "Even where the desk has something newer.") var force = false

  func run(in session: inout Session) throws -> any Answer {
    if WholeExportFile.isExport(file) {
      let count = try WholeExportFile.load(file, into: session.desk)
      try session.profiles.refresh()
      session.forgetCases()
      return Said(
        "\(count) records \("restored", .good) from \(file)\n\("next: verify", .faint)",
        document: .object(["file": .text(file), "kept": .null]))
    }
    let waiting = try session.desk.outbox().filter { $0.state == .queued }.count
    guard waiting == 0 else {
      throw Complaint(
        "\(waiting) \(waiting == 1 ? "reply is" : "replies are") waiting to go out and would be forgotten",
        try: "send, or outbox cancel N; then restore")
    }
    var kept: String?
    if let loss = try loss(session) {
      guard force else {
        throw Complaint(
          words(for: loss), try: "restore \(Words.quoted(file)) --force, which keeps the desk as it is beside it")
      }
      kept = try keepBeside(session, isSound: !loss.isUnknown)
    }
    try session.desk.restore(from: file)
    try session.profiles.refresh()
    session.forgetCases()
    var words: Rich = "\("restored", .good) from \(file)"
    if let kept { words += "\nwhat was on the desk is in \(kept)" }
    words += "\n\("next: verify", .faint)"
    return Said(words, document: .object(["file": .text(file), "kept": .optional(kept)]))
  }
}

extension Restore {
  private func words(for loss: Loss) -> String {
    if loss.isUnknown { return "the desk's own log is broken, so that nobody knows what would be lost: verify" }
    let since = loss.since.map { " since \($0.rfc3339)" } ?? ""
    return "the desk has \(loss.entries) log \(loss.entries == 1 ? "entry" : "entries")\(since) that \(file) has not"
  }

  /// The desk as it is, under a name that nothing else has. Of one that is not sound the file itself is copied.
  private func keepBeside(_ session: Session, isSound: Bool) throws -> String {
    let time = session.now.rfc3339.filter(\.isNumber)
    let base = session.desk.path + ".before-restore-" + time
    let free = (1...).lazy.map { $0 == 1 ? base : "\(base)-\($0)" }.first {
      !FileManager.default.fileExists(atPath: $0)
    }
    let path = free ?? base
    if isSound {
      _ = try session.desk.backup(to: path)
    } else {
      session.desk.foldLog()
      do { try FileManager.default.copyItem(atPath: session.desk.path, toPath: path) } catch {
        throw DeskFault.cannotWrite(path: path)
      }
    }
    return path
  }

  private func loss(_ session: Session) throws -> Loss? {
    do { return try session.desk.loss(ifReplacedBy: file) } catch DeskFault.cannotOpen(_, let reason) {
      throw Complaint(
        "\(file): \(reason)", try: "restore FILE, as backup has written it", exitCode: ExitStatus.rejected)
    } catch DeskFault.notADesk {
      throw Complaint(
        "\(file) is neither a backup nor an export of everything; nothing was changed",
        try: "restore FILE, as backup has written it", exitCode: ExitStatus.rejected)
    }
  }
}

extension Session {
  /// Case numbers mean something else on a desk that was restored.
  mutating func forgetCases() {
    focus = nil
    seen = [:]
    seenReplies = [:]
    listedCases = []
    filesTeach = nil
    logMark = nil
  }

  /// Before a command of a shell: where somebody has restored a backup meanwhile, it is not run, as its numbers may
  /// mean other cases than those which the agent has seen.
  mutating func heedRestore() throws {
    guard isShell else { return }
    let version = try desk.dataVersion()
    guard logMark?.version != version else { return }
    let known = logMark
    if let known, try !desk.holds(known.mark) {
      forgetCases()
      throw Complaint(
        "a backup was restored over this desk meanwhile, and numbers may mean other cases; nothing was done",
        try: "queue, then the same again")
    }
    logMark = try desk.logMark().map { ($0, version) }
  }
}
