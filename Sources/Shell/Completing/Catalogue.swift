import ArgumentParser
import Foundation

/// The command tree as completion needs it, read from the argument parser's own description of it.
struct Catalogue: Sendable {
  struct Entry: Decodable, Sendable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var aliases: [String]?
    var subcommands: [Entry]?
    var arguments: [Argument]?
    var defaultSubcommand: String?
  }
  struct Argument: Decodable, Sendable {
    struct Name: Decodable, Sendable {
      var kind: String
      var name: String
    }
    struct Kind: Decodable, Sendable {
      struct Command: Decodable, Sendable { var command: String }
      struct List: Decodable, Sendable { var values: [String] }
      var shellCommand: Command?
      var list: List?
      var file: Ignored?
    }
    struct Ignored: Decodable, Sendable {}
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?
    var completionKind: Kind?

    var isPositional: Bool { kind == "positional" }
    var takesValue: Bool { kind == "option" }
    var longName: String? { names?.first { $0.kind == "long" }.map { "--" + $0.name } }

    var values: ValueKind? {
      completionKind?.shellCommand.flatMap { command in
        command.command.hasPrefix(ValueKind.prefix)
          ? ValueKind(rawValue: String(command.command.dropFirst(ValueKind.prefix.count))) : nil
      }
    }
  }
  private struct Dump: Decodable { var command: Entry }

  let root: Entry

  init() throws {
    root = try JSONDecoder().decode(Dump.self, from: Data(Replywell._dumpHelp().utf8)).command
  }

  /// The command that words name, and how many of the words do; nil where the first names none.
  func command(_ words: [String]) -> (entry: Entry, depth: Int)? {
    guard let first = words.first, let entry = find(first, in: root) else { return nil }
    if words.count > 1, let nested = find(words[1], in: entry) { return (nested, 2) }
    return (entry, 1)
  }

  /// The command that runs where none of the nested ones is named.
  func standIn(for entry: Entry) -> Entry {
    (entry.subcommands ?? []).first { $0.commandName == entry.defaultSubcommand } ?? entry
  }

  private func find(_ word: String, in entry: Entry) -> Entry? {
    let all = entry.subcommands ?? []
    if let exact = all.first(where: { $0.commandName == word || $0.aliases?.contains(word) ?? false }) { return exact }
    let fitting = all.filter { $0.commandName.hasPrefix(word) }
    return fitting.count == 1 && !word.isEmpty ? fitting[0] : nil
  }
}
