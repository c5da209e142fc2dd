import Foundation
import TestSupport
import Testing

/// Suggestions on real customer messages, where they are at hand: never below what scikit-learn reached on the same
/// files with character n-grams and logistic regression, its best there.
@Suite struct SuggestionDataTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    var train: String
    var test: String
    var top1: Double
    var top3: Double

    var testDescription: String { train }
  }

  static let folder = SourceTree.root + "/../shared/data/intents"

  @Test(
    "The right reply comes first, or among the first three, as often as the best baseline has it",
    .enabled(if: FileManager.default.fileExists(atPath: folder), "the shared data is not here"),
    arguments: [
      Setting(train: "orders-train-20", test: "orders-test", top1: 0.967, top3: 1),
      Setting(train: "orders-train-5", test: "orders-test", top1: 0.819, top3: 0.956),
      Setting(train: "shop-train", test: "shop-test", top1: 0.848, top3: 0.952),
    ])
  func baseline(setting: Setting) throws {
    let desk = try DeskSession()
    #expect(desk.run("import examples \(Self.folder)/\(setting.train).csv").code == 0)
    let answer = desk.run("suggest --evaluate \(Self.folder)/\(setting.test).csv --json")
    let shares = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    let top1 = try #require(shares["top1"] as? Double)
    let top3 = try #require(shares["top3"] as? Double)
    #expect(top1 >= setting.top1 && top3 >= setting.top3, "\(top1) / \(top3)")
  }
}
