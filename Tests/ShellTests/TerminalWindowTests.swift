import Foundation
import ServiceDesk
import TestSupport
import Testing

/// What happens to a terminal besides keys: its size, Ctrl-Z, its end; and what takes the whole of it.
@Suite(.serialized) struct TerminalWindowTests {
  private let desk = TerminalDesk()

  @Test("twenty new sizes while a line is typed leave the line as it is")
  func resizes() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    var typed = ""
    for (number, columns) in [60, 120, 33, 80, 41, 99, 25, 100, 50, 70, 30, 64, 200, 44, 52, 90, 28, 110, 61, 80]
      .enumerated()
    {
      let piece = "word\(number) 退款 "
      shell.type(piece)
      typed += piece
      shell.resize(columns: UInt16(columns), rows: UInt16(20 + number % 3 * 6))
      let wanted = "replywell> \(typed)"
      try shell.waitForScreen("the line at \(columns) columns: \(wanted)") { screen in
        // The rows from the prompt to the cursor are the line; a wide character that does not fit leaves a blank.
        guard let first = screen.lines.lastIndex(where: { $0.hasPrefix("replywell> word0") }) else { return false }
        let rows = screen.lines[first...max(first, screen.cursor.row)].map { $0.prefix { $0 != "⏱" } }.joined()
        return rows.filter { $0 != " " } == wanted.filter { $0 != " " }
      }
    }
    shell.type("\u{15}")
    try desk.quit(shell)
  }

  @Test("Ctrl-Z stops the shell as any program, and fg brings the line back")
  func suspends() throws {
    try desk.fill(dueIn: 9000)
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile"],
      environment: desk.environment(["PS1": "outside$ ", "HISTFILE": "/dev/null"]))
    try shell.see("outside$")
    shell.type("'\(BuiltProgram.path)' --desk '\(desk.path)' --color never\r")
    try shell.see("⏱ #1")
    shell.type("note 1 half")
    try shell.see("> note 1 half")
    shell.type("\u{1A}")
    try shell.waitForScreen("the outer shell") { $0.lines[$0.cursor.row] == "outside$" }
    #expect(!shell.screen.modes.contains(2004) || shell.screen.text.contains("Stopped"))
    shell.type("echo between\r")
    try shell.waitForScreen("its answer") { $0.lines.contains("between") }
    shell.type("fg\r")
    try shell.waitForScreen("the line") { $0.lines[$0.cursor.row].hasPrefix("replywell> note 1 half") }
    shell.type(" done\r")
    try shell.see("#1 noted")
    shell.type("quit\r")
    try shell.waitForScreen("the outer shell") { $0.lines[$0.cursor.row] == "outside$" }
    // Its keys are echoed as before.
    shell.type("echo fine\r")
    try shell.see("outside$ echo fine")
  }

  @Test("when the window is closed, the draft is kept and the history too")
  func hangsUp() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("find something\r")
    try shell.see("nothing found")
    shell.type("reply 1 --text \"It comes on Friday.\"\r")
    try shell.see("send? [y]es")
    shell.hangUp()
    _ = try shell.waitForEnd()
    let again = try desk.start()
    try again.see("replywell>")
    again.type("drafts\r")
    try again.see("It comes on Friday.")
    again.type("note 1 \"a long remark that was never finished")
    try again.see("never finished")
    again.hangUp()
    _ = try again.waitForEnd()
    let third = try desk.start()
    try third.see("replywell>")
    third.type("\u{10}")
    try third.see("replywell> note 1 \"a long remark that was never finished")
    third.type("\u{15}")
    try desk.quit(third)
  }

  @Test("a window closed once is not closed again when somebody else has its number")
  func closesOnce() throws {
    for _ in 0..<20 {
      let window = try PseudoTerminal("/bin/cat", [], environment: [:])
      window.hangUp()
      // The lowest free number, and so most likely the one the window had.
      let other = open("/dev/null", O_RDONLY | O_CLOEXEC)
      defer { close(other) }
      _ = try window.waitForEnd()
      withExtendedLifetime(consume window) {}
      #expect(fcntl(other, F_GETFD) >= 0)
    }
  }

  @Test("watch draws over the window and gives it back")
  func watches() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    let before = shell.screen.text
    shell.type("watch --every 1\r")
    try shell.waitForScreen("the queue") {
      $0.isAlternate && $0.text.contains("every 1 s") && $0.text.contains("Dana Poe")
    }
    try desk.importing("m7", buyer: "Ada Quill", subject: "Invoice")
    try shell.see("Ada Quill")
    shell.resize(columns: 50, rows: 12)
    try shell.waitForScreen("the narrow page") {
      $0.isAlternate && $0.lines[0].contains("q leaves") && $0.text.contains("Ada Quill")
    }
    shell.type("q")
    try shell.waitForScreen("the prompt") { !$0.isAlternate && $0.lines[$0.cursor.row].hasPrefix("replywell>") }
    #expect(shell.screen.modes.contains(25) && shell.screen.modes.contains(7))
    #expect(shell.screen.text.contains(before.split(separator: "\n")[0].prefix(40)))
    shell.type("watch \"resolve 1 answered\"\r")
    try shell.see("would do it again and again")
    try desk.quit(shell)
  }

  @Test("only what is longer than the window goes through the pager")
  func pages() throws {
    try desk.fill(dueIn: 9000)
    let pager = try desk.folder.file("pager", "#!/bin/sh\necho \"PAGED $(wc -l)\"\n")
    chmod(pager, 0o755)
    let shell = try desk.start(["PAGER": pager])
    try shell.see("replywell>")
    shell.type("queue\r")
    try shell.see("Dana Poe")
    #expect(!shell.screen.text.contains("PAGED"))
    shell.type("help\r")
    try shell.see("PAGED")
    shell.type("set pager off\rhelp resolve\r")
    try shell.see("resolve 1 answered --cause other")
    shell.type("set timing on\rqueue\r")
    try shell.see("took ")
    try desk.quit(shell)
  }

  @Test("into a file or another command an answer goes whole")
  func redirects() throws {
    try desk.fill(dueIn: 9000)
    for number in 0..<14 {
      try desk.importing("n\(number)", buyer: "Somebody With A Name \(number)", subject: "A subject of some length")
    }
    let shell = try desk.start(columns: 60, rows: 12)
    try shell.see("replywell>")
    shell.type("queue\r")
    try shell.see("8 of 15")
    shell.type("queue | grep -c \"A subject of some length\"\r")
    try shell.waitForScreen("all of them") { $0.lines.contains("14") }
    shell.type("queue | grep nothing-like-it\r")
    shell.type("queue > \(desk.folder.path)/file\r!wc -l < \(desk.folder.path)/file\r")
    try shell.waitForScreen("all of them with their head") { $0.lines.contains("16") }
    #expect(!shell.screen.text.contains("error"))
    try desk.quit(shell)
  }

  @Test("a search that finds nothing runs nothing")
  func searchesInVain() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    shell.type("note 1 alpha\r")
    try shell.see("#1 noted")
    shell.type("\u{12}alpha")
    try shell.see("bck:alpha")
    shell.type("beta")
    try shell.see("bck?alphabeta")
    shell.type("\r")
    try shell.waitForScreen("no search") { !$0.text.contains("bck") }
    shell.type("\u{15}history 1 | grep -c alpha\r")
    try shell.waitForScreen("one note") { $0.lines.contains("1") }
    try desk.quit(shell)
  }

  @Test("a walk settles one case after the other by keys, and goes on where it was left")
  func walks() throws {
    try desk.fill(dueIn: 9000)
    try desk.importing("m7", buyer: "Ada Quill", subject: "Invoice")
    try desk.importing("m8", buyer: "Bo Lind", subject: "Thanks")
    let shell = try desk.start(columns: 100, rows: 40)
    try shell.see("replywell>")
    shell.type("next --walk\r")
    try shell.see("[r]eply")
    #expect(shell.screen.text.contains("Dana Poe"))
    shell.type("t")
    try shell.see("tags, such as")
    shell.type("+walked\r")
    try shell.see("walked")
    shell.type("s")
    try shell.see("Ada Quill")
    shell.type("x")
    try shell.see("why does it need no reply?")
    shell.type("a newsletter\r")
    try shell.see("Bo Lind")
    shell.type("q")
    try shell.see("next --walk goes on here")
    shell.type("next --walk\r")
    try shell.see("going on after 2 seen")
    try shell.waitForScreen("the third again") { $0.text.components(separatedBy: "Bo Lind").count > 2 }
    shell.type("s")
    try shell.see("all 3 seen")
    try desk.quit(shell)
  }

  @Test("a review goes through the audit by keys, runs what it proposes, and keeps what is said")
  func reviews() throws {
    // Overdue by an hour.
    try desk.fill(dueIn: -3600)
    let shell = try desk.start(columns: 100, rows: 40)
    try shell.see("replywell>")
    shell.type("review\r")
    try shell.see("1 of 5")
    #expect(shell.screen.text.contains("Response rate: "))
    // What is proposed names its account.
    shell.type("r")
    try shell.see("unanswered")
    shell.type("a")
    try shell.see("why may it stay?")
    shell.type("a new shop\r")
    try shell.see("2 of 5")
    shell.type("l")
    try shell.see("3 of 5")
    shell.type("r")
    try shell.see("done · next on")
    shell.type("s")
    try shell.see("4 of 5")
    shell.type("q")
    try shell.see("1 later, 1 accepted · 3 left: review")
    shell.type("audit\r")
    try shell.see("review walks through them")
    try shell.waitForScreen("what was accepted is left out") { screen in
      !(screen.text.components(separatedBy: "replywell> audit").last ?? "").contains("Response rate: ")
    }
    try desk.quit(shell)
  }

  @Test("what is typed ahead waits unseen for the prompt")
  func typesAhead() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start()
    try shell.see("replywell>")
    // In one go: what comes once the command has the terminal is echoed, as in any shell.
    shell.type("!sleep 0.3; echo ready\rqueue")
    try shell.see("ready")
    try shell.waitForScreen("the line") { $0.lines[$0.cursor.row].hasPrefix("replywell> queue") }
    #expect(shell.screen.lines.contains("ready"))
    shell.type("\u{15}")
    try desk.quit(shell)
  }

  @Test("ten thousand keys at random leave the screen as a redraw would make it")
  func randomKeys() throws {
    try desk.fill(dueIn: 9000)
    let shell = try desk.start(
      ["EDITOR": "true", "PAGER": "true"], arguments: ["--now", "2026-03-02T09:00:00Z"], columns: 72,
      rows: 60)
    try shell.see("replywell>")
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    for round in 0..<40 {
      var keys = ""
      for _ in 0..<250 { keys += RandomKeys.next(&random) }
      shell.type(keys)
      // A paste may be open, a search may be on, a question may be asked.
      shell.type("\u{1B}[201~\u{7}\u{7}")
      // All keys have been dealt with once a mark stands at the end of the line.
      let mark = "§\(round)§"
      shell.type("\u{5}\(mark)")
      try shell.waitForScreen("seed \(seed): \(mark)", seconds: 60) {
        let line = RandomKeys.line(in: $0).text
        return line.hasPrefix("replywell") && line.hasSuffix(mark)
      }
      shell.settle()
      let before = RandomKeys.line(in: shell.screen)
      // Ctrl-L draws everything anew.
      shell.type("\u{C}")
      try shell.waitForScreen("seed \(seed), round \(round): the same line anew, \(before)") {
        let now = RandomKeys.line(in: $0)
        return now.first == 0 && now.rows == before.rows && now.cursor == before.cursor
      }
      #expect(shell.screen.unknown.isEmpty)
      shell.type("\u{5}\u{15}")
      try shell.waitForScreen("seed \(seed), round \(round): an empty line after \(before)") {
        $0.lines[$0.cursor.row] == "replywell>"
      }
    }
    try desk.quit(shell)
  }
}

