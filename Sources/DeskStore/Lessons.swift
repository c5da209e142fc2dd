import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// How far a model has learned: the last example and the last reply that are in it.
package struct LessonMark: Sendable, Equatable {
  package var example: Int64 = 0
  package var message: Int64 = 0

  package init() {}
}

extension Desk {
  /// Keeps an example; one that is known already changes nothing.
  func file(_ example: Lesson, at now: Date, _ db: Database) throws -> ImportOutcome {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO examples (text, response, imported_at) VALUES (?, ?, ?)"
    ).execute(arguments: [example.text, example.response, now.seconds])
    return db.changesCount > 0 ? .added : .unchanged
  }

  /// Everything to learn from after a mark, in the order in which it came: examples, then replies that agents picked
  /// for the buyer's words that they answered; and the mark after it.
  package func lessons(after mark: LessonMark) throws -> (lessons: [Lesson], mark: LessonMark) {
    try read { db in
      var last = mark
      var lessons: [Lesson] = []
      let examples = try Row.fetchCursor(
        db, sql: "SELECT id, text, response FROM examples WHERE id > ? ORDER BY id", arguments: [mark.example])
      while let row = try examples.next() {
        last.example = row[0]
        lessons.append(Lesson(text: row[1], response: row[2]))
      }
      let picks = try Row.fetchCursor(db, sql: Self.picks, arguments: [mark.message])
      while let row = try picks.next() {
        last.message = row[0]
        // Where the words were purged there is nothing to learn from.
        guard let text: String = row[2], text != PersonalColumn.word else { continue }
        let order = try (row[5] as String?).flatMap { try OrderRows.stored($0, account: row[4], db)?.order }
        let question = SuggestionQuestion(
          text: text, kind: CaseKind(rawValue: row[3]) ?? .message,
          order: order?.situation(at: Date(seconds: row[7])) ?? .none, language: row[6])
        lessons.append(Lesson(text: text, response: row[1], facts: question.facts))
      }
      return (lessons, last)
    }
  }

  /// Sent replies with the newest words of the buyer's that stood before them.
  private static let picks = """
    SELECT m.id, m.response,
      (SELECT b.text FROM messages b WHERE b.case_id = m.case_id AND b.direction = 0 AND b.is_automatic = 0
         AND b.at <= m.at ORDER BY b.at DESC, b.id DESC LIMIT 1),
      c.kind, m.account_id, c.order_number, c.language, m.at
    FROM messages m INDEXED BY messages_replied JOIN cases c ON c.id = m.case_id
    WHERE m.response IS NOT NULL AND m.is_void = 0 AND m.id > ? ORDER BY m.id
    """

  /// The model as it was last kept, with how far it had learned; nil where there is none or it is another version's.
  package func suggestionModel() throws -> (model: SuggestionModel, mark: LessonMark)? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT content, last_example, last_message FROM suggestion_model"),
        let model = SuggestionModel(row[0] as Data)
      else { return nil }
      var mark = LessonMark()
      mark.example = row[1]
      mark.message = row[2]
      return (model, mark)
    }
  }

  package func keep(_ model: SuggestionModel, learnedTo mark: LessonMark) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO suggestion_model (id, content, last_example, last_message) VALUES (1, ?, ?, ?)",
        arguments: [model.encoded(), mark.example, mark.message])
    }
  }
}

extension OrderFact {
  /// How the order stands at `now`, as far as that decides what to answer.
  package func situation(at now: Date) -> OrderSituation {
    func isKnown(_ date: Date?) -> Bool { date.map { $0 < now } ?? false }
    if isKnown(cancelledAt) { return .cancelled }
    if isKnown(deliveredAt) { return .delivered }
    if isKnown(deliverBy) { return .late }
    if isKnown(shippedAt) { return .shipped }
    return isKnown(shipBy) ? .late : .notShipped
  }
}
