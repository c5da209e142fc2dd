import Foundation
import ServiceDesk

/// A session as text: what is typed, and what must come of it.
///
///     # title of the test
///     # now 2026-03-02T09:00:00Z
///     # setup account add shop --profile plain     (run first, its output is not compared)
///     > queue                                       must succeed
///     what it prints
///     ! resolve 9999 answered                       must fail
///     @ 2026-03-02T10:00:00Z                        moves the clock
///
/// With RECORD=1 in the environment the outputs are written anew; look at the difference before you keep it.
package struct Transcript {
  package struct Mismatch: Error, CustomStringConvertible { package var description: String }

  private let path: String
  private let lines: [String]

  package init(path: String) throws {
    self.path = path
    lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Every transcript in the folder, by name.
  package static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: SourceTree.transcripts)) ?? []
    return files.filter { $0.hasSuffix(".transcript") }.sorted()
  }

  /// Plays the session; throws where it does not go as written.
  package func play() throws {
    let desk = try DeskSession()
    var played: [String] = []
    var hasBegun = false
    for line in lines {
      let rest = String(line.dropFirst(2))
      switch line.prefix(2) {
      // Behind the first command it is what a command prints.
      case "# " where !hasBegun:
        played.append(line)
        try prepare(rest, desk)
      case "@ ":
        played.append(line)
        try setClock(rest, desk)
      case "> ", "! ":
        hasBegun = true
        played.append(line)
        let result = desk.run(expanded(rest, desk))
        guard (result.code == 0) == (line.first == ">") else {
          throw Mismatch(description: "\(path): `\(rest)` ended with \(result.code):\n\(result.text)")
        }
        let text = result.text.replacing(desk.folder.path, with: "TMP").replacing(SourceTree.root, with: "ROOT")
          .replacing(#/[0-9a-f]{64}/#, with: "DIGEST")
          .replacing(#/(buyer|id)-[0-9a-f]{10}/#) { "\($0.output.1)-NAME" }
        played += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
          .map(String.init)
      default: continue
      }
    }
    try compare(played)
  }

  private func compare(_ played: [String]) throws {
    let wanted = lines.last?.isEmpty ?? false ? Array(lines.dropLast()) : lines
    let trimmed = played.last?.isEmpty ?? false ? Array(played.dropLast()) : played
    guard trimmed != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try (trimmed.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let place =
      zip(trimmed, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(trimmed.count, wanted.count)
    func line(_ lines: [String]) -> String { lines.indices.contains(place) ? lines[place] : "(nothing)" }
    throw Mismatch(description: "\(path), line \(place + 1):\n  wanted \(line(wanted))\n  got    \(line(trimmed))")
  }

  private func prepare(_ text: String, _ desk: DeskSession) throws {
    if text.hasPrefix("now ") { try setClock(String(text.dropFirst(4)), desk) }
    guard text.hasPrefix("setup ") else { return }
    let result = desk.run(expanded(String(text.dropFirst(6)), desk))
    guard result.code == 0 else { throw Mismatch(description: "\(path): setup \(text) failed:\n\(result.text)") }
  }

  private func setClock(_ text: String, _ desk: DeskSession) throws {
    guard let instant = InstantParser.parse(text, zone: .gmt) else {
      throw Mismatch(description: "\(path): \(text) is no instant")
    }
    desk.now = instant
  }

  private func expanded(_ line: String, _ desk: DeskSession) -> String {
    line.replacing("TMP", with: desk.folder.path).replacing("DESKS", with: SourceTree.transcripts + "/desks")
  }
}
