import Foundation
import GRDB
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

/// A desk that an earlier release has written is opened, brought up to date, and says what it said before.
@Suite struct MigrationTests {
  private func copy(_ name: String) throws -> (folder: ScratchFolder, path: String) {
    let folder = ScratchFolder()
    let path = folder.path + "/desk.sqlite"
    let fixture = SourceTree.root + "/Tests/DeskStoreTests/Fixtures/" + name
    try FileManager.default.copyItem(atPath: fixture, toPath: path)
    return (folder, path)
  }

  @Test("a desk of the first release keeps its figures, and its totals carry the answer times")
  func first() throws {
    let (folder, path) = try copy("desk-1.db")
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: path)
    let account = try desk.account(named: "shop")
    let now = Date(seconds: 1_772_445_600)
    let window = try desk.compliance(account: account.id, days: 30, at: now)
    #expect(window.rate.onTime == 2 && window.rate.late == 1 && window.rate.running == 1 && window.rate.exempt == 1)
    // 4 h, 2 d and 23 h 10 min.
    #expect(window.answerSeconds == 14_400 + 172_800 + 83_400)
    #expect(try desk.standing(1, at: now)?.tags == ["refund"])
    #expect(try desk.verify().problems == [])
    #expect(try desk.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Desk.version)
  }

  @Test("a desk of the second release teaches suggestions what was sent from it")
  func second() throws {
    let (folder, path) = try copy("desk-2.db")
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: path)
    let lessons = try desk.lessons(after: LessonMark()).lessons
    #expect(lessons.map(\.response) == ["left"])
    #expect(lessons.first?.text == "My lamp should be here since Thursday. Where is it?")
    #expect(lessons.first?.facts == ["kind:message", "order:late", "language:en"])
    let account = try desk.account(named: "shop")
    let uses = try desk.replyUse(
      from: Date(seconds: 1_772_000_000), to: Date(seconds: 1_772_500_000), account: account.id)
    #expect(uses == [ReplyUse(response: "left", used: 1, medianSeconds: 86_400)])
    #expect(try desk.standing(2, at: Date(seconds: 1_772_500_000))?.tags == ["spare"])
    #expect(try desk.verify().problems == [])
  }

  @Test("a desk of the third release keeps what was settled on it, and can be asked why")
  func third() throws {
    let (folder, path) = try copy("desk-3.db")
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: path)
    let now = Date(seconds: 1_770_984_000)  // 2026-02-13 12:00
    let settled = try desk.settled(account: nil, from: Date(seconds: 1_770_000_000), to: now, at: now)
    #expect(settled.map(\.resolution.cause) == ["late-handling"])
    #expect(settled.first?.order?.order.carrier == "UPS" && settled.first?.order?.order.product == nil)
    let feedback = try desk.feedbackEntries(account: nil, openOnly: true, at: now, limit: 10)
    #expect(feedback.entries.map(\.status) == [.new] && feedback.total == 1)
    #expect(try desk.plans(at: now) == [])
    #expect(try desk.verify().problems == [])
  }

  @Test("a desk of the fourth release gets a log that covers all it has, and finds its conversations again")
  func fourth() throws {
    let (folder, path) = try copy("desk-4.db")
    defer { withExtendedLifetime(folder) {} }
    let desk = try Desk(path: path)
    let now = Date(seconds: 1_771_588_860)  // 2026-02-20 12:01
    #expect(try desk.plans(at: now).map(\.id) == [1])
    #expect(try desk.reviewTasks().map(\.days) == [14])
    let check = try desk.verify()
    #expect(check.problems == [] && check.chainIsWhole && check.events > 5)
    let account = try desk.account(named: "shop")
    var message = IncomingMessage(
      accountID: account.id, id: "m3", threads: .init(names: ["thread glass"]), direction: .in, at: now,
      from: "Eli Roe",
      subject: "", text: "Still broken.")
    message.buyer = "Eli Roe"
    _ = try Ingestor(desk).ingest([message])
    #expect(try desk.file(2, at: now.addingTimeInterval(1))?.messages.map(\.id) == ["m2", "m3"])
    #expect(try desk.verify().problems == [])
  }

  @Test("a desk of a later release is left alone")
  func later() throws {
    let (folder, path) = try copy("desk-1.db")
    defer { withExtendedLifetime(folder) {} }
    var asDesks = Configuration()
    asDesks.journalMode = .wal
    let later = try DatabaseQueue(path: path, configuration: asDesks)
    try later.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try later.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: DeskFault.newer(path: path, version: 99)) { try Desk(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
