import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import ServiceDesk

struct Reconcile: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Hold the figures counted here against those that the marketplace reports.",
    discussion: discussion(
      "Over the very days of the report, with the orders that may explain a difference: those that count here, and those that would count if the marketplace saw them otherwise."
    ))
  static let examples = [
    Example("reconcile", "the newest report of every account"),
    Example("reconcile --account amazon-us --json", "one account, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    var rows: [ReconcileAnswer.Row] = []
    var hasReport = false
    for account in try session.askedAccounts() {
      let health = try AccountHealth(account, session)
      for figure in try health.source.reported() {
        hasReport = true
        guard let counted = try health.counted(figure), let from = figure.from, let to = figure.to else { continue }
        var row = ReconcileAnswer.Row(
          account: health.account, figure: figure, reported: counted.reported, own: counted.own)
        if counted.own != counted.reported {
          row.orders = try Self.orders(
            figure, counted.metric, from: from, to: to.addingTimeInterval(1), health, session)
        }
        rows.append(row)
      }
    }
    return ReconcileAnswer(rows: rows, now: session.now, hasReport: hasReport)
  }

  /// The orders that may explain a difference.
  private static func orders(
    _ figure: ReportedFigure, _ metric: any OrderMetric.Type, from: Date, to: Date, _ health: AccountHealth,
    _ session: Session
  ) throws -> [ReconcileAnswer.Order] {
    let pending = health.goals.pendingClaimsCount
    let counting = try session.desk.defects(
      metric, of: health.account.id, from: from, to: to, at: health.now, fulfilment: figure.fulfilment,
      goal: health.goal(figure.metric), pendingClaimsCount: pending
    ).map {
      ReconcileAnswer.Order(
        $0, counts: true, why: DefectWords.of($0.record, figure.metric, at: health.now, pending: pending))
    }
    return try counting + doubtful(figure, from: from, to: to, health, session)
  }

  /// Orders that do not count here and might count there.
  private static func doubtful(
    _ figure: ReportedFigure, from: Date, to: Date, _ health: AccountHealth, _ session: Session
  ) throws -> [ReconcileAnswer.Order] {
    let goal = health.goal(figure.metric)
    let needsLink = [.orderDefectRate, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate].contains(figure.metric)
    func ask(_ linked: Bool, _ fulfilment: OrderFact.Fulfilment, _ why: (OrderRecord) -> String?) throws
      -> [ReconcileAnswer.Order]
    {
      try session.desk.orders(
        of: health.account.id, from: from, to: to, fulfilment: fulfilment, businessOnly: goal.isBusinessOnly,
        onlyLinked: linked, where: { why($0) != nil }
      ).prefix(100).map { .init($0, counts: false, why: why($0.record) ?? "") }
    }
    if needsLink {
      return try ask(true, figure.fulfilment) { Doubt.of($0, figure.metric, at: health.now) }
        + ask(true, figure.fulfilment == .seller ? .marketplace : .seller) {
          OrderDefectRate.isDefect($0, at: health.now, pendingClaimsCount: true)
            ? "a defect, of orders shipped by the \($0.order.isSellerFulfilled ? "seller" : "marketplace")" : nil
        }
    }
    guard figure.metric == .cancellationRate else { return [] }
    return try ask(false, figure.fulfilment) { record in
      guard let at = record.order.cancelledAt, at < health.now, record.order.cancelledBy != .seller else { return nil }
      return "cancelled by \(record.order.cancelledBy.map { "the \($0.rawValue)" } ?? "nobody knows whom")"
    }
  }
}

