import ArgumentParser
import DeskStore
import ServiceDesk

struct History: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List what happened to a case, in order.", discussion: discussion())
  static let examples = [
    Example("history 1", "messages and acts of case 1"), Example("history .", "of the case in focus"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Case or order number, or . for the one in focus.", completion: .values(.cases))
  var reference: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let words = try reference.texts()
    let subject = try words.first.map { try session.findCase($0) } ?? session.focused()
    guard let file = try session.desk.file(subject.id, at: session.now) else {
      throw Complaint("there is no case \(subject.id)", try: "queue")
    }
    return HistoryAnswer(file: file)
  }
}

private struct HistoryAnswer: Answer {
  var file: CaseFile

  private var entries: [(at: String, who: String, what: String, detail: String)] {
    let messages = file.messages.map { message in
      (
        message.at, message.row,
        (
          message.at.rfc3339, message.from, message.direction == .in ? "message" : "answer",
          String(message.text.prefix(200))
        )
      )
    }
    let events = file.events.map { ($0.at, $0.id, ($0.at.rfc3339, $0.agent, $0.act.name, $0.act.detail)) }
    return (messages + events).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { ($0.2.0, $0.2.1, $0.2.2, $0.2.3) }
  }

  var document: Document {
    .object([
      "case": .int(Int(file.subject.id)),
      "history": .list(
        entries.map {
          .object(["at": .text($0.at), "who": .text($0.who), "what": .text($0.what), "detail": .text($0.detail)])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    var table = TextTable([.init("when"), .init("who", flexible: true), .init("what"), .init("", flexible: true)])
    for entry in entries {
      table.add([
        Rich(String(entry.at.prefix(16)).replacing("T", with: " "), .faint), Rich(entry.who), Rich(entry.what, .bold),
        Rich(entry.detail),
      ])
    }
    return table.text(width: page.width)
  }
}
