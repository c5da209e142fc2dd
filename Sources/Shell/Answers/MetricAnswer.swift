import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

/// One figure of each account, with its rule and, where asked for, what it was and what is behind it.
struct MetricAnswer: Answer {
  struct Point {
    var at: Date
    var reading: Reading
  }
  struct Defect {
    var at: Date
    var order: String
    var cases: [Int64]
    var why: String
    var leavesAt: Date?
  }
  struct Part {
    var account: Account
    var readings: [Reading]
    /// Nil where the marketplace does not go by the figure.
    var rule: MetricRule?
    var notMeasured: String?
    var responseRule: Profile.Rule?
    var ratingParts: [AccountHealthRating.Part] = []
    var trend: [Point] = []
    var defects: [Defect] = []
  }

  var metric: MetricID
  var parts: [Part]
  var now: Date
  var showsCases: Bool
  var showsTrend: Bool

  var document: Document {
    .object([
      "asOf": .instant(now), "id": .text(metric.rawValue), "name": .text(metric.title),
      "accounts": .list(parts.map(document)),
    ])
  }

  private func document(_ part: Part) -> Document {
    let rule = part.rule?.rule ?? part.responseRule
    return .object([
      "account": .text(part.account.name), "metrics": .list(part.readings.map(Document.of)),
      "rule": rule.map { rule in
        .object([
          "text": .text(rule.text), "consequence": .optional(part.rule?.consequence), "source": .text(rule.source),
          "confidence": .text(rule.confidence), "date": .text(rule.date),
        ])
      } ?? .null,
      "notMeasured": .optional(part.notMeasured),
      "parts": .list(part.ratingParts.map { .object(["part": .text($0.name), "points": .int($0.points)]) }),
      "trend": showsTrend
        ? .list(
          part.trend.map { point in
            .object([
              "at": .instant(point.at), "numerator": .optional(point.reading.ratio?.numerator),
              "denominator": .optional(point.reading.ratio?.denominator), "value": .optional(point.reading.value),
              "status": .text(point.reading.status.rawValue),
            ])
          }) : .null,
      "cases": showsCases
        ? .list(
          part.defects.map { defect in
            .object([
              "at": .instant(defect.at), "order": .optional(defect.order.isEmpty ? nil : defect.order),
              "cases": .list(defect.cases.map { .int(Int($0)) }), "why": .text(defect.why),
              "leavesAt": .instant(defect.leavesAt),
            ])
          }) : .null,
    ])
  }

  func text(on page: Page) -> Rich {
    guard !parts.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var output: Rich = "\(metric.title, .bold)"
    for part in parts { output += "\n\n" + text(of: part, on: page) }
    return output
  }

  private func text(of part: Part, on page: Page) -> Rich {
    var output: Rich = "\(part.account.name, .bold)"
    var table = TextTable([
      .init("days", right: true), .init("value", right: true), .init("of", right: true), .init("target", right: true),
      .init("status"), .init("room", right: true), .init("", optional: true), .init(""),
    ])
    for reading in part.readings {
      table.add([
        Rich(reading.window.days.map { "\($0)" } ?? (metric == .feedbackScore ? "ever" : "–")),
        Rich(Figure.value(reading), .bold), Rich(Figure.counts(reading)),
        Rich(Figure.target(reading.target, metric.unit)), Figure.status(reading),
        Rich(reading.headroom.map { "\($0)" } ?? ""), Figure.bar(reading), Rich(reading.source.rawValue, .faint),
      ])
    }
    if !part.readings.isEmpty { output += "\n" + table.text(width: page.width) }
    for line in words(of: part).flatMap({ page.wrapped($0) }) { output += "\n\(line, .faint)" }
    if part.readings.allSatisfy({ $0.value == nil }), metric.isOnlyReported {
      output += "\n  it can't be counted here; import performance FILE brings what the marketplace says"
    }
    for own in part.ratingParts {
      output += "\n\(DisplayWidth.padded("\(own.points > 0 ? "+" : "")\(own.points)", to: 8, right: true))  \(own.name)"
    }
    if showsTrend { output += "\n\n" + trend(part, page) }
    if showsCases { output += "\n\n" + cases(part, page) }
    return output
  }

  private func words(of part: Part) -> [String] {
    if let rule = part.rule {
      let consequence = rule.consequence.map { "; if missed: \($0)" } ?? ""
      return ["\(rule.rule.text)\(consequence) (\(rule.rule.citation))"]
    }
    if let rule = part.responseRule { return ["\(rule.text) (\(rule.citation))"] }
    return [part.notMeasured ?? "\(part.account.profile) does not measure it; counted here all the same"]
  }

  private func trend(_ part: Part, _ page: Page) -> Rich {
    guard part.trend.contains(where: { $0.reading.value != nil }) else { return "\("no data in these days", .faint)" }
    var table = TextTable([
      .init("as of, UTC"), .init("value", right: true), .init("of", right: true), .init("status"), .init(""),
    ])
    let values = part.trend.compactMap(\.reading.value)
    let highest = max(values.max() ?? 0, part.trend.first?.reading.target?.value.value ?? 0)
    for point in part.trend {
      let share = highest > 0 ? (point.reading.value ?? 0) / highest : 0
      let room = max(10, min(40, page.width - 56))
      table.add([
        Rich(page.moment(point.at)), Rich(Figure.value(point.reading), .bold), Rich(Figure.counts(point.reading)),
        Figure.status(point.reading),
        Rich(String(repeating: "█", count: Int((share * Double(room)).rounded())), .accent),
      ])
    }
    return table.text(width: page.width)
  }

  private func cases(_ part: Part, _ page: Page) -> Rich {
    guard !part.defects.isEmpty else { return "\("nothing counts against the shop in this window", .faint)" }
    var table = TextTable([
      .init("when, UTC"), .init("order"), .init("why"), .init("cases"),
      .init("leaves the window", optional: true),
    ])
    for defect in part.defects.prefix(200) {
      table.add([
        Rich(page.moment(defect.at)), Rich(defect.order), Rich(defect.why),
        Rich(defect.cases.prefix(3).map { "#\($0)" }.joined(separator: " "), .bold),
        Rich(defect.leavesAt.map(page.moment) ?? "", .faint),
      ])
    }
    var output = table.text(width: page.width)
    if part.defects.count > 200 {
      output += "\n\("… and \(part.defects.count - 200) more; --json lists them all", .faint)"
    }
    return output
  }
}

extension MetricID {
  /// Whether only the marketplace can know the figure.
  var isOnlyReported: Bool {
    switch self {
    case .inventoryPerformanceIndex, .listingQuality, .invoiceDefectRate, .transactionDefectRate, .unresolvedCaseRate:
      true
    default: false
    }
  }
}
