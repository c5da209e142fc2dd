import Foundation
import HealthCore
import ServiceDesk

/// Amazon's returns report, GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE (MARKETPLACES.md 6.6 [O]): one line an item. Its
/// "A-to-z Claim" flag is the only hint at a claim in any report of Amazon's.
package struct AmazonReturns: TableFormat {
  package static let name = "amazon-returns"
  package static let title = "Amazon's returns report"
  package static let kind = ImportKind.claims
  package static let fields = [
    "order id", "return request date", "return request status", "amazon rma id", "currency code", "a-to-z claim",
    "item name", "return reason", "order amount", "refunded amount",
  ]
  package static let required = ["order id"]

  package static func recognises(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["order id", "return request date", "return request status"])
  }

  private var dates: DateCells
  private var returns = LineGatherer<ReturnLines>()

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let order = try row.needed("order id")
    let id = row["amazon rma id"] ?? "return \(order)"
    let line = Result { () throws(IntakeFault) -> ReturnLines in try self.line(row, id: id, order: order) }
    return try returns.add(id, line: row.line, line)
  }

  package mutating func finish() -> [IncomingRecord] { returns.finish() }

  private mutating func line(_ row: TableRow, id: String, order: String) throws(IntakeFault) -> ReturnLines {
    var claim = ClaimFact(id: id)
    claim.order = order
    claim.kind = ["y", "yes", "true"].contains(row["a-to-z claim"]?.lowercased()) ? .aToZ : .return
    claim.openedAt = try openedAt(row["return request date"])
    claim.currency = row["currency code"]?.uppercased()
    let texts = [row["return reason"], row["item name"]].compactMap(\.self)
    claim.text = texts.isEmpty ? nil : texts.joined(separator: ": ")
    var line = ReturnLines(claim: claim)
    if let text = row["refunded amount"] { line.refunded = try Cell.exactAmount(text, named: "refunded amount") }
    line.ordered = try Cell.amount(row["order amount"], named: "order amount")
    // The status is of the request to return. How a claim ended it does not tell, and a claim taken for granted would
    // count in the order defect rate: that is left open.
    if claim.kind == .return { line.claim.outcome = outcome(row["return request status"], line.refunded) }
    return line
  }

  private mutating func openedAt(_ text: String?) throws(IntakeFault) -> Date? {
    if let text, let day = WrittenDay.withMonthName(text) { return dates.start(of: day) }
    return try dates.instant(text, named: "return request date")
  }

  /// The report gives no date at which a request was answered: closedAt stays open, and an outcome without it holds
  /// from the beginning (`ClaimFact.outcome(at:)`).
  private func outcome(_ status: String?, _ refunded: Amount?) -> ClaimFact.Outcome {
    switch status?.lowercased() {
    case "approved", "authorized", "authorised", "completed": .granted
    case "denied", "declined", "rejected": .denied
    case "withdrawn", "cancelled", "canceled": .withdrawn
    // A return that ended without money is one that the buyer never sent.
    case "closed": refunded.map { !$0.isZero } ?? false ? .granted : .withdrawn
    default: .pending
    }
  }
}

/// A return as its item lines say it together.
private struct ReturnLines: GatheredRecord {
  var claim: ClaimFact
  var refunded: Amount?
  /// Of the whole order, in each of its lines.
  var ordered: String?

  init(claim: ClaimFact) { self.claim = claim }

  var facts: [IncomingFact] {
    var claim = claim
    claim.amount = refunded.flatMap { $0.isZero ? nil : $0.description } ?? ordered
    return [.claim(claim)]
  }

  mutating func join(_ line: ReturnLines) throws(IntakeFault) {
    claim.kind = claim.kind == .aToZ ? .aToZ : line.claim.kind
    // As long as one item is undecided the return is, and one that was granted makes it granted.
    let outcomes = [claim.outcome, line.claim.outcome]
    let told = [.pending, .granted].first { outcomes.contains($0) } ?? claim.outcome
    claim.outcome = claim.kind == .aToZ ? nil : told
    claim.openedAt = [claim.openedAt, line.claim.openedAt].compactMap(\.self).min()
    if let text = line.claim.text, text != claim.text {
      claim.text = [claim.text, text].compactMap(\.self).joined(separator: "; ")
    }
    if let more = line.refunded {
      guard let sum = refunded.map({ $0.adding(more) }) ?? more else {
        throw IntakeFault(reason: "its refunds are too large to be added up")
      }
      refunded = sum
    }
  }
}
