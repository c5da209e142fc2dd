import Foundation
import TestSupport
import Testing

@testable import Shell

/// Nothing that comes from outside drives the terminal, the spreadsheet or the page that it is shown in.
@Suite struct HostileTextTests {
  @Test("every command of the tree has its lines here")
  func coverage() {
    #expect(HostileCommands.names.filter { HostileCommands.lines[$0]?.isEmpty ?? true } == [], "add them")
    #expect(HostileCommands.lines.keys.filter { !HostileCommands.names.contains($0) } == [], "there is none")
  }

  @Test("a command's answers and complaints do no harm in any format", arguments: HostileCommands.names)
  func answers(_ name: String) throws {
    var hostile = try HostileDesk()
    for line in HostileCommands.lines[name] ?? [] {
      let line = line.replacing("POISON", with: Poison.quoted()).replacing("TMP", with: hostile.desk.folder.path)
      for format in GlobalOptions.Format.allCases {
        let text = hostile.run("--format \(format.rawValue) \(line)").text
        let results = hostile.desk.results
        // CSV ends its lines with CR and LF, and nothing else does.
        var harm = Harm.onTerminal(format == .csv ? text.replacing("\r\n", with: "\n") : text)
        harm += Self.harm(results, in: format, isBare: Self.isBare(name))
        #expect(harm == [], "\(name) as \(format): \(line.prefix(40)): \(text.prefix(2000))")
        // A complaint is the same in every format.
        if results.isEmpty { break }
      }
    }
  }

  /// What these print is a text of their own, whatever the format.
  private static func isBare(_ name: String) -> Bool { name == "help" }

  private static func harm(_ results: String, in format: GlobalOptions.Format, isBare: Bool) -> [String] {
    guard !isBare, !results.isEmpty else { return [] }
    return switch format {
    case .text: []
    case .json: Harm.inJSON(results)
    case .csv: Harm.inCSV(results)
    case .markdown: Harm.inMarkdown(results)
    }
  }

  @Test("what imports and acts print does no harm, at any width", arguments: [20, 80, 400])
  func imports(width: Int) throws {
    let hostile = try HostileDesk(width: width)
    for (line, text) in hostile.printed { #expect(Harm.onTerminal(text) == [], "\(line.prefix(60)): \(text)") }
  }

  @Test("the desk is as hostile as it is meant to be")
  func isHostile() throws {
    var hostile = try HostileDesk()
    let shown = hostile.run("show 1 --json").text
    #expect(shown.contains("\\u001b") && shown.contains("\\u202e") && shown.contains("\\u009b"))
    #expect(!hostile.run("queue --all --json").text.contains("\"total\":0"))
    #expect(!hostile.run("find lamp --json").text.contains("\"total\":0"))
    #expect(hostile.run("responses list --json").text.contains("hostile"))
    #expect(hostile.run("outbox list --all --json").text.contains("\"to\""))
  }

  @Test("a page for a browser holds its text as text")
  func pages() throws {
    var hostile = try HostileDesk()
    #expect(hostile.run("report \(hostile.path("r.html"))").code == 0)
    let report = try String(contentsOfFile: hostile.path("r.html"), encoding: .utf8)
    #expect(Harm.inHTML(report) == [])
    for form in ["html", "print"] {
      hostile.run("plan export 1 --as \(form) > \(hostile.path("p.html"))")
      let page = try String(contentsOfFile: hostile.path("p.html"), encoding: .utf8)
      #expect(page.contains("<html") && Harm.inHTML(page) == [])
    }
  }
}
