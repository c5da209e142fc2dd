import ArgumentParser

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Walk through the audit one by one, and keep up recurring tasks.",
    subcommands: [ReviewWalk.self, ReviewDone.self, ReviewTasks.self, ReviewEvery.self, ReviewHistory.self],
    defaultSubcommand: ReviewWalk.self)
}
