import ArgumentParser
import DeskStore
import Foundation

struct Backup: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole desk into one file, while others work on it.",
    discussion: discussion(
      """
      The copy is opened and checked before it gets its name; an older backup of that name is replaced then. It is \
      readable by you alone. What the outbox has written beside the desk is not in it.
      """))
  static let examples = [
    Example("backup desk-2026-11-22.backup", "a copy as the desk stands now"),
    Example("backup desk.backup --json", "the same, for a script"),
  ]

  @Argument(help: "The file to write.", completion: .file()) var file: String

  func run(in session: inout Session) throws -> any Answer {
    let receipt = try session.desk.backup(to: file)
    return Said(
      """
      \("backed up", .good) to \(file): \(ByteCount.text(receipt.size)), \(receipt.events) log \(receipt.events == 1 ? "entry" : "entries")
      end of its log  \(receipt.head)
      """,
      document: .object([
        "file": .text(file), "bytes": .int(receipt.size), "events": .int(receipt.events), "head": .text(receipt.head),
      ]),
      notices: try EmptyDesk.notices(session.desk))
  }
}

/// A name that was mistyped makes a new desk, which is as sound as it is empty.
enum EmptyDesk {
  static func notices(_ desk: Desk) throws -> [String] {
    guard try desk.accounts().isEmpty else { return [] }
    return ["\(desk.path) holds nothing yet; if another desk was meant, name it with --desk"]
  }
}

/// Sizes of files as people read them.
enum ByteCount {
  static func text(_ bytes: Int) -> String {
    if bytes < 1 << 20 { return "\(max(1, bytes >> 10)) KiB" }
    let tenths = bytes * 10 >> 20
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MiB" : "\(bytes >> 20) MiB"
  }
}
