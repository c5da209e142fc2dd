import ArgumentParser
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

struct AccountRules: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show a profile's rules with their sources: answering, figures, deadlines, and what it does not measure.",
    discussion: discussion())
  static let examples = [
    Example("account rules amazon", "what Amazon asks"),
    Example("account rules plain --format markdown", "as a table to paste"),
  ]

  @Argument(help: "The profile.", completion: .values(.profiles)) var profile: String

  func run(in session: inout Session) throws -> any Answer {
    let profile = try session.profiles.profile(named: profile)
    let topics = ["start", "limit", "clock", "stop", "automatic", "no-reply", "target"]
    var rules = topics.map { RulesAnswer.Row($0, profile.rule($0).text, profile.rule($0).citation) }
    rules += profile.metrics.map { metric in
      RulesAnswer.Row(metric.id.rawValue, Self.words(metric), metric.rule.citation)
    }
    if profile.rules["claims"] != nil {
      rules.append(.init("claims", profile.rule("claims").text, profile.rule("claims").citation))
    }
    rules += profile.deadlines.limits.keys.sorted().map { topic in
      let rule = profile.rule("deadline \(topic)")
      return RulesAnswer.Row("deadline \(topic)", rule.text, rule.citation)
    }
    let feedback = RemovalGround.allCases.map { "removal \($0.rawValue)" }
    rules += (feedback + ["removal-requests", "feedback-request", "personal-data"]).compactMap { topic in
      profile.rules[topic].map { RulesAnswer.Row(topic, $0.text, $0.citation) }
    }
    rules += MetricID.allCases.compactMap { id in
      profile.notMeasured[id].map { RulesAnswer.Row(id.rawValue, "not measured: \($0)", "", isMeasured: false) }
    }
    return RulesAnswer(rules: rules)
  }

  private static func words(_ metric: MetricRule) -> String {
    let days = metric.windows.map { $0 == 0 ? "ever" : "\($0)" }.joined(separator: ", ")
    let target = metric.target.map { "\(Figure.target($0, metric.id.unit)), " } ?? "no target, "
    let lag = metric.lag > 0 ? ", ending \(metric.lag) days ago" : ""
    let consequence = metric.consequence.map { "; if missed: \($0)" } ?? ""
    return "\(target)\(days) days\(lag): \(metric.rule.text)\(consequence)"
  }
}

private struct RulesAnswer: Answer {
  struct Row {
    var topic: String
    var text: String
    var citation: String
    var isMeasured: Bool

    init(_ topic: String, _ text: String, _ citation: String, isMeasured: Bool = true) {
      (self.topic, self.text, self.citation, self.isMeasured) = (topic, text, citation, isMeasured)
    }
  }
  var rules: [Row]

  var document: Document {
    .object([
      "rules": .list(
        rules.map { .object(["topic": .text($0.topic), "rule": .text($0.text), "source": .text($0.citation)]) })
    ])
  }

  /// A rule is read whole or not at all: beside its name where it fits there, else under it. What is not measured for
  /// the same reason stands together.
  func text(on page: Page) -> Rich {
    var output = Rich()
    for rule in rules where rule.isMeasured {
      if !output.isEmpty { output += "\n" }
      let text = rule.citation.isEmpty ? rule.text : "\(rule.text) (\(rule.citation))"
      let name = DisplayWidth.padded(rule.topic, to: 10)
      output += "\(name, .bold)"
      if DisplayWidth.of(name) + 2 + DisplayWidth.of(text) <= page.width {
        output += "  \(text)"
      } else {
        for line in page.wrapped(text, indent: 4) { output += "\n\(line)" }
      }
    }
    var reasons: [String] = []
    for rule in rules where !rule.isMeasured && !reasons.contains(rule.text) { reasons.append(rule.text) }
    for reason in reasons {
      let names = rules.filter { !$0.isMeasured && $0.text == reason }.map(\.topic).joined(separator: ", ")
      for line in page.wrapped("\(names): \(reason)", indent: 0) { output += "\n\(line, .faint)" }
    }
    return output
  }
}
