import Foundation
import TestSupport
import Testing

/// The prompt while the desk changes around it, at a real terminal.
@Suite(.serialized) struct LivePromptTests {
  private let desk = TerminalDesk()

  @Test("the deadline counts down at the right edge and leaves line and cursor alone")
  func ticks() throws {
    try desk.fill(dueIn: 2 * 3600 + 1800)
    let shell = try desk.start()
    try shell.see("⏱ #1 2:29:")
    shell.type("find 退款 lamp\u{2}\u{2}")
    try shell.see("find 退款 lamp")
    var seen: Set<String> = []
    try shell.waitForScreen("three seconds") { screen in
      let line = screen.lines[screen.cursor.row]
      if line.hasPrefix("replywell> find 退款 lamp"), screen.cursor.column == 23 { seen.insert(line) }
      return seen.count > 3
    }
    #expect(seen.allSatisfy { $0.contains("⏱ #1 2:2") })
    shell.type("\u{15}set prompt clock open\r")
    try shell.see("UTC · 1 open")
    shell.type("set prompt none\r")
    try shell.waitForScreen("no right edge") { !$0.lines[$0.cursor.row].contains("open") }
    try desk.quit(shell)
  }

  @Test("a narrow window has it shorter, then not at all")
  func narrow() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start(columns: 46)
    try shell.see("#1 2:29")
    #expect(!shell.screen.text.contains("⏱"))
    shell.resize(columns: 40, rows: 24)
    shell.type("x")
    try shell.waitForScreen("no right edge") { $0.lines[$0.cursor.row] == "replywell> x" }
    shell.type("\u{15}")
    try desk.quit(shell)
  }

  @Test("what another process brings is told above a line of several rows, which stays")
  func notices() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start(columns: 44)
    try shell.see("replywell>")
    let line = "note 1 \"a remark that is rather longer than the window is wide, twice\u{1}"
    shell.type(line)
    try shell.waitForScreen("the line") { $0.text.contains("wide, twice") && $0.cursor.column == 11 }
    try desk.importing("m7", buyer: "Ada Quill", subject: "Invoice")
    let screen = try shell.waitForScreen("the notice above the line") { screen in
      guard let notice = screen.lines.firstIndex(where: { $0.contains("Ada Quill") }) else { return false }
      return screen.cursor == (notice + 1, 11)
    }
    let rows = screen.lines
    let notice = try #require(rows.firstIndex { $0.contains("Ada Quill") })
    #expect(rows[notice + 1] == "replywell> note 1 \"a remark that is rather l")
    #expect(rows[notice + 2] == "onger than the window is wide, twice")
    shell.type("\u{15}")
    try desk.quit(shell)
  }

  @Test("while Ctrl-R searches, nothing moves; afterwards it is told")
  func search() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("note 1 something to find\r")
    try shell.see("note")
    shell.type("\u{12}some")
    try shell.see("bck:some")
    try desk.importing("m7", buyer: "Ada Quill", subject: "Invoice")
    // A second key of the search, read after the desk has changed, sees the search as it was.
    shell.type("t")
    try shell.see("bck:somet")
    #expect(!shell.screen.text.contains("Ada Quill"))
    shell.type("\u{7}")
    try shell.see("Ada Quill")
    try desk.quit(shell)
  }

  @Test("two hundred pasted lines arrive as text")
  func paste() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start(columns: 100, rows: 30)
    try shell.waitForScreen("bracketed paste") { $0.modes.contains(2004) }
    let text = (1...200).map { "line \($0) of the letter; quit" }.joined(separator: "\r")
    shell.type("note 1 \"\u{1B}[200~\(text)\r\u{1B}[201~")
    try shell.see("line 200 of the letter; quit")
    shell.type("\"\r")
    try shell.see("#1 noted")
    shell.type("show 1 | grep -c \"of the letter\"\r")
    try shell.waitForScreen("200") { $0.lines.contains("200") }
    try desk.quit(shell)
    #expect(shell.screen.modes.contains(2004) == false)
  }

  @Test("the list of candidates comes and goes below the line")
  func menu() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("⏱ #1")
    shell.type("resp track\t")
    try shell.waitForScreen("the list") { $0.text.contains("late-parcel-tracking") && $0.cursor.column == 21 }
    shell.type("\t")
    try shell.waitForScreen("the first of them") { $0.lines[$0.cursor.row].contains("tracking") }
    let row = shell.screen.cursor.row
    shell.type("\u{15}x")
    try shell.waitForScreen("no list") {
      $0.lines[row].hasPrefix("replywell> x") && $0.lines[(row + 1)...].allSatisfy(\.isEmpty)
    }
    // The clock ticks on with the list open.
    shell.type("\u{15}re\t")
    try shell.see("resolve")
    let before = shell.screen.lines[row]
    try shell.waitForScreen("a tick") { $0.lines[row] != before && $0.text.contains("Close cases") }
    shell.type("\u{15}")
    try desk.quit(shell)
  }

  @Test("Alt-E opens the line in the editor")
  func editor() throws {
    try desk.fill(dueIn: 9000)
    let script = try desk.folder.file("edit", "#!/bin/sh\nprintf 'note 1 \"from the editor\"\\n' > \"$1\"\n")
    chmod(script, 0o755)
    let shell = try desk.start(["EDITOR": script])
    try shell.see("replywell>")
    shell.type("abc\u{1B}e")
    try shell.see("replywell> note 1 \"from the editor\"")
    shell.type("\r")
    try shell.see("#1 noted")
    try desk.quit(shell)
  }

  @Test("a terminal that can only go on writing is written onwards to", arguments: ["dumb", "xterm"])
  func plain(_ term: String) throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start(["TERM": term], arguments: term == "dumb" ? [] : ["--plain"])
    try shell.see("replywell>")
    try desk.importing("m7", buyer: "Ada Quill", subject: "Invoice")
    shell.type("resol\t1 answered --cau\t\tother\r")
    try shell.see("Ada Quill")
    #expect(!shell.screen.text.contains("⏱") && !shell.screen.modes.contains(2004))
    #expect(shell.screen.scrollback.isEmpty && shell.screen.lines[0].hasPrefix("1 open"))
    try desk.quit(shell)
  }

  @Test("under vi keys Escape is a key of its own, and a paste is text all the same")
  func viKeys() throws {
    try desk.fill(dueIn: 9000)
    _ = try desk.folder.file(".editrc", "bind -v\n")
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("nte 1 x")
    try shell.see("> nte 1 x")
    // Escape leaves inserting, 0 goes to the first letter, a appends after it.
    shell.type("\u{1B}")
    shell.settle()
    shell.type("0ao")
    try shell.see("> note 1 x")
    shell.type("\u{1B}")
    shell.settle()
    shell.type("$a\u{1B}[200~ quit\rquit\u{1B}[201~\r")
    try shell.see("#1 noted")
    #expect(shell.screen.text.contains("note 1 x quit"))
    try desk.quit(shell)
  }

  @Test("a paste into a search leaves the search and is text")
  func pasteIntoSearch() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("\u{12}abc")
    try shell.see("bck")
    shell.type("\u{1B}[200~find one\rquit\u{1B}[201~")
    try shell.waitForScreen("the text") { $0.text.contains("replywell> find one") && $0.lines[$0.cursor.row] == "quit" }
    shell.type("\u{15}")
    try desk.quit(shell)
  }
}
