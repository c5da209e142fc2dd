import DeskStore
import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

/// Two agents on one desk.
@Suite("Together") struct TogetherTests {
  private func two() throws -> (DeskSession, DeskSession) {
    let first = try DeskSession()
    let file = first.folder.path + "/m.jsonl"
    try #"{"message_id":"m1","buyer":"Dana","at":"2026-03-02T08:00:00Z","text":"Where is it?"}"#
      .write(toFile: file, atomically: true, encoding: .utf8)
    for line in ["account add shop --profile plain", "import messages \(file)"] { #expect(first.run(line).code == 0) }
    return (first, try DeskSession(sharing: first.session.desk.path))
  }

  @Test("who looked at a case before somebody else answered it can't answer it unknowingly") func answered() throws {
    let (first, second) = try two()
    #expect(first.run("show 1").code == 0 && second.run("show 1").code == 0)
    #expect(second.run("reply 1 --text \"It comes today.\" --send --agent kim").code == 0)
    let refused = first.run("reply 1 --text \"It comes tomorrow.\" --send --agent sam")
    #expect(refused.code == 1 && refused.text.contains("kim has answered #1"), "\(refused.text)")
    #expect(first.run("outbox list --json").text.contains("tomorrow") == false)
    // Having seen it, the same text may go after all.
    #expect(first.run("show 1").text.contains("It comes today."))
    #expect(first.run("send 1 --agent sam").code == 0)
  }

  @Test("a script must say that it wants to answer once more; the same agent need not") func oneShot() throws {
    let (first, second) = try two()
    #expect(first.run("reply 1 --text \"It comes today.\" --send --agent kim").code == 0)
    let refused = second.run("reply 1 --text \"Tomorrow.\" --send --agent sam")
    #expect(refused.code == 1 && refused.text.contains("send 1 --yes"), "\(refused.text)")
    #expect(second.run("send 1 --yes --agent sam").code == 0)
    #expect(first.run("reply 1 --text \"Or on Friday.\" --send --yes --agent kim").code == 0)
  }

  @Test("a purge takes away what was shown, and nothing that has become due since") func purge() throws {
    let desk = TerminalDesk()
    #expect(try desk.run("account", "add", "shop", "--profile", "amazon") == 0)
    func importing(_ id: String) throws {
      let file = try desk.folder.file(
        "\(id).csv", "order_id,purchased_at,delivered_at,buyer\n\(id),2026-01-05,2026-01-10,Dana\n")
      #expect(try desk.run("import", "orders", file) == 0)
    }
    try importing("114-0000001-0000001")
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("purge\r")
    try shell.see("1 records; this can't be undone. Type 1 to purge:")
    try importing("114-0000002-0000002")
    shell.type("1\r")
    try shell.see("what is due has changed meanwhile; nothing was purged")
    shell.type("purge\r")
    try shell.see("2 records; this can't be undone. Type 2 to purge:")
    shell.type("2\r")
    try shell.see("2 records purged")
    try desk.quit(shell)
  }

  @Test("after a restore an open shell runs no command by numbers of before") func restored() throws {
    let desk = TerminalDesk()
    try desk.fill(dueIn: 9000)
    let backup = desk.folder.path + "/desk.backup"
    #expect(try desk.run("backup", backup) == 0)
    try desk.importing("m2", buyer: "Jonas", subject: "Invoice")
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("show 2\r")
    try shell.see("replywell #2>")
    #expect(try desk.run("restore", backup, "--force") == 0)
    shell.type("resolve answered\r")
    try shell.see("a backup was restored over this desk meanwhile")
    try shell.see("replywell>")
    shell.type("queue\r")
    try shell.see("Where is my lamp?")
    shell.type("resolve 1 answered --cause other\r")
    try shell.see("#1 resolved")
    try desk.quit(shell)
  }

  @Test("a message that is brought in after the case was resolved is open, though it was written before") func late()
    throws
  {
    let (desk, _) = try two()
    #expect(desk.run("resolve 1 answered --cause other").code == 0)
    let file = try desk.folder.file(
      "late.jsonl",
      #"{"message_id":"m2","buyer":"Dana","at":"2026-03-02T08:30:00Z","text":"And the bulb is missing."}"#
    )
    #expect(desk.run("import messages \(file)").code == 0)
    desk.now += 60
    let queue = desk.run("queue --json").text
    #expect(queue.contains(#""total":1"#) && queue.contains(#""state":"open""#), "\(queue)")
    #expect(desk.run("verify").code == 0)
    #expect(desk.run("resolve 1 answered --cause other").code == 0)
    #expect(desk.run("queue --json").text.contains(#""total":0"#))
  }

  @Test("two replies at the same instant: the second writer is told") func race() throws {
    let (first, second) = try two()
    let desk = first.session.desk
    let account = try desk.account(named: "shop")
    let seen = try desk.standing(1, at: first.now)?.newestInbound
    func reply(_ text: String, by agent: String) throws {
      let mail = OutgoingMail(
        messageID: "<\(agent)@desk.invalid>", fromName: "", from: "", to: "", subject: "", inReplyTo: nil,
        references: [],
        text: text, date: first.now)
      _ = try desk.post(
        NewReply(
          caseID: 1, accountID: account.id, mail: mail, carrier: "folder", response: nil, releaseAt: first.now,
          seen: seen),
        then: [], as: Command(at: first.now, agent: agent, words: "reply 1"))
    }
    try reply("one", by: "kim")
    #expect(throws: AnsweredMeanwhile.self) { try reply("two", by: "sam") }
    #expect(second.run("show 1 --json").text.contains("two") == false)
  }

  @Test("agents who have the same case open are told of each other, and of an answer") func presence() throws {
    let (first, second) = try two()
    let desk = second.session.desk
    var colleagues = Colleagues()
    #expect(first.run("show 1").code == 0)
    #expect(try colleagues.look(first.session) == [])
    // Another living process: the one that runs the tests was started by it.
    try desk.enter(1, shell: "pid \(getppid())", agent: "kim", at: first.now)
    #expect(try colleagues.look(first.session).map(\.words) == ["kim has #1 open too"])
    #expect(try colleagues.look(first.session) == [])
    #expect(second.run("reply 1 --text \"It comes today.\" --send --agent kim").code == 0)
    #expect(try colleagues.look(first.session).map(\.words) == ["kim has answered #1 · show 1"])
    #expect(try colleagues.look(first.session) == [])
    #expect(second.run("resolve 1 refunded --cause lost --agent kim").code == 0)
    #expect(try colleagues.look(first.session).map(\.words) == ["kim on #1: resolve refunded, cause lost · show 1"])
    #expect(first.run("note 1 \"Refund checked.\"").code == 0)
    #expect(try colleagues.look(first.session) == [])
    #expect(try Set(desk.others(at: 1, than: "nobody").map(\.agent)) == ["sam", "kim"])
    #expect(first.run("use").code == 0)
    #expect(try colleagues.look(first.session) == [])
    #expect(try desk.others(at: 1, than: "nobody").map(\.agent) == ["kim"])
  }
}
