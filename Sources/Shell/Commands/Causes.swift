import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct Causes: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "causes", abstract: "Count why cases arose: the logged root causes, the largest first.",
    discussion: discussion(
      "Of the cases resolved in the last days, with the orders that are defects and what it cost. A cause opens to its cases."
    ))
  static let examples = [
    Example("causes", "the last 90 days"), Example("causes --by carrier --days 30", "by who carried the parcels"),
    Example("causes carrier-delay", "the cases behind one cause"),
  ]

  @Argument(help: "One cause: its cases.", completion: .values(.causes)) var cause: String?
  @Option(help: "Over so many days.") var days = 90
  @Option(help: "cause, product, carrier, account, outcome or kind.") var by = "cause"
  @Option(help: "cases, defects or cost: what ranks.") var rank = "cases"
  @Option(help: "Only of this product.") var product: Word?
  @Option(help: "Only of this carrier.") var carrier: Word?

  func run(in session: inout Session) throws -> any Answer {
    guard (1...36_500).contains(days) else { throw Complaint.usage("--days must be 1 to 36500", try: "--days 90") }
    guard let grouping = Pareto.Grouping(rawValue: by) else {
      throw Complaint.usage(
        "--by \(by) is nothing to count by", try: "--by cause, product, carrier, account, outcome or kind")
    }
    guard let ranking = Pareto.Ranking(rawValue: rank) else {
      throw Complaint.usage("--rank \(rank) is nothing to rank by", try: "--rank cases, defects or cost")
    }
    if let cause, try !session.configuration.causes().contains(cause), cause != Resolution.unknownCause {
      throw Complaint.usage(
        "\(cause) is no cause", try: "causes, one of \(try session.configuration.causes().joined(separator: ", "))")
    }
    let window = MetricWindow(days: days, at: session.now.addingTimeInterval(1))
    var cases = try session.settledCases(in: window)
    if let cause { cases = cases.filter { $0.resolution.cause == cause } }
    if let product { cases = cases.filter { $0.product?.lowercased() == product.text.lowercased() } }
    if let carrier { cases = cases.filter { $0.carrier?.lowercased() == carrier.text.lowercased() } }
    if cause != nil { session.listedCases = cases.reversed().map(\.id) }
    return CausesAnswer(
      pareto: Pareto(cases, by: grouping, ranking: ranking), cases: cause == nil ? [] : cases.reversed(), cause: cause,
      days: days, by: grouping, ranking: ranking, now: session.now)
  }
}

extension Session {
  /// The cases settled in a window, of the account asked about or of all.
  func settledCases(in window: MetricWindow, of account: Account? = nil) throws -> [SettledCase] {
    let account = try account ?? chosenAccount()
    var pending: [Int64: Bool] = [:]
    return try desk.settled(account: account?.id, from: window.from ?? .distantPast, to: window.to, at: now).map {
      row in
      let owner = try self.account(of: row.subject)
      if pending[owner.id] == nil { pending[owner.id] = try profiles.goals(of: owner).pendingClaimsCount }
      let isDefect = row.order.map {
        $0.order.isSellerFulfilled
          && OrderDefectRate.isDefect($0, at: now, pendingClaimsCount: pending[owner.id] ?? false)
      }
      var settled = SettledCase(
        id: row.subject.id, account: owner.name, kind: row.subject.kind, order: row.subject.order, at: row.at,
        resolution: row.resolution, product: row.order?.order.product, carrier: row.order?.order.carrier,
        isDefect: isDefect ?? false)
      settled.answeredAt = row.answeredAt
      return settled
    }
  }
}

extension Document {
  static func of(_ costs: Costs) -> Document {
    .list(costs.all.map { .object(["amount": .text($0.amount), "currency": .optional($0.currency)]) })
  }

  static func of(_ row: Pareto.Row, named key: String) -> Document {
    .object([
      .init(key: key, value: .text(row.name)), .init(key: "cases", value: .int(row.cases)),
      .init(key: "defects", value: .int(row.defects)), .init(key: "costs", value: .of(row.costs)),
      .init(key: "share", value: .optional(row.share)), .init(key: "cumulative", value: .optional(row.cumulative)),
    ])
  }

