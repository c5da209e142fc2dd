import Foundation
import HealthCore
import Mail
import ServiceDesk

/// Amazon's feedback report, GET_SELLER_FEEDBACK_DATA, in both its layouts and with a header in any language
/// (MARKETPLACES.md 6.2). It holds one to three stars only, and the buyer's mail address, which is never taken.
///
/// How its dates are written depends on the marketplace and is to be seen from all of them together, so the rows are
/// held until the file ends.
package struct AmazonFeedback: TableFormat {
  package static let name = "amazon-feedback"
  package static let title = "Amazon's feedback report"
  package static let kind = ImportKind.feedback
  package static let fields = ["date", "rating", "comments", "order id"]
  /// None by name: the header may be in any language.
  package static let required: [String] = []
  /// A seller has a few hundred of these in a year.
  static let mostRows = 100_000

  package static func recognises(_ columns: [String]) -> Bool {
    FeedbackLayout.isEnglish(columns) || FeedbackLayout.isLocalised(columns)
  }

  private struct Row: Sendable {
    var line: Int
    var feedback: FeedbackFact
    var date: String?
  }

  private let dates: DateCells
  private var rows: [Row] = []
  /// How often each row without an order has been seen.
  private var occurrences: [String: Int] = [:]

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    if let fault = row.fault { throw IntakeFault(reason: fault) }
    guard rows.count < Self.mostRows else {
      throw IntakeFault(reason: "stands below \(Self.mostRows) rows, more than are read at once; split the file")
    }
    let cells = try FeedbackLayout.cells(row)
    guard let rating = try Cell.rating(cells.rating, named: "rating") else {
      throw IntakeFault(reason: "has no rating")
    }
    // Amazon takes one feedback for an order (MARKETPLACES.md 3.1 [O]), so the order names it.
    var feedback = FeedbackFact(id: cells.order ?? digest(of: cells))
    feedback.order = cells.order
    feedback.rating = rating
    feedback.comment = cells.comment
    // The seller's response has no date either: answeredAt stays open.
    rows.append(Row(line: row.line, feedback: feedback, date: cells.date))
    return []
  }

  package mutating func finish() -> [IncomingRecord] {
    let order = DateOrder.told(by: rows.compactMap(\.date), zone: dates.zone)
    defer { rows = [] }
    return rows.map { row in
      var feedback = row.feedback
      guard let date = row.date else { return IncomingRecord(line: row.line, facts: [.feedback(feedback)]) }
      guard let leftAt = leftAt(date, order) else {
        return IncomingRecord(
          line: row.line, fault: "date \"\(Cell.short(date))\" is no \(order.words), as the dates of this file are")
      }
      feedback.leftAt = leftAt
      return IncomingRecord(line: row.line, facts: [.feedback(feedback)])
    }
  }

  private func leftAt(_ text: String, _ order: WrittenDay.Order) -> Date? {
    if let date = InstantParser.parse(text, zone: dates.zone) { return date }
    guard let written = WrittenDay(text), let day = written.day(in: written.order ?? order) else { return nil }
    return dates.start(of: day)
  }

  private mutating func digest(of cells: FeedbackLayout.Cells) -> String {
    let joined = [cells.date, cells.rating, cells.comment].map { $0 ?? "" }.joined(separator: "\u{1F}")
    occurrences[joined, default: 0] += 1
    let text = "\(joined)\u{1F}\(occurrences[joined] ?? 1)"
    return Digest.sha256(text).map { "sha256:\($0)" } ?? text
  }
}
