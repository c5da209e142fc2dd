import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

/// How a person is told, and when not.
@Suite struct NotifierTests {
  private func start(_ settings: String...) throws -> (mine: DeskSession, other: DeskSession, notifier: Notifier) {
    let mine = try DeskSession()
    mine.run("account add shop --profile plain")
    for line in settings { #expect(mine.run(line).code == 0) }
    let notifier = Notifier(session: mine.session)
    return (mine, try DeskSession(sharing: mine.session.desk.path), notifier)
  }

  private func importThree(_ desk: DeskSession) {
    desk.run("import messages \(SourceTree.transcripts)/desks/three.csv")
  }

  @Test("one row each, cut to the window, and kept for notices")
  func tells() throws {
    var (mine, other, notifier) = try start("set bell on")
    importThree(other)
    let told = notifier.news(mine.session)
    #expect(told.lines.map(\.plainText) == ["• 3 new: messages · queue kind:message"])
    #expect(told.rings)
    #expect(mine.run("notices").text.contains("3 new: messages"))
    #expect(mine.run("notices --json").text.contains("\"kind\":\"message\""))
    let long = Notice(kind: .breach, at: mine.now, key: "k", words: String(repeating: "很长 ", count: 60), isAlarm: true)
    #expect(DisplayWidth.of(Notifier.line(long, width: 40).plainText) < 40)
  }

  @Test("not in quiet hours; afterwards how many there were")
  func quiet() throws {
    // It is 09:00.
    var (mine, other, notifier) = try start("set quiet-hours 08:00-10:00", "set bell on")
    importThree(other)
    #expect(notifier.news(mine.session).lines.isEmpty && !notifier.news(mine.session).rings)
    mine.now += 3600 - 1
    #expect(notifier.news(mine.session).lines.isEmpty)
    mine.now += 1
    #expect(notifier.news(mine.session).lines.first?.plainText.hasSuffix("during quiet hours: notices") == true)
    #expect(mine.run("notices").text.contains("3 new: messages"))
  }

  @Test("only of the kinds that are set")
  func kinds() throws {
    var (mine, other, notifier) = try start("set notices due breach")
    importThree(other)
    #expect(notifier.news(mine.session).lines.isEmpty)
    #expect(mine.run("notices").text.hasPrefix("nothing has been told yet"))
  }

  @Test("the notify command gets the notice in its environment, whatever a buyer has written")
  func command() throws {
    var (mine, other, notifier) = try start()
    let file = mine.folder.path + "/told"
    mine.run("set notify-command 'printf %s \"$REPLYWELL_NOTICE\" > \(file).new; mv \(file).new \(file)'")
    let head = "message_id,thread,buyer,direction,at,subject,text"
    let row = "m1,t1,\"$(touch \(mine.folder.path)/gotcha) `id`; x\",in,2026-03-02T08:59:00Z,\"'; touch x\",Hello"
    other.run("import messages \(try other.folder.file("bad.csv", "\(head)\n\(row)\n"))")
    _ = notifier.news(mine.session)
    let deadline = Date().addingTimeInterval(20)
    while !FileManager.default.fileExists(atPath: file), Date() < deadline { sched_yield() }
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("new message #1 $(touch"))
    #expect(!FileManager.default.fileExists(atPath: mine.folder.path + "/gotcha"))
  }

  @Test("a list that has become long loses its older half; what two shells told of is there once")
  func list() throws {
    let mine = try DeskSession()
    let log = NoticeLog(environment: mine.session.environment, desk: mine.session.desk.path)
    for number in 0..<3000 {
      let notice = Notice(kind: .message, at: mine.now, key: "k\(number)", words: "new message #\(number)")
      log.append([notice])
      if number.isMultiple(of: 100) { log.append([notice]) }
    }
    let last = log.last(5, before: mine.now)
    #expect(last.map(\.words) == (2995..<3000).map { "new message #\($0)" })
    #expect(try FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int ?? 0 < 1 << 19)
    #expect(log.last(.max, before: mine.now.addingTimeInterval(-1)).isEmpty)
  }
}