/// Keys that a cat on the keyboard might press, but for those that end or stop the program or start others.
private enum RandomKeys {
  private static let special = [
    "\t", "\u{1B}[Z", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[3~", "\u{1}", "\u{5}", "\u{2}", "\u{6}",
    "\u{8}",
    "\u{7F}", "\u{B}", "\u{15}", "\u{17}", "\u{19}", "\u{14}", "\u{12}", "\u{7}", "\u{C}", "\r", "\u{1B}\r", "\u{1B}b",
    "\u{1B}f",
    "\u{1B}d", "\u{1B}[1;5C", "\u{1B}e", "\u{1B}[200~pasted\ttext\rin lines\u{1B}[201~", "\u{10}", "\u{E}", "\u{16}x",
  ]
  private static let words = [
    "queue ", "show 1 ", "resp", "kind:", "note ", "é", "退款", "🙂", "x", "a", " ", "\"", "'", "#1", "--", "set ", "z",
    "-tag:",
  ]

  static func next(_ random: inout SplitMix64) -> String {
    let isSpecial = Int.random(in: 0..<5, using: &random) < 2
    return (isSpecial ? special : words).randomElement(using: &random) ?? ""
  }

  struct Line {
    /// Where the prompt stands.
    var first: Int
    var rows: [String]
    /// From there.
    var cursor: [Int]

    /// Without the breaks between rows.
    var text: String { rows.joined() }
  }

  /// The line that is being edited, from its prompt to the end of the screen.
  static func line(in screen: TerminalScreen) -> Line {
    let first = screen.lines.lastIndex { $0.hasPrefix("replywell") } ?? 0
    let rows = screen.lines[first...]
    return Line(
      first: first, rows: Array(rows[...(rows.lastIndex { !$0.isEmpty } ?? first)]),
      cursor: [screen.cursor.row - first, screen.cursor.column])
  }
}