/// Why an order with feedback or a claim does not count, in words.
private enum Doubt {
  static func of(_ record: OrderRecord, _ id: MetricID, at now: Date) -> String? {
    if OrderDefectRate.isDefect(record, at: now, pendingClaimsCount: false) { return nil }
    var words: [String] = []
    if id == .orderDefectRate || id == .negativeFeedbackRate {
      words += record.feedback.compactMap { feedback in
        guard feedback.removedAt.map({ $0 < now }) ?? false else { return nil }
        return "feedback of \(feedback.rating ?? 0) \(feedback.rating == 1 ? "star" : "stars") was removed"
      }
    }
    for claim in record.claims {
      guard id == .orderDefectRate || id == (claim.kind == .chargeback ? .chargebackRate : .aToZClaimRate),
        claim.kind == .aToZ || claim.kind == .chargeback, let outcome = claim.outcome(at: now)
      else { continue }
      words.append(
        "\(claim.kind == .chargeback ? "chargeback" : "A-to-z claim") \(claim.reason == .fraud ? "for fraud" : outcome.rawValue)"
      )
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

private struct ReconcileAnswer: Answer {
  struct Order {
    var defect: DefectOrder
    /// Whether it counts here.
    var counts: Bool
    var why: String

    init(_ defect: DefectOrder, counts: Bool, why: String) {
      self.defect = defect
      self.counts = counts
      self.why = why
    }
  }
  struct Row {
    var account: Account
    var figure: ReportedFigure
    var reported: Ratio
    var own: Ratio
    var orders: [Order] = []
  }

  var rows: [Row]
  var now: Date
  var hasReport: Bool

  private static func document(_ ratio: Ratio) -> Document {
    .object([
      "numerator": .int(ratio.numerator), "denominator": .int(ratio.denominator), "value": .optional(ratio.value),
    ])
  }

  var document: Document {
    .object([
      "asOf": .instant(now),
      "metrics": .list(
        rows.map { row in
          .object([
            "account": .text(row.account.name), "id": .text(row.figure.metric.rawValue),
            "fulfilledBy": .text(row.figure.fulfilment.rawValue),
            "window": .object([
              "days": .optional(row.figure.days), "from": .instant(row.figure.from), "to": .instant(row.figure.to),
            ]),
            "reported": Self.document(row.reported), "estimated": Self.document(row.own),
            "agrees": .bool(row.own == row.reported),
            "orders": .list(
              row.orders.map { order in
                .object([
                  "order": .text(order.defect.record.order.number), "counts": .bool(order.counts),
                  "why": .text(order.why), "cases": .list(order.defect.cases.map { .int(Int($0)) }),
                ])
              }),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !rows.isEmpty else {
      return hasReport
        ? "the newest report names no days or counts that could be held against the orders here"
        : "there is no report yet; type: import performance FILE"
    }
    var table = TextTable([
      .init("account", optional: true), .init("figure"), .init("from"), .init("to"), .init("reported", right: true),
      .init("here", right: true), .init(""), .init("", optional: true),
    ])
    for row in rows {
      table.add([
        Rich(row.account.name), Rich(row.figure.metric.title, .bold), Rich(day(row.figure.from)),
        Rich(day(row.figure.to)),
        Rich("\(row.reported.numerator) of \(row.reported.denominator)"),
        Rich("\(row.own.numerator) of \(row.own.denominator)"),
        row.own == row.reported ? Rich("agrees", .good) : Rich("differs", .caution),
        Rich(row.figure.fulfilment == .marketplace ? "shipped by the marketplace" : "", .faint),
      ])
    }
    var output = table.text(width: page.width)
    for row in rows where row.own != row.reported { output += "\n\n" + explanation(row, page) }
    return output
  }

  private func day(_ instant: Date?) -> String { instant.map { String($0.rfc3339.prefix(10)) } ?? "" }

  private func explanation(_ row: Row, _ page: Page) -> Rich {
    var output: Rich = "\(row.figure.metric.title, .bold)"
    let orders = row.own.denominator - row.reported.denominator
    let defects = row.own.numerator - row.reported.numerator
    if orders != 0 {
      output +=
        ": \(abs(orders)) \(abs(orders) == 1 ? "order" : "orders") \(orders > 0 ? "more" : "fewer") here than reported"
        + (orders < 0 ? "; import orders brings them" : "")
    }
    if defects != 0 {
      output +=
        "\(orders == 0 ? ": " : ", ")\(abs(defects)) \(defects > 0 ? "more" : "fewer") counted here than reported"
    }
    for order in row.orders.prefix(40) {
      let cases = order.defect.cases.prefix(2).map { " #\($0)" }.joined()
      output +=
        "\n  \(order.counts ? "counted here" : "not counted ", order.counts ? .alarm : .faint)  \(order.defect.record.order.number)\(cases)  \(order.why)"
    }
    if row.orders.count > 40 { output += "\n  … and \(row.orders.count - 40) more" }
    if row.orders.isEmpty { output += "\n  no order here explains it" }
    return output
  }
}
