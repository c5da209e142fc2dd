import Foundation
import TestSupport
import Testing

/// The shell at a real terminal.
@Suite(.serialized) struct TerminalTests {
  private let folder = ScratchFolder()

  private func start(_ arguments: [String] = [], columns: UInt16 = 80) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProgram.path,
      ["--desk", folder.path + "/desk.sqlite", "--color", "never", "--now", "2026-03-02T09:00:00Z"] + arguments,
      environment: [
        "HOME": folder.path, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "EDITOR": "true",
        "REPLYWELL_AGENT": "sam",
      ], columns: columns)
  }

  private func fill() throws {
    let shell = try start()
    try shell.wait(for: "This desk is empty")
    try shell.wait(for: "> ")
    shell.type("account add shop --profile plain\r")
    try shell.wait(for: "added; next")
    shell.type("import messages \(SourceTree.transcripts)/desks/three.csv\r")
    try shell.wait(for: "unchanged")
    try shell.wait(for: "> ")
    shell.type("\u{4}")
    #expect(try shell.waitForEnd() == 0)
  }

  @Test("a reply is asked for, sent, and can be taken back for a while")
  func repliesAndUndo() throws {
    try fill()
    let shell = try start()
    try shell.wait(for: "3 open")
    shell.type("next\r")
    try shell.wait(for: "why first")
    try shell.wait(for: "replywell #1> ")
    shell.type("reply late-parcel-tracking\r")
    try shell.wait(for: "On which day")
    shell.type("Friday\r")
    try shell.wait(for: "on Friday")
    try shell.wait(for: "send? [y]es [s]end only [e]dit [d]raft [n]o")
    shell.type("y")
    try shell.wait(for: "· undo")
    try shell.wait(for: "> ")
    shell.type("undo\r")
    try shell.wait(for: "undone: reply late-parcel-tracking")
    try shell.wait(for: "> ")
    shell.type("quit\r")
    #expect(try shell.waitForEnd() == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/desk.sqlite.outbox/new"))
  }

  @Test("in a narrow window no word of a message is broken")
  func foldsMessages() throws {
    try fill()
    let shell = try start(columns: 40)
    try shell.see("replywell>")
    shell.type("resolve 1 refunded --cause bogus\r")
    try shell.see(
      """
      error: bogus is no cause
      try:   --cause, one of carrier-delay,
             late-handling, wrong-item,
      """)
    shell.type("quit\r")
    #expect(try shell.waitForEnd() == 0)
  }

  @Test("Tab completes commands, options and values; a line broken off by Ctrl-C is dropped")
  func completesAndBreaksOff() throws {
    try fill()
    let shell = try start()
    try shell.wait(for: "replywell> ")
    shell.type("exp\t")
    // What libedit writes is only the rest of the word.
    try shell.wait(for: "lain ")
    shell.type("\u{3}")
    try shell.wait(for: "^C")
    shell.type("resolve 1 refunded --ca\t")
    try shell.wait(for: "use ")
    shell.type("carr\t")
    try shell.wait(for: "ier-delay ")
    shell.type("\u{3}")
    try shell.wait(for: "^C")
    shell.type("queue kind:me\t")
    try shell.wait(for: "ssage")
    shell.type("\r")
    try shell.wait(for: "Dana Poe")
    try shell.wait(for: "> ")
    shell.type("\u{4}")
    #expect(try shell.waitForEnd() == 0)
  }

  @Test("Chinese and emoji are edited without damage, in a window that changes its size")
  func editsWideCharacters() throws {
    try fill()
    let shell = try start(columns: 40)
    try shell.wait(for: "replywell> ")
    shell.type("find 退款你🙂")
    try shell.wait(for: "🙂")
    shell.resize(columns: 70, rows: 20)
    // Two characters back over the emoji and 你; then the line is run as it stands.
    shell.type("\u{8}\u{8}\r")
    try shell.wait(for: "赵启明")
    try shell.wait(for: "replywell> ")
    shell.type("\u{12}find")
    try shell.wait(for: "bck")
    // Ctrl-G leaves the search, Ctrl-U empties the line, Ctrl-D ends.
    shell.type("\u{7}\u{15}\u{4}")
    #expect(try shell.waitForEnd() == 0)
    let history = try String(contentsOfFile: folder.path + "/.local/state/replywell/history", encoding: .utf8)
    #expect(history.contains("find\\040"))
  }

  @Test("a draft is kept when the question is broken off, and when the terminal goes away")
  func keepsDrafts() throws {
    try fill()
    let shell = try start()
    try shell.wait(for: "replywell> ")
    shell.type("reply 1 --text Hello\r")
    try shell.wait(for: "[n]o")
    shell.type("\u{3}")
    try shell.wait(for: "kept as a draft")
    try shell.wait(for: "> ")
    shell.type("drafts\r")
    try shell.wait(for: "Hello")
    try shell.wait(for: "> ")
    shell.type("quit\r")
    #expect(try shell.waitForEnd() == 0)
  }
}
