import Foundation
import Marketplaces
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Shell

/// What people type and write: command lines, filters, canned replies, profiles, settings.
@Suite struct TextFuzzTests {
  @Test("command lines")
  func commandLines() throws {
    let hostile = try HostileDesk()
    let lines = HostileCommands.lines.values.flatMap(\.self).sorted()
      // These write where they are told to, or leave.
      .filter { line in !["backup", "export", "report", "demo", "quit"].contains { line.contains($0) } }
    try Fuzz.run("lines", count: 120) { seed, chance in
      var line = chance.pick(lines).replacing("POISON", with: chance.pick(Self.words))
      if chance.of(60) { line += " " + chance.pick(Self.words) }
      if chance.of(40) { line = Mutation.mutated(line, &chance) }
      // Neither other programs nor files: the line is nobody's who means it.
      guard !line.contains(where: { "!|>/".contains($0) }) else { return }
      let result = hostile.desk.run(line)
      #expect([0, 1, 2, 10, 20, 64, 65, 69].contains(result.code), "seed \(seed): \(line)")
      #expect(Harm.onTerminal(result.text.replacing("\r\n", with: "\n")) == [], "seed \(seed): \(line)")
    }
    #expect(hostile.desk.run("verify").code == 0)
  }

  private static let words = [
    "1", "2", "#3", ".", "%1", "-1", "99999999999999999999", "--all", "--limit", "--limit 0", "--days 7", "--json",
    "--format csv", "--yes", "--now 2026-01-01T00:00:00Z", "+lamp", "-lamp", "kind:message", "tag:lamp", "due:<4h",
    "rating:<=2", "text:\"where is\"", "\"\"", "''", "\\", "# x", "--", "-", "--set gift=x", "--agent sam", "lost",
    "refunded", "2h", "退款", "\u{1B}[2J", "\"\u{202E}x\"", "me", "nobody", "thanks", "o2", "--text hello", "shop",
  ]

  @Test("a word in quotes is read back")
  func words() throws {
    try Fuzz.run("words", count: 1000) { seed, chance in
      let word = Mutation.mutated(chance.pick(Self.words), &chance)
      let read = try Words.split(Words.quoted(word)).map(\.text)
      #expect(read == [word], "seed \(seed)")
      let pasted = Mutation.mutated(Self.words.joined(separator: chance.pick([" ", "\n", "\"", "\\\n"])), &chance)
      #expect(Words.lines(pasted) == Self.lines(pasted), "seed \(seed): \(pasted.debugDescription)")
    }
  }

  /// As `Words.lines` does it, but reading everything anew for each line.
  private static func lines(_ text: String) -> [String] {
    guard text.contains(where: \.isNewline) else { return [text] }
    var lines: [String] = []
    var current = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      current += line
      let isComment = current.drop(while: \.isWhitespace).hasPrefix("# ")
      guard !isComment, let open = Words.scan(current).open else {
        lines.append(current)
        current = ""
        continue
      }
      if open == "\\" { current.removeLast() }
      current += open == "\\" ? " " : "\n"
    }
    if current.last == "\n" { current.removeLast() }
    return current.isEmpty ? lines : lines + [current]
  }

  @Test("filters are read, or refused with an example that is")
  func filters() throws {
    let hostile = try HostileDesk()
    try Fuzz.run("filters", count: 200) { seed, chance in
      let words = (0...chance.upTo(4)).map { _ in
        let key = chance.pick(CaseFilter.keys)
        let word = chance.of(50) ? key.example : key.key + ":" + chance.pick(Self.words)
        return (chance.of(20) ? "-" : "") + (chance.of(40) ? Mutation.mutated(word, &chance) : word)
      }
      do throws(FilterFault) {
        let filter = try CaseFilter(words: words)
        #expect(throws: Never.self, "seed \(seed): \(words)") {
          try hostile.desk.session.desk.queue(filter, at: hostile.desk.now)
        }
      } catch {
        #expect(throws: Never.self, "seed \(seed)") { try CaseFilter(words: [error.example]) }
      }
    }
  }

  @Test("canned replies are filled, or refused; values are never read as a template")
  func templates() throws {
    let form = BuyersForm(language: "en", monthFirst: true, today: try #require(CivilDay(year: 2026, month: 3, day: 2)))
    let poison = "{{order}}{{> greeting}}{{=<% %>=}}{{#a}}"
    try Fuzz.run("templates", count: 300) { seed, chance in
      let file = Mutation.mutated(chance.pick(Self.templates), &chance)
      guard let reply = try? CannedReply(name: "x", language: "en", file: file), (try? reply.check()) != nil else {
        return
      }
      let values = ["buyer.name": poison, "gift": poison, "order": "1"].mapValues { ReplyValue.text($0) }
      let rendered = try reply.render(with: values, form: form)
      let asks = try TemplateScanner.tags(of: reply.template, firstLine: 1).contains {
        $0.kind == .variable && $0.name == "gift" && $0.transform == nil
      }
      let isConditional = reply.template.contains("{{#") || reply.template.contains("{{^")
      #expect(!asks || isConditional || rendered.text.contains(poison), "seed \(seed): \(rendered.text)")
    }
  }

  private static let templates = [
    "---\ntitle: A\nfields:\n  - name: gift\n    prompt: What?\n---\nHello {{buyer.name}}, {{gift}} leaves today.\n",
    "---\ntitle: A\nkinds: [message]\nafter:\n  tags: [a, b]\n  snooze: 2d\n---\n{{#order}}Order {{order}}{{/order}}"
      + "{{^order}}none{{/order}} {{! remark }}{{firstName(buyer.name)}}\n",
    "---\ntitle: A\nfields:\n  - name: gift\n    kind: date\n    fallback: soon\n    required: true\n---\n{{gift}}",
  ]

  @Test("profiles and settings are read, or refused with the place")
  func settings() throws {
    let profiles = ShippedProfiles.names.compactMap(ShippedProfiles.yaml)
    try Fuzz.run("settings", count: 60) { seed, chance in
      _ = try? Profile(name: "x", yaml: Mutation.mutated(chance.pick(profiles), &chance))
      let text = Mutation.mutated("prompt: [deadline, rate]\nhold: 15\naliases:\n  a: b\nfilters:\n  m: x\n", &chance)
      guard var file = try? ConfigurationFile(text) else { return }
      let value = Mutation.mutated(chance.pick(Self.words), &chance)
      // What YAML can't hold is refused, and the file stays as it was.
      let before = file.text
      do throws(ConfigurationFile.Fault) { try file.set("mine", in: "filters", to: value) } catch {
        #expect(file.text == before, "seed \(seed)")
        return
      }
      let read = try ConfigurationFile(file.text)
      #expect(
        read.section("filters").first { $0.name == "mine" }?.value == value, "seed \(seed): \(value.debugDescription)")
    }
  }
}
