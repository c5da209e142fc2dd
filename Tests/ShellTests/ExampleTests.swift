import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

/// Every example that `help` shows is run on the demo's desk.
@Suite struct ExampleTests {
  static let commands: [any DeskCommand.Type] =
    (Replywell.commands + Replywell.commands.flatMap { $0.configuration.subcommands })
    .compactMap { $0 as? any DeskCommand.Type }

  static let lines = commands.flatMap { $0.examples.map(\.line) }

  @Test("an example can be typed as it stands", arguments: lines)
  func runs(_ line: String) throws {
    let desk = try DeskSession()
    desk.now = Date(timeIntervalSince1970: 1_790_000_000)
    // What an example writes goes into the test's own folder.
    let line = line.replacing(#/(replies\.csv|desk\S*\.(backup|jsonl))/#) { "\(desk.folder.path)/\($0.output.1)" }
    try DemoShop.fill(desk.session.desk, options: GlobalOptions(), environment: desk.session.environment, now: desk.now)
    _ = desk.run("use 1")
    if line.hasPrefix("undo") { _ = desk.run("note 1 something to take back") }
    if line.hasPrefix("restore") { _ = desk.run("backup \(desk.folder.path)/desk.backup") }
    if line.hasPrefix("send") { _ = desk.run("reply 1 --text Hello") }
    if line.hasPrefix("plan"), !line.hasPrefix("plan new") {
      _ = desk.run("plan new pip order-defect-rate --account amazon-us")
    }
    let result = desk.run(line)
    // Files that an example names are the reader's own.
    let needsFile = line.hasPrefix("import") || [".csv", ".mustache", "reply.txt"].contains { line.contains($0) }
    // These draw on a terminal, which a test has none of.
    let needsTerminal = ["watch", "plan edit"].contains { line.hasPrefix($0) } || line.contains("--walk")
    let wanted: [Int32] =
      needsTerminal
      ? [64]
      : line.hasPrefix("check")
        ? [0, 10, 20]
        : line.hasPrefix("responses export")
          ? [0] : needsFile ? [1, 65] : ["policy", "plan check"].contains { line.hasPrefix($0) } ? [0, 1] : [0]
    #expect(wanted.contains(result.code), "\(line): \(result.text)")
  }

  @Test("every command has an abstract, and two examples unless it is a part of another")
  func areDescribed() {
    for command in Self.commands {
      #expect(!command.configuration.abstract.isEmpty)
    }
    for command in Replywell.commands.compactMap({ $0 as? any DeskCommand.Type }) {
      #expect(command.examples.count >= 2, "\(command)")
    }
  }

  @Test("help renders for every command", arguments: Replywell.names)
  func helps(_ name: String) throws {
    let page = try #require(Dispatcher.help(["help", name], width: 80))
    #expect(page.contains("USAGE"))
  }
}
