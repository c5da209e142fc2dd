import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "See and steer what is on its way out.",
    subcommands: [OutboxList.self, OutboxRetry.self, OutboxCancel.self, OutboxMarkSent.self],
    defaultSubcommand: OutboxList.self)
}

struct OutboxList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is not sent yet.", discussion: discussion())
  static let examples = [Example("outbox list", "what is not sent yet"), Example("outbox list --all", "everything")]

  @Flag(help: "Show sent and cancelled ones too.") var all = false

  func run(in session: inout Session) throws -> any Answer {
    OutboxAnswer(items: try session.desk.outbox(includingDone: all))
  }
}

struct OutboxRetry: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Try again to hand a reply over.", discussion: discussion())

  @Argument(help: "The reply's number in the outbox.", completion: .values(.outbox)) var number: Int64
  @Flag(help: "Even if it may have gone out already.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let item = try session.outboxItem(number)
    guard [.queued, .failed, .uncertain].contains(item.state) else {
      throw Complaint("reply \(number) is \(item.state.rawValue)", try: "outbox list --all")
    }
    if item.state == .uncertain, !yes {
      guard let person = session.person else {
        throw Complaint.usage(
          "reply \(number) may have gone out already; sending it again could send it twice",
          try: "outbox retry \(number) --yes")
      }
      guard person.choose("it may have gone out already; send it again? [y]es [n]o ", keys: ["y", "n"]) == "y" else {
        throw Complaint("nothing was sent", exitCode: ExitStatus.cancelled)
      }
    }
    try session.desk.settle(number, as: .queued)
    let notices = try session.outcome(of: try session.deliver(number))
    return try session.changed(item.caseID, notices: notices) { _ in "handed over" }
  }
}

struct OutboxCancel: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Give a reply up; its timer runs again.", discussion: discussion())

  @Argument(help: "The reply's number in the outbox.", completion: .values(.outbox)) var number: Int64

  func run(in session: inout Session) throws -> any Answer {
    let item = try session.outboxItem(number)
    guard [.queued, .failed, .uncertain].contains(item.state) else {
      throw Complaint("reply \(number) is \(item.state.rawValue)", try: "outbox list --all")
    }
    try session.desk.settle(number, as: .cancelled)
    return try session.changed(item.caseID) { "reply \(number) given up; #\($0.id) is \($0.state.rawValue)" }
  }
}

struct OutboxMarkSent: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark-sent", abstract: "Say that a reply has gone out.", discussion: discussion())

  @Argument(help: "The reply's number in the outbox.", completion: .values(.outbox)) var number: Int64

  func run(in session: inout Session) throws -> any Answer {
    let item = try session.outboxItem(number)
    guard item.state != .sent else {
      return try session.changed(item.caseID, notices: ["reply \(number) is sent already"]) { _ in "" }
    }
    guard item.state != .cancelled else { throw Complaint("reply \(number) was given up", try: "outbox list --all") }
    try session.desk.settle(number, as: .sent)
    return try session.changed(item.caseID) { _ in "reply \(number) is sent" }
  }
}

extension Session {
  fileprivate func outboxItem(_ number: Int64) throws -> OutboxItem {
    guard let item = try desk.outboxItem(number) else {
      throw Complaint("there is no reply \(number) in the outbox", try: "outbox list --all")
    }
    return item
  }

  fileprivate func changed(_ id: Int64, notices: [String] = [], saying: (Case) -> Rich) throws -> any Answer {
    let cases = try desk.standing(id, at: now).map { [$0] } ?? []
    return try CasesChanged(cases: cases, session: self, notices: notices, saying: saying)
  }
}

private struct OutboxAnswer: Answer {
  var items: [OutboxItem]

  var document: Document {
    .object([
      "outbox": .list(
        items.map {
          .object([
            "id": .int(Int($0.id)), "case": .int(Int($0.caseID)), "state": .text($0.state.rawValue),
            "carrier": .text($0.carrier),
            "createdAt": .instant($0.createdAt), "to": .text($0.mail.to), "subject": .text($0.mail.subject),
            "attempts": .int($0.attempts), "error": .optional($0.error),
          ])
        })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !items.isEmpty else { return "the outbox is empty" }
    var table = TextTable([
      .init("reply", right: true), .init("case", right: true), .init("state"), .init("carrier"), .init("since"),
      .init("subject", flexible: true), .init("trouble", flexible: true),
    ])
    for item in items {
      table.add([
        Rich("\(item.id)", .bold), Rich("#\(item.caseID)"),
        Rich(item.state.rawValue, item.state == .sent ? .good : .caution),
        Rich(item.carrier), Rich(page.moment(item.createdAt)), Rich(item.mail.subject), Rich(item.error ?? "", .alarm),
      ])
    }
    return table.text(width: page.width)
  }
}
