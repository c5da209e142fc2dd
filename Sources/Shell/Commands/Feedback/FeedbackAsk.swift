import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct FeedbackAsk: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Note that the marketplace was asked to take feedback away.",
    discussion: discussion(
      """
      The request itself is made on the marketplace's page; the desk checks that there is a ground, keeps to the cap, \
      and remembers. Without a ground it is refused: many wrong requests are a violation. --despite REASON notes one \
      all the same.
      """))
  static let examples = [
    Example("feedback ask 64 --despite \"their support told us to\"", "one without a ground, with the reason")
  ]

  @Argument(help: "The case, or its order.", completion: .values(.cases)) var word: Word?
  @Option(help: "Why, although there is no ground; it is logged.") var despite: Word?

  func run(in session: inout Session) throws -> any Answer {
    let entry = try session.findFeedback(word?.text ?? ".")
    let id = entry.subject.id
    switch entry.status {
    case .removed:
      return Said("#\(id) is removed already", document: .object(["cases": .list([]), "notices": .list([])]))
    case .removalAsked:
      return try session.changed(Decision(), []) { _ in "" }.noticing("removal of #\(id) was asked for already")
    case .kept:
      throw Complaint("#\(id) is settled: its time for removal is over, or it was kept", try: "reopen \(id)")
    case .new, .contacted: break
    }
    var reader = try FeedbackReader(session)
    let item = try reader.read(entry)
    let rules = try reader.rules(of: entry)
    let requests = try session.desk.removalRequests(
      of: item.account.id, since: session.now.addingTimeInterval(Double(-rules.per)), at: session.now)
    if let next = requests.nextAllowed(by: rules) {
      throw Complaint(
        "\(requests.times.count) removal requests in \(rules.per / 86_400) days are as many as \(item.account.name) should make",
        try: next == .distantFuture ? "reply \(id)" : "feedback ask \(id) from \(next.rfc3339) on")
    }
    let reason = despite?.text.trimmingCharacters(in: .whitespaces) ?? ""
    if item.finding.ground == nil, reason.isEmpty {
      throw Complaint(
        "there is no ground to ask for removal of #\(id): \(item.finding.why); asking all the same is a violation",
        try: item.response.map { "reply \(id) \($0)" } ?? "feedback ask \(id) --despite REASON")
    }
    var decision = Decision()
    decision.record(
      .askRemoval(ground: item.finding.ground, reason: item.finding.ground == nil ? reason : nil), on: entry.subject)
    let count = requests.times.count + 1
    let answer = try session.apply(decision) { subject in
      "#\(subject.id) removal asked: \(item.finding.ground?.title ?? "no ground") · request \(count) of \(rules.mostRequests) in \(rules.per / 86_400) days"
    }
    let words =
      item.finding.words.isEmpty || item.finding.ground == nil
      ? "" : ", and quote: \(item.finding.words.prefix(3).joined(separator: "; "))"
    return answer.noticing(
      "make the request on the marketplace's feedback page\(words); when it answers: resolve \(id) removed")
  }
}

extension Answer {
  /// The answer with one more thing to tell.
  func noticing(_ notice: String) -> any Answer { AnswerWithNotice(answer: self, notice: notice) }
}
