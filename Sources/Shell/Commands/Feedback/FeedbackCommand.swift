import ArgumentParser

struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Deal with negative and neutral feedback: grounds, days left, requests.",
    subcommands: [
      FeedbackList.self, FeedbackShow.self, FeedbackAsk.self, FeedbackFollowUp.self, FeedbackGround.self,
    ], defaultSubcommand: FeedbackList.self)
}
