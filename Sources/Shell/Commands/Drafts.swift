import ArgumentParser
import ServiceDesk

struct Drafts: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts", abstract: "List replies that have been written and not sent.", discussion: discussion())
  static let examples = [Example("drafts", "all of them"), Example("drafts --json", "the same, for a script")]

  func run(in session: inout Session) throws -> any Answer {
    DraftsAnswer(drafts: try session.desk.drafts(at: session.now))
  }
}

private struct DraftsAnswer: Answer {
  var drafts: [(subject: Case, draft: Draft)]

  var document: Document {
    .object([
      "drafts": .list(
        drafts.map {
          .object([
            "case": .int(Int($0.subject.id)), "response": .optional($0.draft.response), "text": .text($0.draft.text),
          ])
        })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !drafts.isEmpty else { return "no drafts" }
    var table = TextTable([
      .init("case", right: true), .init("buyer", flexible: true), .init("reply"), .init("text", flexible: true),
    ])
    for (subject, draft) in drafts {
      table.add([
        Rich("#\(subject.id)", .bold), Rich(subject.buyer ?? ""), Rich(draft.response ?? ""), Rich(draft.text),
      ])
    }
    return table.text(width: page.width) + "\n\("send CASE sends one, reply CASE --edit changes it", .faint)"
  }
}
