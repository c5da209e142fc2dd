import ArgumentParser

/// A command as `help` shows it and a test runs it.
package struct Example: Sendable {
  package var line: String
  package var meaning: String

  package init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}

/// A command of the desk. One definition serves the shell, the one-shot call, help and completion.
package protocol DeskCommand: ParsableCommand {
  /// Lines that a user can type as they stand on the demo's desk.
  static var examples: [Example] { get }
  func run(in session: inout Session) throws -> any Answer
}

/// A command that tells of the program itself: it works where there is no desk.
protocol DesklessCommand: DeskCommand {
  /// Nil where the desk is needed after all.
  func text() throws -> String?
}

extension DeskCommand {
  package static var examples: [Example] { [] }

  static func discussion(_ text: String = "") -> String {
    let lines = examples.map { "  \($0.line)\n      \($0.meaning)" }
    return (text.isEmpty ? [] : [text, ""]).joined(separator: "\n")
      + (lines.isEmpty ? "" : "Examples:\n" + lines.joined(separator: "\n"))
  }
}

/// A word that may begin with a hyphen, such as `-tag:spam`: the dispatcher marks such words so that the argument
/// parser does not take them for options.
package struct Word: ExpressibleByArgument, Sendable, Equatable {
  static let mark: Character = "\u{E000}"
  package var text: String

  package init?(argument: String) { text = argument.first == Self.mark ? String(argument.dropFirst()) : argument }

  package init(_ text: String) { self.text = text }

  /// `-tag:spam` and `-12` become marked; `--yes`, `-h` and a bare `-` stay.
  static func marked(_ words: [String]) -> [String] {
    var isLiteral = false
    return words.map { word in
      if word == "--" { isLiteral = true }
      guard !isLiteral, word.hasPrefix("-"), !word.hasPrefix("--"), word.count > 1, word != "-h" else { return word }
      return String(mark) + word
    }
  }
}

extension [Word] {
  /// The words as text. What still begins with `--` is an option that the command does not have.
  func texts() throws(Complaint) -> [String] {
    for word in self where word.text.hasPrefix("--") && word.text.count > 2 {
      throw .usage("unknown option \(word.text)", try: "help COMMAND")
    }
    return filter { $0.text != "--" }.map(\.text)
  }
}

/// Kinds of values that completion offers; each is named once, at the argument itself.
package enum ValueKind: String, CaseIterable, Sendable {
  case cases, accounts, agents, tags, responses, causes, outcomes, filters, profiles, commands, priorities, outbox,
    metrics, standings, columns, settings, settingValues, aliases, replyFields, watchable

  static let prefix = "replywell-values "
}

extension CompletionKind {
  static func values(_ kind: ValueKind) -> CompletionKind { .shellCommand(ValueKind.prefix + kind.rawValue) }
}
