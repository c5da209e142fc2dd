import Foundation

/// The manual page, made of the same description of the command tree that completion goes by.
struct ManualPage {
  let catalogue: Catalogue

  /// In the language of man(7).
  var text: String {
    var lines = [
      ".TH REPLYWELL 1 \"\" \"Replywell\" \"User Commands\"", ".SH NAME",
      "replywell \\- \(Self.escaped(catalogue.root.abstract ?? ""))", ".SH SYNOPSIS", ".B replywell",
      "[\\fIOPTION\\fR]... [\\fICOMMAND\\fR [\\fIARGUMENT\\fR]...]", ".SH DESCRIPTION",
    ]
    lines += paragraphs(Self.description)
    lines.append(".SH OPTIONS")
    lines.append("Taken before or after the command.")
    for option in GlobalOptions.table {
      lines += entry(option.name, option.value, option.help)
    }
    lines.append(".SH COMMANDS")
    for command in catalogue.root.subcommands ?? [] where command.commandName != "help" {
      lines += section(command, under: [])
    }
    lines += Self.endings.flatMap { title, text in [".SH \(title)"] + paragraphs(text) }
    return lines.joined(separator: "\n")
  }

  // MARK: - Commands

  private func section(_ command: Catalogue.Entry, under parents: [String]) -> [String] {
    let names = parents + [command.commandName]
    let arguments = command.arguments ?? []
    let usage = arguments.filter(\.isPositional).map(Self.place).joined(separator: " ")
    var lines = [".SS \(Self.escaped(names.joined(separator: " ")))"]
    lines.append(Self.escaped(command.abstract ?? ""))
    if let aliases = command.aliases, !aliases.isEmpty {
      lines.append("Also \(Self.escaped(aliases.joined(separator: ", "))).")
    }
    if !usage.isEmpty { lines += [".PP", ".B \(Self.escaped(names.joined(separator: " ")))", usage] }
    for argument in arguments where argument.isPositional {
      lines += [
        ".TP", "\\fI\(Self.escaped((argument.valueName ?? "").uppercased()))\\fR",
        Self.escaped(argument.abstract ?? ""),
      ]
    }
    for option in arguments where !option.isPositional && !["--help", "--version"].contains(option.longName) {
      guard let name = option.longName else { continue }
      lines += entry(name, option.takesValue ? (option.valueName ?? "value").uppercased() : nil, option.abstract ?? "")
    }
    lines += discussion(command.discussion ?? "")
    for nested in command.subcommands ?? [] where nested.commandName != "help" {
      lines += section(nested, under: names)
    }
    return lines
  }

  private static func place(_ argument: Catalogue.Argument) -> String {
    "[\\fI\(escaped((argument.valueName ?? "value").uppercased()))\\fR]"
  }

  private func entry(_ name: String, _ value: String?, _ help: String) -> [String] {
    [".TP", "\\fB\(Self.escaped(name))\\fR\(value.map { " \\fI\(Self.escaped($0))\\fR" } ?? "")", Self.escaped(help)]
  }

  /// Examples keep their lines; the rest is filled.
  private func discussion(_ text: String) -> [String] {
    let parts = text.components(separatedBy: "Examples:\n")
    var lines = paragraphs(parts[0])
    if parts.count > 1 {
      lines += [".PP", ".nf"] + parts[1].split(separator: "\n").map { Self.escaped(String($0)) } + [".fi"]
    }
    return lines
  }

  private func paragraphs(_ text: String) -> [String] {
    text.components(separatedBy: "\n\n").filter { $0.contains { !$0.isWhitespace } }.flatMap { paragraph in
      [".PP"] + paragraph.split(separator: "\n").map { Self.escaped(String($0)) }
    }
  }

  /// A backslash and a hyphen mean something to man, and so does a dot or an apostrophe that begins a line.
  static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.first.map { ".'".contains($0) } ?? false ? "\\&" + text : text
  }

  // MARK: - Texts

  private static let description = """
    Without a command replywell is a shell at a terminal; otherwise it reads a script from standard input, one command a
    line. Every command of the shell can be given as a call of its own too.

    CASE is a number, an order number, \\. for the case in focus, or %3 for the third of the last list. FILTER is made of
    terms such as kind:message, due:<4h, overdue, tag:refund, -tag:spam, buyer:dana, text:"where is"; all must hold;
    @NAME is a saved one.
    """.replacing("\\.", with: ".")

  private static let endings: [(String, String)] = [
    (
      "KEYS",
      "Those of libedit, emacs by default, vi by bind -v in ~/.editrc. Tab completes and goes through the list, Shift-Tab goes back, Ctrl-R searches the history, Alt-E opens the line in $EDITOR, Alt-Return begins a next line."
    ),
    (
      "EXIT STATUS",
      "0 done, 1 failed, 2 cancelled, 64 wrong usage, 65 input rejected as a whole, 69 desk, server or carrier not available. check: 10 when a case is due soon, 20 when one is overdue or a rate is short."
    ),
    (
      "ENVIRONMENT",
      "REPLYWELL_DESK, REPLYWELL_AGENT, EDITOR, VISUAL, PAGER, NO_COLOR, XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME."
    ),
    (
      "FILES",
      "$XDG_DATA_HOME/replywell/desk.sqlite, the desk.\n\n$XDG_CONFIG_HOME/replywell/config.yaml, your settings, aliases and saved filters; responses/ and profiles/ beside it are your own canned replies and marketplaces.\n\n$XDG_STATE_HOME/replywell/history and notices.jsonl."
    ),
  ]
}
