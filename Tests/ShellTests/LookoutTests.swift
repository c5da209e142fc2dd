import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

/// What a shell is told of while its agent types.
@Suite struct LookoutTests {
  private let mine = try? DeskSession()

  /// A desk with three open cases, two of them due a day after they came, and another process on it.
  private func start() throws -> (mine: DeskSession, other: DeskSession) {
    let mine = try #require(mine)
    mine.run("account add shop --profile plain")
    mine.run("import messages \(SourceTree.transcripts)/desks/three.csv")
    return (mine, try DeskSession(sharing: mine.session.desk.path))
  }

  private func importing(_ rows: [String], _ desk: DeskSession) throws {
    let head = "message_id,thread,order_id,buyer,direction,at,subject,text"
    let file = try desk.folder.file("more.csv", ([head] + rows).joined(separator: "\n") + "\n")
    #expect(desk.run("import messages \(file)").code == 0)
  }

  @Test("a message that another process brings is told of once, with what it is")
  func arrival() throws {
    let (mine, other) = try start()
    var lookout = try Lookout(mine.session)
    #expect(try lookout.look(mine.session).isEmpty)
    try importing(["m9,t9,,Ada Quill,in,2026-03-02T08:59:00Z,Invoice,Where is my invoice?"], other)
    let told = try lookout.look(mine.session).map(\.words)
    #expect(told.count == 1 && told[0].hasPrefix("new message #"))
    #expect(told[0].hasSuffix(" Ada Quill “Invoice” · due in 23 h 59 min"))
    mine.now += 60
    #expect(try lookout.look(mine.session).isEmpty)
  }

  @Test("many are one line, and while they keep coming one now and then")
  func burst() throws {
    let (mine, other) = try start()
    var lookout = try Lookout(mine.session)
    _ = try lookout.look(mine.session)
    var told: [String] = []
    for round in 0..<30 {
      try importing(
        (0..<3).map { "b\(round)-\($0),b\(round)-\($0),,Buyer \($0),in,2026-03-02T08:58:00Z,Hello,Question \(round)" },
        other)
      told += try lookout.look(mine.session).map(\.words)
      mine.now += 1
    }
    mine.now += 60
    told += try lookout.look(mine.session).map(\.words)
    #expect(told.count <= 5 && told.first == "3 new: messages · queue kind:message")
    // None is lost: what came in the pauses is counted afterwards.
    let counts = told.compactMap { Int($0.split(separator: " ").first ?? "") }
    #expect(counts.reduce(0, +) == 90)
  }

  @Test("what this shell has brought in itself, and automatic mail, is no news")
  func own() throws {
    let (mine, other) = try start()
    var lookout = try Lookout(mine.session)
    try importing(["m9,t9,,Ada Quill,in,2026-03-02T08:59:00Z,Invoice,Where is it?"], mine)
    lookout.passOver(mine.session)
    #expect(try lookout.look(mine.session).isEmpty)
    let head = "message_id,thread,buyer,direction,at,subject,text,auto"
    let row = "m10,t10,Bo Lind,in,2026-03-02T08:59:30Z,Away,I am away,true"
    let file = try other.folder.file("auto.csv", "\(head)\n\(row)\n")
    other.run("import messages \(file)")
    #expect(try lookout.look(mine.session).isEmpty)
  }