  /// One row a line in tables, its costs in words.
  static func line(_ row: Pareto.Row, named key: String) -> Document {
    .object([
      .init(key: key, value: .text(row.name)), .init(key: "cases", value: .int(row.cases)),
      .init(key: "defects", value: .int(row.defects)), .init(key: "costs", value: .text(row.costs.words)),
      .init(key: "share", value: .optional(row.share)), .init(key: "cumulative", value: .optional(row.cumulative)),
    ])
  }

  static func of(_ settled: SettledCase) -> Document {
    .object([
      "case": .int(Int(settled.id)), "account": .text(settled.account), "kind": .text(settled.kind.rawValue),
      "order": .optional(settled.order), "resolvedAt": .instant(settled.at),
      "outcome": .text(settled.resolution.outcome), "cause": .text(settled.resolution.cause),
      "cost": .optional(settled.resolution.cost?.description), "product": .optional(settled.product),
      "carrier": .optional(settled.carrier), "defect": .bool(settled.isDefect),
    ])
  }
}

private struct CausesAnswer: Answer {
  var pareto: Pareto
  var cases: [SettledCase]
  var cause: String?
  var days: Int
  var by: Pareto.Grouping
  var ranking: Pareto.Ranking
  var now: Date

  var document: Document {
    .object([
      "asOf": .instant(now), "days": .int(days), "by": .text(by.rawValue),
      "causes": .list(pareto.rows.map { .of($0, named: by.rawValue) }), "total": .of(pareto.total, named: by.rawValue),
      "cases": .list(cases.map { .of($0) }),
    ])
  }

  var table: Document {
    cause == nil ? .list(pareto.rows.map { .line($0, named: by.rawValue) }).asRows : .list(cases.map { .of($0) }).asRows
  }

  func text(on page: Page) -> Rich {
    guard pareto.total.cases > 0 else {
      return
        "no case was resolved in the last \(days) days\(cause.map { " with cause \($0)" } ?? ""); resolve CASE OUTCOME --cause CAUSE logs one"
    }
    if cause != nil { return list(page) }
    var table = TextTable([
      .init(by.rawValue, flexible: true), .init("cases", right: true), .init("defects", right: true),
      .init("cost", right: true, optional: true), .init("share", right: true), .init("so far", right: true),
      .init("", optional: true),
    ])
    for row in pareto.rows.prefix(20) {
      let share = row.share ?? 0
      table.add([
        Rich(row.name, .bold), Rich("\(row.cases)"), Rich("\(row.defects)", row.defects > 0 ? .alarm : .plain),
        Rich(row.costs.words), Rich(percent(row.share)), Rich(percent(row.cumulative), .faint),
        Rich(String(repeating: "█", count: Int((share * 20).rounded())), .accent),
      ])
    }
    var output: Rich =
      "\(count(pareto.total.cases, "case")) resolved in the last \(days) days, \(count(pareto.total.defects, "defect"))"
    if !pareto.total.costs.isEmpty { output += ", \(pareto.total.costs.words)" }
    output += "\n" + table.text(width: page.width)
    if pareto.rows.count > 20 { output += "\n\("… and \(pareto.rows.count - 20) more", .faint)" }
    return output + (by == .cause ? "\n\("causes CAUSE opens one to its cases", .faint)" : "")
  }

  private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  private func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }

  private func list(_ page: Page) -> Rich {
    var table = TextTable([
      .init("case", right: true), .init("resolved"), .init("outcome"), .init("order", optional: true),
      .init("cost", right: true), .init("carrier", optional: true), .init("product", flexible: true, optional: true),
      .init(""),
    ])
    for item in cases.prefix(50) {
      table.add([
        Rich("#\(item.id)", .bold), Rich(page.moment(item.at)), Rich(item.resolution.outcome), Rich(item.order ?? ""),
        Rich(item.resolution.cost?.description ?? ""), Rich(item.carrier ?? ""), Rich(item.product ?? ""),
        item.isDefect ? Rich("defect", .alarm) : Rich(),
      ])
    }
    let more = cases.count > 50 ? "\n\("… and \(cases.count - 50) more: --json has all", .faint)" : Rich()
    return table.text(width: page.width) + more
  }
}
