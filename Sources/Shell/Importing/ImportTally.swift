import Foundation
import Intake
import ServiceDesk

/// What an import did, file by file.
struct ImportTally: Answer {
  struct File {
    var name: String
    var format: String
    var added = 0
    var updated = 0
    var unchanged = 0
    var rejected = 0
    var isRefused = false

    var read: Int { added + updated + unchanged + rejected }

    mutating func count(_ outcome: ImportOutcome) {
      switch outcome {
      case .added: added += 1
      case .updated: updated += 1
      case .unchanged: unchanged += 1
      }
    }
  }

  var files: [File] = []
  var rejects: [(file: String, reject: Reject)] = []
  var notices: [String] = []
  var isDryRun = false

  var exitCode: Int32 {
    files.contains { $0.isRefused || ($0.read > 0 && $0.rejected == $0.read) } ? ExitStatus.rejected : ExitStatus.done
  }

  var document: Document {
    .object([
      "files": .list(
        files.map {
          .object([
            "file": .text($0.name), "format": .optional($0.format.isEmpty ? nil : $0.format), "read": .int($0.read),
            "added": .int($0.added),
            "updated": .int($0.updated), "unchanged": .int($0.unchanged), "rejected": .int($0.rejected),
          ])
        }),
      "rejects": .list(
        rejects.map {
          .object([
            "file": .text($0.file), "line": .optional($0.reject.line > 0 ? $0.reject.line : nil),
            "reason": .text($0.reject.reason),
          ])
        }),
      "notices": .texts(notices),
    ])
  }

  func text(on page: Page) -> Rich {
    var table = TextTable([
      .init("file", flexible: true), .init("format"), .init("read", right: true), .init("added", right: true),
      .init("updated", right: true), .init("unchanged", right: true), .init("rejected", right: true),
    ])
    for file in files {
      table.add([
        Rich(URL(fileURLWithPath: file.name).lastPathComponent), Rich(file.format), Rich("\(file.read)"),
        Rich("\(file.added)", .bold), Rich("\(file.updated)"),
        Rich("\(file.unchanged)"), Rich("\(file.rejected)", file.rejected > 0 ? .alarm : .plain),
      ])
    }
    var output = table.text(width: page.width)
    for (file, reject) in rejects.prefix(20) {
      output += "\n\("rejected", .alarm) \(file)\(reject.line > 0 ? ", line \(reject.line)" : ""): \(reject.reason)"
    }
    if rejects.count > 20 { output += "\n… and \(rejects.count - 20) more; --json lists them all" }
    if isDryRun { output += "\n\("dry run: nothing was changed", .caution)" }
    return output
  }
}
