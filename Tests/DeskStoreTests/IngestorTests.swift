import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

@Suite struct IngestorTests {
  private let folder = ScratchFolder()

  private func desk() throws -> (Desk, Account) {
    let desk = try Desk(path: folder.path + "/desk.sqlite")
    return (desk, try desk.add(Account(name: "a", profile: "plain")))
  }

  private func message(_ account: Account, _ id: String, _ direction: Direction, at: Int, text: String)
    -> IncomingMessage
  {
    var message = IncomingMessage(
      accountID: account.id, id: id, threads: .init(names: ["thread t"]), direction: direction, at: Date(seconds: at),
      from: "Dana", subject: "s", text: text)
    message.buyer = "Dana"
    message.canChange = true
    return message
  }

  @Test("a row given again changes nothing, with new values it updates, and what it leaves open is kept")
  func givenAgain() throws {
    let (desk, account) = try desk()
    let ask = message(account, "m1", .in, at: 1_000_000, text: "Where is it?")
    let answer = message(account, "m2", .out, at: 1_003_600, text: "On its way.")
    #expect(try Ingestor(desk).ingest([ask, answer]) == [.added, .added])
    #expect(try Ingestor(desk).ingest([ask, answer]) == [.unchanged, .unchanged])
    var changed = answer
    changed.text = "It is on its way."
    changed.direction = .in
    changed.leavesOpen = [.direction]
    #expect(try Ingestor(desk).ingest([changed]) == [.updated])
    let file = try #require(try desk.file(1, at: Date(seconds: 2_000_000)))
    #expect(file.messages.map(\.text) == ["Where is it?", "It is on its way."])
    #expect(file.messages.map(\.direction) == [.in, .out])
    #expect(file.subject.state == .waiting)
  }

  @Test("a mail that answers one which comes later is filed with it")
  func answerBeforeQuestion() throws {
    let (desk, account) = try desk()
    var answer = message(account, "<2@x>", .out, at: 1_003_600, text: "Here.")
    answer.threads = .init(references: ["<1@x>"], names: ["mail <2@x>"])
    var ask = message(account, "<1@x>", .in, at: 1_000_000, text: "Where?")
    ask.threads = .init(names: ["mail <1@x>"])
    #expect(try Ingestor(desk).ingest([answer]) == [.added])
    #expect(try Ingestor(desk).ingest([ask]) == [.added])
    let file = try #require(try desk.file(1, at: Date(seconds: 2_000_000)))
    #expect(file.messages.count == 2)
    #expect(file.timers.map { $0.status(at: Date(seconds: 2_000_000)) } == [.onTime])
  }

  @Test("what is later than the question is hidden: messages at its instant, acts after it")
  func asOf() throws {
    let (desk, account) = try desk()
    _ = try Ingestor(desk).ingest([message(account, "m1", .in, at: 1_000_000, text: "Where?")])
    #expect(try desk.queue(CaseFilter(), at: Date(seconds: 1_000_000)).total == 0)
    #expect(try desk.queue(CaseFilter(), at: Date(seconds: 1_000_001)).total == 1)
    let subject = try #require(try desk.standing(1, at: Date(seconds: 1_000_001)))
    let resolution = Resolution(outcome: "answered", cause: "other")
    let command = Command(at: Date(seconds: 1_000_500), agent: "sam", words: "resolve")
    try desk.apply(.resolving([subject], with: resolution, at: command.at), as: command)
    #expect(try desk.standing(1, at: Date(seconds: 1_000_499))?.state == .open)
    #expect(try desk.standing(1, at: Date(seconds: 1_000_500))?.state == .resolved)
    // The limited queue goes along an index, the whole one over all cases: they agree.
    for second in [1_000_000, 1_000_001, 1_000_499, 1_000_500] {
      let now = Date(seconds: second)
      #expect(try desk.queue(CaseFilter(), at: now, limit: 5).total == desk.queue(CaseFilter(), at: now).total)
    }
  }

  @Test("a file that is no desk, or of a later version, is left alone")
  func foreignFiles() throws {
    let text = try folder.file("notes.txt", "these are notes, and no database at all, however long they may go on for")
    #expect(throws: DeskFault.notADesk(path: text)) { try Desk(path: text) }
    let path = folder.path + "/later.sqlite"
    let desk = try Desk(path: path)
    try desk.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    desk.close()
    #expect(throws: DeskFault.newer(path: path, version: 99)) { try Desk(path: path) }
  }
}
