import Foundation
import ServiceDesk

/// Finds the canned reply that an agent means.
struct CannedReplyFinder {
  let session: Session
  let subject: Case?

  /// Several for one letter: all in one language where there is one that has them all.
  func findAll(_ words: [String]) throws -> [CannedReply] {
    let found = try words.map(find)
    guard Set(found.map(\.language)).count > 1 else { return found }
    for language in try session.replyLanguages(for: subject) {
      let same = try found.compactMap { try session.replies.reply($0.name, languages: [language]) }
      if same.count == found.count { return same }
    }
    return found
  }

  /// By its number in the last list, its name, or the beginning of its name. Where nothing was listed, as in a one-shot
  /// call, the number is that of the case's suggestions.
  func find(_ word: String) throws -> CannedReply {
    let name = try Int(word).map(listed) ?? word
    let languages = try session.replyLanguages(for: subject)
    if let reply = try session.replies.reply(name, languages: languages) { return reply }
    let names = try session.replies.names()
    let fitting = names.filter { $0.hasPrefix(name) }
    if fitting.count == 1, let reply = try session.replies.reply(fitting[0], languages: languages) { return reply }
    let near = fitting.isEmpty ? Nearest.names(to: name, among: names) : Array(fitting.prefix(5))
    throw Complaint.usage(
      "there is no canned reply \(name)", try: near.isEmpty ? "responses list" : near.joined(separator: ", "))
  }

  private func listed(_ number: Int) throws -> String {
    let listed = session.listedReplies.isEmpty ? try suggested() : session.listedReplies
    guard listed.indices.contains(number - 1) else {
      throw Complaint.usage("there is no reply \(number) in the list", try: "responses list")
    }
    return listed[number - 1]
  }

  /// The names of the replies that fit the case, the best first.
  func suggested() throws -> [String] {
    let fitting = try session.fittingReplies(for: subject).replies
    guard let subject else { return fitting.map(\.name) }
    let suggester = ReplySuggester(candidates: fitting, learned: try session.learnedSuggestions())
    return suggester.suggestions(for: try session.question(of: subject)).map(\.response)
  }
}
