import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// What became of a canned reply over a window of time.
package struct ReplyUse: Sendable, Equatable {
  package var response: String
  package var used = 0
  /// Changed by the agent before it was sent.
  package var edited = 0
  /// From the oldest message that it answered to its sending, in seconds: median by nearest rank; nil where it answered
  /// none.
  package var medianSeconds: Int?
  /// The buyer wrote again within 14 days, or the case was reopened.
  package var reopened = 0
  /// The order got feedback of one or two stars afterwards.
  package var negativeFeedback = 0
  /// A claim was filed for the order afterwards.
  package var claims = 0
}

extension Desk {
  /// Replies sent from `from` up to `now`, by the canned reply they came from, the most used first.
  package func replyUse(from: Date, to now: Date, account: Int64?) throws -> [ReplyUse] {
    try read { db in
      var uses: [String: ReplyUse] = [:]
      var seconds: [String: [Int]] = [:]
      let rows = try Row.fetchCursor(
        db, sql: Self.uses,
        arguments: ["from": from.seconds, "now": now.seconds, "account": account, "later": 14 * 86_400])
      while let row = try rows.next() {
        let response: String = row[0]
        var use = uses[response] ?? ReplyUse(response: response)
        use.used += 1
        use.edited += row[1] ?? 0
        use.reopened += row[3] ?? 0
        use.negativeFeedback += row[4] ?? 0
        use.claims += row[5] ?? 0
        uses[response] = use
        if let answered: Int = row[2] { seconds[response, default: []].append(answered) }
      }
      for (response, answered) in seconds {
        let rank = NearestRank.rank(percent: 50, count: answered.count)
        if rank > 0 { uses[response]?.medianSeconds = answered.sorted()[rank - 1] }
      }
      return uses.values.sorted { ($1.used, $0.response) < ($0.used, $1.response) }
    }
  }

  private static let uses = """
    SELECT m.response,
      EXISTS (SELECT 1 FROM events e WHERE e.case_id = m.case_id AND e.undone = 0 AND e.at = m.at
        AND json_extract(e.act, '$.reply.edited') = 1
        AND json_extract(e.act, '$.reply.outbox') = (SELECT o.id FROM outbox o WHERE o.message_id = m.id)),
      (SELECT m.at - min(t.started_at) FROM timers t WHERE t.case_id = m.case_id AND t.stopper = m.id),
      EXISTS (SELECT 1 FROM messages b WHERE b.case_id = m.case_id AND b.direction = 0 AND b.is_automatic = 0
        AND b.at > m.at AND b.at < min(m.at + :later, :now))
        OR EXISTS (SELECT 1 FROM events e WHERE e.case_id = m.case_id AND e.undone = 0 AND e.at >= m.at
          AND e.at <= min(m.at + :later, :now) AND json_type(e.act, '$.reopen') IS NOT NULL),
      EXISTS (SELECT 1 FROM feedback f WHERE f.account_id = m.account_id AND f.order_number = c.order_number
        AND f.rating <= 2 AND f.left_at > m.at AND f.left_at < :now),
      EXISTS (SELECT 1 FROM claims l WHERE l.account_id = m.account_id AND l.order_number = c.order_number
        AND l.opened_at > m.at AND l.opened_at < :now)
    FROM messages m INDEXED BY messages_replied JOIN cases c ON c.id = m.case_id
    WHERE m.response IS NOT NULL AND m.is_void = 0 AND m.at >= :from AND m.at <= :now
      AND (:account IS NULL OR m.account_id = :account)
    """

  /// What the shop has written about an order, the newest first: whether a review was asked for already is read in it.
  package func sentTexts(aboutOrder order: String, of account: Int64, at now: Date) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT m.text FROM cases c JOIN messages m ON m.case_id = c.id
          WHERE c.account_id = ? AND c.order_number = ? AND m.direction = 1 AND m.is_void = 0 AND m.at <= ?
          ORDER BY m.at DESC LIMIT 50
          """, arguments: [account, order, now.seconds])
    }
  }
}
