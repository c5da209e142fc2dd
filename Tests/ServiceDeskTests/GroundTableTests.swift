import Foundation
import Testing

@testable import ServiceDesk

/// Comments with the ground on which Amazon takes them away: `GroundTables/`, a file for each ground, written by people
/// who had not seen the check. A row that is still read wrongly is marked `open`, and the mark has to go once it is
/// read rightly.
@Suite("The ground for removal is found where there is one, and nowhere else")
struct GroundTableTests {
  struct Row: Decodable, Sendable {
    var lang: String
    var ground: String
    var fulfilledBy: String
    var label: Bool
    var text: String
    var open: Bool?

    var finding: GroundFinding {
      GroundCheck.finding(
        for: FeedbackComment(
          text: text, accepted: Set(RemovalGround.allCases), isMarketplaceFulfilled: fulfilledBy == "marketplace",
          hadLabel: label))
    }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("GroundTables")

  static func rows(_ name: String) throws -> [Row] {
    let file = try String(contentsOf: folder.appendingPathComponent("\(name).jsonl"), encoding: .utf8)
    return try file.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  static let grounds = RemovalGround.allCases.map(\.rawValue) + ["none"]

  @Test("Each comment is read as it is marked, with words of its own", arguments: grounds)
  func table(ground: String) throws {
    for row in try Self.rows(ground) {
      let finding = row.finding
      if (finding.name == row.ground) == (row.open ?? false) {
        Issue.record("\(finding.name)\(row.open == true ? ", rightly by now" : ""): \(row.text)")
      }
      #expect(!finding.why.isEmpty)
      for words in finding.words { #expect(row.text.contains(words), "\(words) is not in: \(row.text)") }
    }
  }

  @Test("Nine in ten are found in each language, and a request without a ground is not proposed for one in fifty")
  func measured() throws {
    let rows = try Self.grounds.flatMap(Self.rows)
    for language in ["en", "de", "fr", "es", "zh"] {
      let own = rows.filter { $0.lang == language }
      #expect(own.count >= 90)
      #expect(own.count { $0.open == true } * 10 <= own.count, "\(language)")
    }
    let without = rows.filter { $0.ground == "none" }
    #expect(without.count >= 150 && without.count { $0.open == true } * 50 <= without.count)
  }

  @Test("What a marketplace does not accept is no ground there, and the reason is said")
  func otherMarketplace() {
    func name(_ text: String, _ accepted: Set<RemovalGround>) -> String {
      GroundCheck.finding(for: FeedbackComment(text: text, accepted: accepted)).name
    }
    #expect(name("The lamp broke after a week.", Set(RemovalGround.allCases)) == "product-review-only")
    #expect(name("The lamp broke after a week.", [.obscene, .personalData]) == "none")
    #expect(name("Call the owner, Max Mustermann, at 555-123-4567", [.obscene]) == "none")
    #expect(name("", Set(RemovalGround.allCases)) == "none")
    #expect(name("bad!!!", Set(RemovalGround.allCases)) == "none")
  }

  @Test("A comment of any length takes no longer than its first 12,000 characters")
  func long() {
    let text = String(repeating: "The seller never answered and the lamp broke. ", count: 20_000)
    #expect(GroundCheck.finding(for: FeedbackComment(text: text, accepted: [.productReviewOnly])).ground == nil)
  }
}
