import ArgumentParser
import DeskStore
import Foundation
import Intake
import ServiceDesk

struct Suggest: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Rank the canned replies that fit a case, with the reasons.",
    discussion: discussion(
      """
      By the buyer's words, the kind of case, the state of its order and the language. It learns at once from the canned \
      replies that are sent, and from import examples; before that it goes by what each reply's file says of itself. \
      The numbers can be given to reply.
      """))
  static let examples = [
    Example("suggest 1", "for case 1"), Example("suggest --text \"where is my parcel\"", "for any text"),
    Example("suggest --evaluate examples.csv", "how often it is right on answered messages"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Case or order number, or . for the one in focus.", completion: .values(.cases))
  var reference: [Word] = []
  @Option(help: "Suggest for this text instead of a case's.") var text: Word?
  @Option(help: "Count hits on a CSV of text,response, with what import examples has taught.", completion: .file())
  var evaluate: String?
  @Option(help: "At most so many.") var limit = 5

  func run(in session: inout Session) throws -> any Answer {
    guard limit > 0 else { throw Complaint.usage("--limit \(limit) shows nothing", try: "--limit 5") }
    if let evaluate { return try SuggestionTest(session: session).run(evaluate) }
    let words = try reference.texts()
    guard words.count <= 1 else {
      throw Complaint.usage("suggest takes one case", try: "suggest --text \"\(words.joined(separator: " "))\"")
    }
    let subject: Case?
    if let word = words.first {
      subject = try session.findCase(word)
    } else {
      subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    }
    guard subject != nil || text != nil else {
      throw Complaint.usage("suggest needs a case or a text", try: "suggest CASE, or suggest --text \"…\"")
    }
    var question =
      try subject.map { try session.question(of: $0) }
      ?? SuggestionQuestion(text: "", kind: .message, order: .none, language: nil)
    if let text {
      question.text = text.text
      question.language = LanguageOfText.code(text.text)
    }
    let replies = try fitting(subject, question, session)
    let found = try session.suggester(among: replies).suggestions(for: question, most: limit)
    session.listedReplies = found.map(\.response)
    return SuggestAnswer(
      subject: subject, isInFocus: subject?.id == session.focus, suggestions: found, language: question.language,
      replies: replies)
  }

  private func fitting(_ subject: Case?, _ question: SuggestionQuestion, _ session: Session) throws -> [CannedReply] {
    if var subject {
      if text != nil { subject.language = question.language }
      return try session.fittingReplies(for: subject).replies
    }
    let languages = [question.language].compactMap(\.self) + (try session.replyLanguages(for: nil))
    return try session.replies.all(languages: languages).replies.filter {
      $0.kinds.isEmpty || $0.kinds.contains(.message)
    }
  }
}

private struct SuggestAnswer: Answer {
  var subject: Case?
  var isInFocus: Bool
  var suggestions: [Suggestion]
  var language: String?
  var replies: [CannedReply]

  var document: Document {
    .object([
      "case": .optional(subject.map { Int($0.id) }),
      "suggestions": .list(
        suggestions.map {
          .object([
            "response": .text($0.response), "score": .number(($0.score * 10_000).rounded() / 10_000),
            "why": .texts($0.why),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !suggestions.isEmpty else { return "no canned reply fits" }
    var table = TextTable([
      .init("", right: true), .init("reply"), .init("score", right: true), .init("why", flexible: true),
    ])
    for (index, suggestion) in suggestions.enumerated() {
      let written = replies.first { $0.name == suggestion.response }?.language
      let other = written != language ? written.map { ["in \($0)"] } ?? [] : []
      table.add([
        Rich("\(index + 1)"), Rich(suggestion.response, .bold), Rich(Self.twoDigits(suggestion.score)),
        Rich(TextGate.oneLine((suggestion.why + other).joined(separator: ", ")), .faint),
      ])
    }
    let next = subject.map { isInFocus ? "reply 1" : "reply \($0.id) 1" } ?? "responses show \(suggestions[0].response)"
    return table.text(width: page.width) + "\n\("next: \(next)", .faint)"
  }

  private static func twoDigits(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// How often the first, or one of the first three suggestions is the right one.
private struct SuggestionTest {
  let session: Session

  func run(_ path: String) throws -> any Answer {
    let model = try session.learnedSuggestions()
    guard model.lessons > 0 else {
      throw Complaint("nothing has been learned yet to evaluate", try: "import examples FILE.csv")
    }
    let (lessons, rejected) = try read(path)
    guard !lessons.isEmpty else {
      throw Complaint(
        "\(path) holds no examples", try: "columns text,response, one answered message a row",
        exitCode: ExitStatus.rejected)
    }
    var first = 0
    var third = 0
    for lesson in lessons {
      let ranking = model.ranking(of: MessageFeatures(of: lesson.text)).prefix(3).map(\.label)
      if ranking.first == lesson.response { first += 1 }
      if ranking.contains(lesson.response) { third += 1 }
    }
    func share(_ hits: Int) -> Document { .number(Double(hits) / Double(lessons.count)) }
    let words: Rich =
      "\(lessons.count) messages · right at first \(Percent.text(first, of: lessons.count)) · among the first three \(Percent.text(third, of: lessons.count))"
    return Said(
      words, document: .object(["count": .int(lessons.count), "top1": share(first), "top3": share(third)]),
      notices: rejected)
  }

  private func read(_ path: String) throws -> (lessons: [Lesson], rejected: [String]) {
    var lessons: [Lesson] = []
    var rejected: [String] = []
    var refusal: FileRefusal?
    let context = TableContext(account: Account(name: "", profile: "plain"), now: session.now)
    TableParser(path: path, kind: .examples, mapping: [:], context: context).run { piece in
      for record in piece.records { for case .example(let lesson) in record.facts { lessons.append(lesson) } }
      rejected += piece.rejects.map { "\(path), line \($0.line): \($0.reason)" }
      refusal = refusal ?? piece.refusal
      return true
    }
    if let refusal {
      throw Complaint(
        "\(path): \(refusal.reason)", try: "a CSV with the columns text and response", exitCode: ExitStatus.rejected)
    }
    return (lessons, rejected)
  }
}
