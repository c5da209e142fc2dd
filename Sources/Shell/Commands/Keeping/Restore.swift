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
    var kept: String?
    if let loss = try loss(session) {
      guard force else {
        let since = loss.since.map { " since \($0.rfc3339)" } ?? ""
        throw Complaint(
          "the desk has \(loss.entries) log \(loss.entries == 1 ? "entry" : "entries")\(since) that \(file) has not",
          try: "restore \(Words.quoted(file)) --force, which keeps the desk as it is beside it")
      }
      let beside = session.desk.path + ".before-restore-\(session.now.seconds)"
      _ = try session.desk.backup(to: beside)
      kept = beside
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
  }
}
