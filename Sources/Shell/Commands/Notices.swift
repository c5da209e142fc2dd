import ArgumentParser
import ServiceDesk

struct Notices: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices", abstract: "List the last notices that your shells have shown above the prompt.",
    discussion: discussion(
      "What is told of: set notices. When not: set quiet-hours. How else: set bell, set notify-command."))
  static let examples = [Example("notices", "the last twenty"), Example("notices --limit 100", "more of them")]

  @Option(help: "Show at most so many.") var limit = 20

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit can't be negative") }
  }

  func run(in session: inout Session) throws -> any Answer {
    let log = NoticeLog(environment: session.environment, desk: session.desk.path)
    return NoticesAnswer(notices: log.last(limit, before: session.now))
  }
}

private struct NoticesAnswer: Answer {
  var list: [Notice]

  init(notices: [Notice]) { list = notices }

  var document: Document {
    .object([
      "notices": .list(
        list.map {
          .object([
            "at": .instant($0.at), "kind": .text($0.kind.rawValue), "case": .optional($0.caseID.map(Int.init)),
            "text": .text($0.words), "alarm": .bool($0.isAlarm),
          ])
        })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !list.isEmpty else { return "nothing has been told yet; set notices says of what" }
    var table = TextTable([.init("when, UTC"), .init("kind"), .init("notice", flexible: true)])
    for notice in list {
      table.add([
        Rich(page.moment(notice.at), .faint), Rich(notice.kind.rawValue),
        Rich(notice.words, notice.isAlarm ? .alarm : .plain),
      ])
    }
    return table.text(width: page.width)
  }
}
