import Foundation
import GRDB
import ServiceDesk

/// A message in which a search found its words.
package struct Match: Sendable, Equatable {
  package var caseID: Int64
  package var message: String
  package var at: Date
  package var snippet: String
  /// How often the words stand in the message; the more, the better it fits.
  package var score: Int
  package var buyer: String?
}

extension Desk {
  /// Messages that hold all the words: best fit first, then the newest. A word of several parts, such as an order
  /// number or a quoted phrase, must stand there as written. A filter narrows them to messages of the cases that fit.
  package func find(
    _ words: [String], in filter: CaseFilter = CaseFilter(), at now: Date, limit: Int?
  ) throws -> (total: Int, matches: [Match]) {
    try read { db in
      var found = try matches(of: words, at: now, db)
      if !filter.isEmpty, !found.isEmpty {
        let cases = Set(try matching(filter, all: true, at: now, db).map(\.id))
        found.removeAll { !cases.contains($0.caseID) }
      }
      let sorted = found.sorted { (-$0.score, $1.at, $1.caseID) < (-$1.score, $0.at, $0.caseID) }
      return (sorted.count, limit.map { Array(sorted.prefix($0)) } ?? sorted)
    }
  }

  func matches(of words: [String], at now: Date, _ db: Database) throws -> [Match] {
    let expressions = words.compactMap(SearchText.expression)
    guard !expressions.isEmpty else { return [] }
    let literals = expressions.compactMap(\.literal)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.case_id, m.external_id, m.at, m.subject, m.text, m.buyer, m.order_number
        FROM search JOIN messages m ON m.id = search.rowid
        WHERE search MATCH ? AND m.is_void = 0 AND (m.at < ? OR (m.sent_here AND m.at = ?))
        """,
      arguments: [expressions.map { "(\($0.match))" }.joined(separator: " AND "), now.seconds, now.seconds])
    var found: [Match] = []
    while let row = try rows.next() {
      let text: String = row[4]
      let whole = [row[3] as String, row[5] as String? ?? "", row[6] as String? ?? "", text].joined(separator: "\n")
      guard literals.allSatisfy({ whole.range(of: $0, options: Self.loose) != nil }) else { continue }
      let (snippet, count) = Self.snippet(of: text, around: words, else: row[3])
      found.append(
        Match(
          caseID: try root(of: row[0], db), message: row[1], at: Date(seconds: row[2]), snippet: snippet,
          score: max(count, 1), buyer: row[5]))
    }
    return found
  }

  private static let loose: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]

  /// The words' surroundings on one line, and how often they occur.
  private static func snippet(of text: String, around words: [String], else subject: String) -> (String, Int) {
    var first: Range<String.Index>?
    var count = 0
    for word in words {
      let word = word.hasSuffix("*") ? String(word.dropLast()) : word
      var rest = text.startIndex
      while let range = text.range(of: word, options: loose, range: rest..<text.endIndex), count < 100 {
        if first.map({ range.lowerBound < $0.lowerBound }) ?? true { first = range }
        count += 1
        rest = range.upperBound
      }
    }
    let source = first == nil && text.isEmpty ? subject : text
    let middle = first?.lowerBound ?? source.startIndex
    let start = source.index(middle, offsetBy: -30, limitedBy: source.startIndex) ?? source.startIndex
    let end = source.index(middle, offsetBy: 60, limitedBy: source.endIndex) ?? source.endIndex
    let cut = source[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return ((start > source.startIndex ? "…" : "") + cut + (end < source.endIndex ? "…" : ""), count)
  }
}
