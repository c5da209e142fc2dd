import Foundation
import Shell
import TestSupport
import Testing

/// Three thousand real orders with their feedback give the figures that somebody else has reckoned.
@Suite struct OlistTests {
  private struct Counts: Decodable, Equatable {
    var numerator: Int?
    var denominator: Int?
  }
  private struct Health: Decodable {
    struct Account: Decodable {
      struct Metric: Decodable {
        struct Window: Decodable { var days: Int? }
        var id: String
        var numerator: Int?
        var denominator: Int?
        var source: String
        var window: Window
      }
      var metrics: [Metric]
    }
    var accounts: [Account]
  }

  private typealias Expected = [String: [String: [String: Counts]]]

  @Test(
    "the figures of real orders are those that were reckoned apart",
    .enabled(if: SourceTree.hasSharedData, "there is no ../shared/data here"))
  func figures() throws {
    let folder = SourceTree.sharedData + "/olist"
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    #expect(desk.run("import orders \(folder)/orders.csv").code == 0)
    #expect(desk.run("import feedback \(folder)/feedback.csv").code == 0)
    for (now, sets) in expected {
      for (name, figures) in sets {
        let days = name.hasPrefix("own") ? "" : " --days 60"
        let answer = desk.run("health --json --now \(now)\(days)").text
        let health = try JSONDecoder().decode(Health.self, from: Data(answer.utf8))
        let metrics = try #require(health.accounts.first).metrics.filter { $0.source == "estimated" }
        for (key, counts) in figures {
          let parts = key.hasPrefix("feedback-score-") ? key.split(separator: "-").last.flatMap { Int($0) } : nil
          let id = parts == nil ? key : "feedback-score"
          // Without days of its own the figure's shortest window is meant.
          let metric = metrics.first { $0.id == id && (parts == nil || $0.window.days == parts) }
          #expect(
            Counts(numerator: metric?.numerator, denominator: metric?.denominator) == counts, "\(now) \(name) \(key)")
        }
      }
    }
    #expect(desk.run("verify").code == 0)
  }
}
