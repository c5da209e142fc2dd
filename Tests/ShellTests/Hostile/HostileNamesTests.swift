import Foundation
import LineEditor
import TestSupport
import Testing

@testable import Shell

/// Names that come from outside lead nowhere, and are offered only where they can be shown.
@Suite struct HostileNamesTests {
  @Test("an account's language leads out of no folder", arguments: ["../../../x", "..", "/etc", "de/../en"])
  func languages(_ language: String) throws {
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    desk.run("account set shop language \"\(language)\"")
    let file = try desk.folder.file("m.jsonl", #"{"message_id":"m","direction":"in","at":"2026-03-01","text":"lamp"}"#)
    desk.run("import messages \(file)")
    _ = try desk.folder.file("config/replywell/responses/en/x.mustache", "---\ntitle: x\n---\nHello {{> greeting}}\n")
    _ = try desk.folder.file("x/secret.mustache", "---\ntitle: x\n---\nClassified\n")
    #expect(try desk.session.replies.path(of: "secret", language: "../../../../x") == nil)
    #expect(try desk.session.replies.path(of: "../../../../../x/secret", language: "en") == nil)
    let answer = desk.run("reply 1 secret")
    #expect(answer.code != 0 && !answer.text.contains("Classified"))
    #expect(desk.run("responses new a --language \(language) --from \(file)").code == 64)
  }

  @Test("what can't be shown is not offered for completion")
  func completion() throws {
    let hostile = try HostileDesk()
    _ = try hostile.desk.folder.file("files/plain.txt", "x")
    _ = try hostile.desk.folder.file("files/\u{1B}[31mred.txt", "x")
    _ = try hostile.desk.folder.file("files/\u{202E}txt.exe", "x")
    _ = try hostile.desk.folder.file("files/two\nlines", "x")
    let completer = Completer(catalogue: try Catalogue(), aliases: try hostile.desk.session.configuration.aliases()) {
      ValueSource(session: hostile.desk.session).values($0, $1)
    }
    let lines = [
      "import mail \(hostile.path("files/"))", "queue tag:", "tag 1 +", "tag 1 -", "assign 1 ", "show ", "reply 1 ",
      "resolve 1 ", "outbox retry ", "set ", "alias ", "queue @", "queue buyer:", "account add x --profile ", "", "ho",
    ]
    for line in lines {
      for candidate in completer.complete(line, cursor: line.count).candidates {
        for text in [candidate.text, candidate.meaning, candidate.label ?? ""] {
          #expect(Harm.onTerminal(text) == [] && !text.contains("\n"), "\(line): \(text.debugDescription)")
        }
      }
    }
    let files = completer.complete(lines[0], cursor: lines[0].count).candidates.map(\.text)
    #expect(files == [hostile.path("files/plain.txt")])
  }

  @Test("figures for monitoring: a name can begin no line of its own")
  func metrics() throws {
    var hostile = try HostileDesk()
    for line in hostile.run("report metrics").text.split(separator: "\n") {
      #expect(line.hasPrefix("# ") || line.hasPrefix("replywell_"), "\(line)")
    }
  }

  @Test("the editor's and the carrier's files are named by numbers, whatever the buyer is called")
  func files() throws {
    var hostile = try HostileDesk()
    hostile.run("send")
    let outbox = hostile.desk.session.desk.path + ".outbox/new"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: outbox)) ?? [] {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) })
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/etc"))
  }
}
