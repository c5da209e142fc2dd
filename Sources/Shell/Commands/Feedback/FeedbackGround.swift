import ArgumentParser
import Marketplaces
import ServiceDesk

struct FeedbackGround: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "ground", abstract: "Find the ground on which the marketplace would take a comment away.",
    discussion: discussion(
      """
      Of any comment: a file, standard input (-), or --text. Mixed comments stay: one word about the seller's own \
      service, and there is no ground. Without --profile the accounts' rules hold; of accounts on several marketplaces, \
      or none, Amazon's.
      --lines reads JSON lines {"id","profile","rating","text","fulfilledBy","label"} and answers one line each.
      """))
  static let examples = [
    Example("feedback ground --text \"The lamp broke after a week.\" --profile amazon", "one comment"),
    Example(
      "feedback ground --text \"Came two weeks late\" --profile amazon --fulfilled-by marketplace",
      "of an order that the marketplace sent"),
  ]

  @Argument(help: "A file, or - for standard input.", completion: .file()) var file: String?
  @Option(help: "The comment itself.") var text: Word?
  @Option(help: "Whose rules: a profile, such as amazon.", completion: .values(.profiles)) var profile: String?
  @Option(help: "seller or marketplace: who sent the order.") var fulfilledBy = "seller"
  @Flag(help: "It left on time with the marketplace's own shipping label.") var label = false
  @Flag(help: "Read JSON lines, and answer with one line each.") var lines = false

  private struct Line: Decodable {
    var id: JSONLines.Identifier?
    var profile: String?
    var rating: Int?
    var text: String?
    var fulfilledBy: String?
    var label: Bool?
  }

  func run(in session: inout Session) throws -> any Answer {
    if lines { return try ofLines(session) }
    guard (file == nil) != (text == nil) else {
      throw Complaint.usage(
        "feedback ground needs one comment", try: "feedback ground FILE, or feedback ground --text \"…\"")
    }
    let rules = try rules(session)
    let comment = try file.map { try InputFile.text(of: $0, for: "feedback ground") } ?? text?.text ?? ""
    let finding = GroundCheck.finding(
      for: FeedbackComment(
        text: comment, accepted: rules.feedback.grounds,
        isMarketplaceFulfilled: try Self.isMarketplace(fulfilledBy),
        hadLabel: label))
    return GroundAnswer(finding: finding)
  }

  /// Amazon's are the grounds that others' rules were made after.
  private func rules(_ session: Session) throws -> Profile {
    try session.askedProfile(profile, for: "feedback ground", else: "amazon")
  }

  private static func isMarketplace(_ word: String) throws -> Bool {
    guard ["seller", "marketplace", ""].contains(word) else {
      throw Complaint.usage("--fulfilled-by \(word) is nobody", try: "--fulfilled-by seller or marketplace")
    }
    return word == "marketplace"
  }

  private func ofLines(_ session: Session) throws -> any Answer {
    var known: [String: Set<RemovalGround>] = [:]
    return try JSONLines.answers(
      of: file ?? "-", for: "feedback ground", as: Line.self, needs: "id, profile, rating, text, fulfilledBy and label",
      example: #"{"id":1,"profile":"amazon","rating":1,"text":"…","fulfilledBy":"seller","label":false}"#
    ) { line, place in
      let name = line.profile ?? ""
      let grounds = try known[name] ?? (line.profile.map(session.profiles.profile) ?? rules(session)).feedback.grounds
      known[name] = grounds
      let finding = GroundCheck.finding(
        for: FeedbackComment(
          text: line.text ?? "", accepted: grounds, isMarketplaceFulfilled: line.fulfilledBy == "marketplace",
          hadLabel: line.label ?? false))
      return .object(
        [.init(key: "id", value: line.id?.document ?? .null)] + finding.members)
    }
  }
}

extension GroundFinding {
  var members: [Document.Member] {
    [
      .init(key: "ground", value: .text(name)), .init(key: "words", value: .texts(words)),
      .init(key: "why", value: .text(why)),
    ]
  }
}

private struct GroundAnswer: Answer {
  var finding: GroundFinding

  var document: Document { .object(finding.members) }

  func text(on page: Page) -> Rich {
    let head: Rich = finding.ground.map { "ground: \($0.title, .good)" } ?? "no ground to ask for removal"
    return page.wrapped(finding.why).reduce(head) { $0 + "\n\($1)" }
  }
}
