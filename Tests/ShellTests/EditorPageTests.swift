import Foundation
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

/// What an agent sees in the editor, and what of it is sent.
@Suite struct EditorPageTests {
  static let subject: Case = {
    var subject = Case(id: 7, accountID: 1, kind: .message, settledAt: Date(timeIntervalSince1970: 0))
    subject.buyer = "Dana\u{1B}[31m Poe"
    subject.order = "114-5550101-2220202"
    return subject
  }()

  static func page(_ reply: String) -> String {
    EditorPage(subject: subject, file: nil, facts: ["order.shipped  February 21"]).text(of: reply)
  }

  @Test("The facts stand under a line, and nothing from it on is sent")
  func facts() {
    let page = Self.page("Hello\n\n# 3 pieces left.")
    #expect(page.contains("# order.shipped  February 21\n") && page.contains("# #7  Dana"))
    #expect(!page.contains("\u{1B}"))
    #expect(EditorPage.reply(in: page) == "Hello\n\n# 3 pieces left.")
  }

  @Test(
    "However the page was left",
    arguments: [
      (page(""), ""), (page("   \n"), ""), (page("Hi").replacing("\n", with: "\r\n"), "Hi"),
      // The line was taken out: comments are left out one by one.
      (page("Hi").replacing(EditorPage.line + "\n", with: ""), "Hi"), ("", ""), ("Only this", "Only this"),
      (page("Hi") + "typed at the very end\n", "Hi"),
    ])
  func left(page: String, reply: String) { #expect(EditorPage.reply(in: page) == reply) }

  @Test("A reply that was emptied in the editor is not sent")
  func emptied() throws {
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    desk.run("import messages \(SourceTree.transcripts)/desks/three.csv")
    var session = desk.session
    let subject = try session.findCase("1")
    #expect(throws: Complaint.self) {
      _ = try session.send(Draft(text: " \n", response: "thanks", seen: subject.newestInbound), of: subject)
    }
    #expect(try session.desk.outbox(includingDone: true).isEmpty)
  }
}