  @Test("deadlines: two hours, half an hour and five minutes before, and when they have passed; each once")
  func deadlines() throws {
    let (mine, _) = try start()
    // #1 is due at 10:00, the others the next morning.
    mine.now = Date(timeIntervalSince1970: 1_772_442_000 - 3600 - 60)
    var lookout = try Lookout(mine.session)
    var told: [String] = []
    for _ in 0..<140 {
      told += try lookout.look(mine.session).map(\.words)
      mine.now += 60
    }
    #expect(
      told == [
        "#1 due in 2 h Dana Poe “Where is my lamp?”", "#1 due in 30 min Dana Poe “Where is my lamp?”",
        "#1 due in 5 min Dana Poe “Where is my lamp?”", "#1 overdue Dana Poe “Where is my lamp?”",
      ])
  }

  @Test("an account's own times, and none for what was answered meanwhile")
  func ownTimes() throws {
    let (mine, other) = try start()
    other.run("account set shop remind \"40m 10m\"")
    var lookout = try Lookout(mine.session)
    var told: [String] = []
    for minute in 0..<70 {
      if minute == 35 { #expect(other.run("reply 1 --text \"It comes on Friday.\" --send").code == 0) }
      told += try lookout.look(mine.session).filter { $0.kind != .target }.map(\.words)
      mine.now += 60
      other.now = mine.now
    }
    #expect(told == ["#1 due in 40 min Dana Poe “Where is my lamp?”"])
  }

  @Test("a target that is missed, and met again")
  func targets() throws {
    let (mine, other) = try start()
    mine.run("account set shop target response-rate 0.4")
    var lookout = try Lookout(mine.session)
    var told: [Notice] = []
    func pass(_ minutes: Int) throws {
      for _ in 0..<minutes {
        told += try lookout.look(mine.session).filter { $0.kind == .target }
        mine.now += 60
        other.now = mine.now
      }
    }
    try pass(3)
    #expect(told.isEmpty)
    // The three are due within a day: none was answered.
    try pass(26 * 60)
    #expect(told.map(\.isAlarm).contains(true), "\(told)")
    #expect(told.allSatisfy { $0.words.hasPrefix("shop: response rate") })
  }

  @Test("a reply that another process could not send")
  func failure() throws {
    let (mine, other) = try start()
    other.run("account set shop carrier sendmail")
    other.run("account set shop sendmail /bin/false")
    var lookout = try Lookout(mine.session)
    _ = try lookout.look(mine.session)
    let sent = other.run("reply 1 --text \"It comes on Friday.\" --send")
    #expect(sent.code != 0)
    let told = try lookout.look(mine.session).filter { $0.kind == .failed }
    #expect(told.count == 1 && told.first?.words.contains("the reply to #1 was not taken") == true)
    #expect(try lookout.look(mine.session).filter { $0.kind == .failed }.isEmpty)
  }

  @Test("what is of this very second is told in the next, and bad feedback too")
  func thisSecond() throws {
    let (mine, other) = try start()
    var lookout = try Lookout(mine.session)
    _ = try lookout.look(mine.session)
    try importing(["m9,t9,,Ada Quill,in,2026-03-02T09:00:00Z,Invoice,Where is my invoice?"], other)
    let head = "feedback_id,order_id,rating,comment,left_at"
    let file = try other.folder.file("bad.csv", "\(head)\nF1,114-5550101-2220202,1,Broken,2026-03-02T09:00:00Z\n")
    #expect(other.run("import feedback \(file)").code == 0)
    #expect(try lookout.look(mine.session).isEmpty)
    var told: [String] = []
    for _ in 0..<30 {
      mine.now += 1
      told += try lookout.look(mine.session).filter { $0.kind != .target }.map(\.words)
    }
    #expect(told.count == 2)
    #expect(told.contains { $0.contains("Ada Quill") }, "\(told)")
    #expect(told.contains { $0.contains("1 star") }, "\(told)")
  }

  @Test("while somebody types, what follows from another process's changes waits, and no reminder is lost by that")
  func typing() throws {
    let (mine, other) = try start()
    var lookout = try Lookout(mine.session)
    _ = try lookout.look(mine.session)
    #expect(lookout.status.next?.caseID == 1)
    try importing(["m9,t9,,Ada Quill,in,2026-03-01T09:30:10Z,Invoice,Where is my invoice?"], other)
    var told: [String] = []
    // The new one is due in half an hour and ten seconds: its reminder falls into the time of typing.
    for _ in 0..<20 {
      mine.now += 1
      told += try lookout.look(mine.session, isTyping: true).map(\.words)
    }
    #expect(told.count == 1 && told[0].hasPrefix("new message #"), "\(told)")
    #expect(lookout.status.next?.caseID == 1)
    told = try lookout.look(mine.session).filter { $0.kind == .due }.map(\.words)
    #expect(told.count == 1 && told[0].contains("due in 30 min Ada Quill"), "\(told)")
    #expect(lookout.status.next.map { $0.caseID != 1 } == true)
    #expect(try lookout.look(mine.session).isEmpty)
  }
}
