import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// All figures of all accounts.
struct HealthAnswer: Answer {
  struct AccountPage {
    var account: Account
    var standing: AccountStanding
    var readings: [Reading]
    /// The figures that the marketplace itself goes by.
    var measured: Set<MetricID>
    var trends: [MetricID: [Double?]]
    var marketplaceFulfilled: [Reading]
  }

  var pages: [AccountPage]
  var now: Date
  /// Every figure and window, or one row for each figure that matters.
  var isWhole = false

  var document: Document {
    .object([
      "asOf": .instant(now),
      "accounts": .list(
        pages.map { page in
          .object([
            "account": .text(page.account.name), "profile": .text(page.account.profile),
            "standing": .of(page.standing),
            "metrics": .list(
              page.readings.map { Document.of($0).adding(["measured": .bool(page.measured.contains($0.metric))]) }),
            "marketplaceFulfilled": .list(page.marketplaceFulfilled.map(Document.of)),
          ])
        }),
    ])
  }

  var table: Document {
    .object([
      "metrics": .list(
        pages.flatMap { page in
          page.readings.map { reading in
            .object([.init(key: "account", value: .text(page.account.name))] + Document.flat(reading))
          }
        })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !pages.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var output = Rich()
    for (number, own) in pages.enumerated() {
      if number > 0 { output += "\n\n" }
      output += text(of: own, on: page)
    }
    let isBad = pages.contains { $0.readings.contains { $0.status == .bad } }
    output +=
      "\n\n\("estimated here, but where it says reported or †; after / the marketplace's word", .faint)\n\(isBad ? "next: headroom, or metric NAME --cases for what is behind a figure" : "health --all shows every figure and window", .faint)"
    return output
  }

  private func text(of own: AccountPage, on page: Page) -> Rich {
    var output: Rich = "\(own.account.name, .bold)  \(own.account.profile, .faint)  "
    output += Rich(own.standing.title, own.standing.state == .healthy ? .good : .alarm)
    output += own.standing.canSell ? "" : " · \("can't sell", .alarm)"
    output += own.standing.isPaid ? "" : " · \("not paid out", .caution)"
    if let since = own.standing.since { output += " · \("since \(page.moment(since))", .faint)" }
    let shown = own.readings.filter { $0.value != nil || (own.measured.contains($0.metric) && $0.source == .estimated) }
    let withData = shown.filter { $0.value != nil }
    if withData.isEmpty {
      return output
        + "\n\("no figures yet: import orders FILE, import feedback FILE, import performance FILE", .faint)"
    }
    var table = TextTable([
      .init("figure"), .init("days", right: true), .init("value", right: true),
      .init("of", right: true, optional: true),
      .init("target", right: true), .init("status"), .init("room", right: true, optional: true),
      .init("", optional: true), .init("8 weeks", optional: true), .init("", optional: true),
    ])
    let rows = isWhole ? withData.map { (reading: $0, others: []) } : Self.decisive(withData)
    for (reading, others) in rows {
      table.add(row(reading, own) + [Rich(others.map(Self.aside).joined(separator: " · "), .faint)])
    }
    output += "\n" + table.text(width: page.width)
    let silent = MetricID.allCases.filter { id in
      own.measured.contains(id) && !id.isKindOfViolation && !withData.contains { $0.metric == id }
    }
    if !silent.isEmpty {
      let names = silent.map { $0.title.lowercasedFirst }.joined(separator: ", ")
      for line in page.wrapped("no data: \(names)") { output += "\n\(line, .faint)" }
    }
    if withData.contains(where: { !own.measured.contains($0.metric) }) {
      output += "\n\("* no figure of \(own.account.profile)'s: counted here only", .faint)"
    }
    for reading in own.marketplaceFulfilled {
      output +=
        "\n\("shipped by the marketplace: \(reading.metric.title.lowercasedFirst) \(Figure.value(reading)), \(Figure.counts(reading))", .faint)"
    }
    return output
  }

  /// One reading for each figure and source: the worst of its windows, with the others beside it. Parts of a figure, its
  /// complement, and counts of nothing are left out.
  private static func decisive(_ readings: [Reading]) -> [(reading: Reading, others: [Reading])] {
    var order: [String] = []
    var groups: [String: [Reading]] = [:]
    let hasTarget = readings.contains { $0.target != nil && $0.metric != .responseRate }
    for reading in readings {
      switch reading.metric {
      case .negativeFeedbackRate, .aToZClaimRate, .chargebackRate, .onTimeShipmentRate:
        if reading.target == nil { continue }
      case .averageResponseTime: if reading.target == nil, hasTarget { continue }
      default: if reading.metric.isKindOfViolation, reading.value == 0 { continue }
      }
      let key = "\(reading.metric.rawValue) \(reading.source.rawValue)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(reading)
    }
    let severity: [Reading.Status] = [.bad, .watch, .good, .noTarget, .noData]
    return order.compactMap { key in
      let group = groups[key] ?? []
      let worst = group.indices.min { left, right in
        let ranks = [left, right].map { severity.firstIndex(of: group[$0].status) ?? 0 }
        return (ranks[0], -(group[left].window.days ?? 0)) < (ranks[1], -(group[right].window.days ?? 0))
      }
      guard let worst else { return nil }
      return (group[worst], group.indices.filter { $0 != worst }.map { group[$0] })
    }
  }

  /// "7 d 94.74 %"
  private static func aside(_ reading: Reading) -> String {
    "\(reading.window.days.map { "\($0) d" } ?? "ever") \(Figure.value(reading))"
  }

  private func row(_ reading: Reading, _ own: AccountPage) -> [Rich] {
    let isOrders = OrderMetrics.of(reading.metric) != nil && reading.source == .estimated
    return [
      Rich(title(reading, own), reading.status == .bad ? .bold : .plain),
      Rich(reading.window.days.map { "\($0)" } ?? (reading.metric == .feedbackScore ? "ever" : "–")),
      Rich(Figure.value(reading), .bold), Rich(Figure.counts(reading)),
      Rich(Figure.target(reading.target, reading.metric.unit)),
      Figure.status(reading), Rich(reading.headroom.map { "\($0)" } ?? ""), Figure.bar(reading),
      Rich(isOrders ? Sparkline.text(own.trends[reading.metric] ?? []) : "", .faint),
    ]
  }

  /// What is counted here never passes for the marketplace's own figure, nor for one that it goes by.
  private func title(_ reading: Reading, _ own: AccountPage) -> String {
    if reading.source == .reported {
      let isBelow = own.readings.contains {
        $0.metric == reading.metric && $0.source == .estimated && $0.value != nil
      }
      return isBelow ? "└ as reported" : "\(reading.metric.title) †"
    }
    return own.measured.contains(reading.metric) ? reading.metric.title : "\(reading.metric.title) *"
  }
}

extension MetricID {
  /// Whether it is a part of the policy violations: without data it goes without saying.
  var isKindOfViolation: Bool { unit == .count && self != .policyViolations }
}

extension String {
  /// In the middle of a sentence.
  var lowercasedFirst: String {
    hasPrefix("A-to-z") ? self : prefix(1).lowercased() + dropFirst()
  }
}

extension Document {
  static func of(_ reading: Reading) -> Document {
    // A number of points or of violations has no whole.
    let isShare = ![.points, .count].contains(reading.metric.unit)
    return .object([
      "id": .text(reading.metric.rawValue), "name": .text(reading.metric.title),
      "numerator": .optional(reading.metric.unit == .points ? nil : reading.ratio?.numerator),
      "denominator": .optional(isShare ? reading.ratio?.denominator : nil), "value": .optional(reading.value),
      "window": .object([
        "days": .optional(reading.window.days), "from": .instant(reading.window.from),
        "to": .instant(reading.window.to),
      ]),
      "target": .optional(reading.target?.value.value), "condition": .optional(reading.target?.condition.rawValue),
      "status": .text(reading.status.rawValue), "headroom": .optional(reading.headroom),
      "source": .text(reading.source.rawValue), "reportedStatus": .optional(reading.verdict),
    ])
  }

  /// A reading as a row: its window's days and ends beside the rest.
  static func flat(_ reading: Reading) -> [Member] {
    guard case .object(let members) = of(reading) else { return [] }
    return members.flatMap { member -> [Member] in
      guard member.key == "window", case .object(let window) = member.value else { return [member] }
      return window
    }
  }

  static func of(_ standing: AccountStanding) -> Document {
    .object([
      "state": .text(standing.state.rawValue), "canSell": .bool(standing.canSell), "isPaid": .bool(standing.isPaid),
      "since": .instant(standing.since), "source": .optional(standing.source),
    ])
  }
}
