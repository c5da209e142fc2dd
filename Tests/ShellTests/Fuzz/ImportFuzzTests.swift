import Foundation
import TestSupport
import Testing

@testable import Shell

/// Whatever is imported, the desk stands, says so without harm, and knows the same file the second time.
@Suite struct ImportFuzzTests {
  @Test("mails")
  func mails() throws {
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    try Fuzz.run("mails", count: 120) { seed, chance in
      var mail = FuzzedMail(chance: chance, seed: seed)
      let bytes = chance.of(25) ? mail.mbox(3) : mail.bytes()
      try importTwice("mail", bytes, into: desk, seed)
    }
    checkOutput(of: desk)
  }

  @Test("tables and reports of every layout")
  func tables() throws {
    let desk = try DeskSession()
    desk.run("account add shop --profile amazon")
    try Fuzz.run("tables", count: 150) { seed, chance in
      var table = FuzzedTable(chance: chance)
      let file = table.file()
      try importTwice(file.kind.rawValue, file.bytes, into: desk, seed)
    }
    checkOutput(of: desk)
  }

  private func importTwice(_ kind: String, _ bytes: [UInt8], into desk: DeskSession, _ seed: UInt64) throws {
    let file = desk.folder.path + "/fuzzed"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    for isSecond in [false, true] {
      let result = desk.run("import \(kind) \(file) --account shop --json")
      #expect([0, 65].contains(result.code), "seed \(seed): \(result.text.prefix(500))")
      #expect(Harm.inJSON(desk.results) == [], "seed \(seed)")
      guard isSecond, result.code == 0, let files = try json(desk.results)["files"] as? [[String: Any]] else {
        continue
      }
      // A file that contradicts itself is believed up to its end, each time anew.
      let added = files.compactMap { $0["added"] as? Int }.reduce(0, +)
      #expect(added == 0, "seed \(seed): the second time \(added) were added")
    }
  }

  private func json(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  private func checkOutput(of desk: DeskSession) {
    for line in [
      "queue --all --limit 50", "find lamp", "health --all", "causes", "audit", "verify", "timers", "forecast",
    ] {
      let result = desk.run(line)
      #expect(Harm.onTerminal(result.text) == [], "\(line)")
      #expect([0, 10, 20].contains(result.code), "\(line): \(result.text.prefix(500))")
    }
    for number in 1...10 { #expect(Harm.onTerminal(desk.run("show \(number)").text) == [], "show \(number)") }
  }
}
