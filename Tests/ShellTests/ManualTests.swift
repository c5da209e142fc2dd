import Foundation
import Testing

@testable import Shell

/// The manual page and the command tree say the same, both ways.
@Suite struct ManualTests {
  private static let page = (try? Catalogue()).map { ManualPage(catalogue: $0).text.replacing("\\-", with: "-") } ?? ""

  private static func sections() -> [String: String] {
    var sections: [String: String] = [:]
    for part in page.components(separatedBy: "\n.SS ").dropFirst() {
      let name = part.prefix { $0 != "\n" }
      sections[String(name)] = part.components(separatedBy: "\n.SH ")[0]
    }
    return sections
  }

  /// Straight from the types, not from the description that the page is made of.
  private static let commands: [(name: String, type: any DeskCommand.Type)] = Replywell.commands.flatMap { command in
    let name = command.configuration.commandName ?? ""
    let nested = command.configuration.subcommands.map { ("\(name) \($0.configuration.commandName ?? "")", $0) }
    return ([(name, command)] + nested).compactMap { pair in
      (pair.1 as? any DeskCommand.Type).map { (pair.0, $0) }
    }
  }

  @Test("every command is on the page, with its options")
  func isComplete() throws {
    let sections = Self.sections()
    for (name, type) in Self.commands {
      let section = try #require(sections[name], "\(name)")
      #expect(section.contains(type.configuration.abstract), "\(name)")
      let help = Replywell.helpMessage(for: type, columns: 200)
      for option in help.matches(of: /--[a-z][a-z-]+/).map({ String($0.output) }) where option != "--help" {
        #expect(section.contains(option), "\(name) \(option)")
      }
    }
    for option in GlobalOptions.table { #expect(Self.page.contains("\\fB\(option.name)\\fR")) }
  }

  @Test("whatever is on the page exists")
  func namesNothingElse() {
    let known = Set(Self.commands.map(\.name) + Replywell.names)
    for name in Self.sections().keys { #expect(known.contains(name), "\(name)") }
    let help = Self.commands.map { Replywell.helpMessage(for: $0.type, columns: 200) }.joined()
    for option in Self.page.matches(of: /\.TP\n\\fB(--[a-z-]+)/).map({ String($0.output.1) }) {
      #expect(help.contains(option) || GlobalOptions.table.contains { $0.name == option }, "\(option)")
    }
  }
}
