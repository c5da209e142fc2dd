import Foundation
import Testing

@testable import ServiceDesk

/// Texts that the check must find something in, and texts that it must leave alone: `PolicyTables/`, a file for each
/// rule, written by people who had not seen the check. A row that is still read wrongly is marked `open`, and the mark
/// has to go once it is read rightly.
@Suite("The policy check finds what it must, and nothing else")
struct PolicyTableTests {
  struct Row: Decodable, Sendable {
    var rule: String
    var profile: String
    var proactive: Bool
    var find: Bool
    var text: String
    /// It is about this rule alone: others may be found as well.
    var only: Bool?
    var open: Bool?

    var rules: MessageRules {
      switch profile {
      case "amazon", "amazon-business": .amazon
      case "plain": .own
      default: MessageRules(rawValue: profile) ?? .own
      }
    }

    /// Whether the check reads it as it must.
    var isRead: Bool {
      let findings = PolicyCheck.findings(in: OutgoingText(text: text, rules: rules, isProactive: proactive))
      if find { return findings.contains { $0.rule == rule } }
      return !findings.contains { $0.rule == rule || only != true && $0.severity == .block }
    }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("PolicyTables")
  static let tables = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func rows(_ table: String) throws -> [Row] {
    let file = try String(contentsOf: folder.appendingPathComponent(table), encoding: .utf8)
    return try file.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test("Each row of a rule's table is read as it is marked", arguments: tables)
  func table(name: String) throws {
    for row in try Self.rows(name) where row.isRead == (row.open ?? false) {
      Issue.record("\(row.find ? "not found" : "found wrongly")\(row.open == true ? " no longer" : ""): \(row.text)")
    }
  }

  @Test(
    "The ten most important rules have fifteen texts of either kind, and are right about 95 of 100",
    arguments: [
      "MSG-001", "MSG-004", "MSG-005", "MSG-006", "MSG-008", "MSG-009", "MSG-010", "MSG-011", "MSG-012", "MSG-036",
    ])
  func important(rule: String) throws {
    let rows = try Self.rows("\(rule).jsonl")
    for kind in [true, false] {
      let texts = rows.filter { $0.find == kind }
      #expect(texts.count >= 15)
      #expect(texts.count { $0.open == true } * 20 <= texts.count)
    }
  }

  @Test("Every rule has a number of its own, a reason and a source")
  func rules() {
    #expect(PolicyCheck.rules.map(\.id) == (1...45).map { "MSG-0\($0 < 10 ? "0" : "")\($0)" })
    for rule in PolicyCheck.rules { #expect(!rule.why.isEmpty && !rule.source.isEmpty && !rule.severities.isEmpty) }
  }
}
