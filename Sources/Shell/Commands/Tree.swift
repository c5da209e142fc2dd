import ArgumentParser

/// The tree of all commands: one line a command.
package struct Replywell: ParsableCommand {
  private static let name = "replywell"

  package static let configuration = CommandConfiguration(
    // Named as the tool above, the parser does not look for its own way to write completion scripts, which `completions`
    // does here: that takes a quarter of a start. The empty name shows in its texts: `Dispatcher.words` mends them.
    commandName: "",
    _superCommandName: name,
    abstract: "A customer-service workbench for marketplace sellers.",
    discussion:
      "Without a command: the shell, or a script on standard input.\n\nOptions of every command, before or after it:\n"
      + GlobalOptions.table.map { option in
        "  " + DisplayWidth.padded("\(option.name)\(option.value.map { " " + $0 } ?? "")", to: 22) + option.help
      }.joined(separator: "\n"),
    groupedSubcommands: [
      CommandGroup(
        name: "Queue",
        subcommands: [
          Queue.self, Next.self, Show.self, Find.self, Explain.self, Note.self, Tag.self, Assign.self, Snooze.self,
          Prioritize.self, Merge.self, Link.self, History.self, Undo.self,
        ]),
      CommandGroup(
        name: "Reply",
        subcommands: [
          Responses.self, Suggest.self, Reply.self, Drafts.self, Send.self, OutboxCommand.self, NoReply.self,
        ]),
      CommandGroup(name: "Resolve", subcommands: [Resolve.self, Reopen.self]),
      CommandGroup(name: "Timers", subcommands: [Timers.self, Compliance.self, Watch.self, Check.self]),
      CommandGroup(name: "Check", subcommands: [PolicyCommand.self]),
      CommandGroup(
        name: "Health",
        subcommands: [
          Health.self, MetricCommand.self, HeadroomCommand.self, Forecast.self, WhatIf.self, Alerts.self,
          Reconcile.self, Standing.self, FeedbackCommand.self, AuditCommand.self, ReviewCommand.self,
          Causes.self, PlanCommand.self, ReportCommand.self,
        ]),
      CommandGroup(
        name: "Data",
        subcommands: [
          AccountCommand.self, Import.self, Export.self, Backup.self, Restore.self, PurgeCommand.self, Verify.self,
          Demo.self,
        ]),
      CommandGroup(
        name: "Shell", subcommands: [Use.self, SetCommand.self, AliasCommand.self, Notices.self, Quit.self]),
      CommandGroup(name: "Setting up", subcommands: [Completions.self, Manual.self]),
    ])

  package init() {}

  /// Every command that can be typed first, with its aliases.
  static let commands: [any ParsableCommand.Type] = configuration.groupedSubcommands.flatMap(\.subcommands)

  /// Each names itself in its configuration: making a name out of the type's costs more than all else at a start.
  static let names: [String] = commands.compactMap { $0.configuration.commandName } + ["help"]

  /// Those that may be typed by their beginning alone: what installs the program does not get into the way of the rest.
  static let abbreviated = names.filter { !["completions", "manual"].contains($0) }

  static let aliases: [String] = commands.flatMap { $0.configuration.aliases }
}
