import HealthCore

/// The desk's own columns for feedback (INTERFACE.md, Imports).
package struct FeedbackTable: TableFormat {
  package static let name = "feedback"
  package static let title = "a table of feedback"
  package static let kind = ImportKind.feedback
  package static let fields = ["feedback_id", "order_id", "rating", "comment", "left_at", "answered_at", "removed_at"]
  package static let required = ["feedback_id"]

  package static func recognises(_ columns: [String]) -> Bool { columns.contains("feedback_id") }

  private var dates: DateCells

  package init(_ context: TableContext) { dates = DateCells(zone: context.zone) }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    var feedback = FeedbackFact(id: try row.needed("feedback_id"))
    feedback.order = row["order_id"]
    feedback.rating = try Cell.rating(row["rating"], named: "rating")
    feedback.comment = row["comment"]
    feedback.leftAt = try dates.instant(row["left_at"], named: "left_at")
    feedback.answeredAt = try dates.instant(row["answered_at"], named: "answered_at")
    feedback.removedAt = try dates.instant(row["removed_at"], named: "removed_at")
    return [IncomingRecord(line: row.line, facts: [.feedback(feedback)])]
  }
}
