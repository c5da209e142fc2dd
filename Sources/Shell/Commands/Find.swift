import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Find: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Search all messages for words.",
    discussion: discussion(
      """
      All words must be there; words in quotes must stand together; word* takes any ending. Filter terms, as with queue, \
      narrow it to messages of the cases that fit, resolved ones too.
      """))
  static let examples = [
    Example("find lamp", "messages with the word lamp"), Example("find 退款", "messages with 退款"),
    Example("find lamp state:open kind:message", "in the messages of open cases only"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Words, a \"phrase\" or an order number; filter terms, as with queue.",
    completion: .values(.filters)) var words: [Word] = []
  @Option(help: "Show at most so many.") var limit: Int?

  func run(in session: inout Session) throws -> any Answer {
    let all = try words.texts()
    let filter = try session.filter(all.filter(Self.isFilter))
    // text:WORDS alone is as good as the words.
    let words = all.filter { !Self.isFilter($0) } + filter.wantedTexts
    guard words.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      let terms = all.joined(separator: " ")
      throw Complaint.usage("find needs words", try: terms.isEmpty ? "find lamp" : "queue --all \(terms)")
    }
    let found = try session.desk.find(
      words, in: filter, at: session.now, limit: limit ?? (session.options.format == .text ? 20 : nil))
    session.listedCases = found.matches.map(\.caseID)
    return FindAnswer(total: found.total, matches: found.matches, isNumbered: session.isShell)
  }
}

extension Find {
  /// KEY:VALUE of a known key. "overdue" and "unassigned" are words here, and so is what a phrase begins with.
  private static func isFilter(_ word: String) -> Bool {
    guard CaseFilter.looksLikeFilter(word), let colon = word.firstIndex(of: ":") else { return false }
    return word[colon...].dropFirst().first?.isWhitespace == false
  }
}

private struct FindAnswer: Answer {
  var total: Int
  var matches: [Match]
  var isNumbered: Bool

  var document: Document {
    .object([
      "total": .int(total),
      "matches": .list(
        matches.map {
          .object([
            "case": .int(Int($0.caseID)), "message": .text($0.message), "at": .instant($0.at),
            "snippet": .text($0.snippet), "score": .int($0.score),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !matches.isEmpty else { return "nothing found" }
    var table = TextTable([
      .init(isNumbered ? "%" : "", right: true), .init("case", right: true), .init("when"),
      .init("buyer", flexible: true), .init("text", flexible: true),
    ])
    for (index, match) in matches.enumerated() {
      table.add([
        Rich(isNumbered ? "\(index + 1)" : "", .faint), Rich("#\(match.caseID)", .bold), Rich(page.moment(match.at)),
        Rich(match.buyer ?? ""), Rich(match.snippet),
      ])
    }
    var output = table.text(width: page.width)
    if total > matches.count { output += "\n\("\(matches.count) of \(total); --limit \(total) shows all", .faint)" }
    return output
  }
}
