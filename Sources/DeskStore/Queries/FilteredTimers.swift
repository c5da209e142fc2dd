import Foundation
import GRDB
import ServiceDesk

extension Desk {
  /// The timers of an account that started within `days` before `now` and belong to what a filter means: its timer terms
  /// are held against each timer, the others against the timer's case.
  package func timers(fitting filter: CaseFilter, days: Int, account: Int64, at now: Date) throws -> [TimerRow] {
    try read { db in
      var query = filter.timerQuery ?? TimerQuery()
      query.days = min(query.days ?? days, days)
      var rows = try timers(matching: query, account: account, at: now, db)
      for term in filter.negatedTimerQueries {
        let excluded = Set(
          try timers(matching: query.narrowed(by: term), account: account, at: now, db).map(\.timer.message))
        rows.removeAll { excluded.contains($0.timer.message) }
      }
      let ofCases = filter.withoutTimerTerms
      guard !ofCases.isEmpty else { return rows }
      let cases = Set(try matching(ofCases, all: true, at: now, db).map(\.id))
      return try rows.compactMap { row in
        var row = row
        row.caseID = try root(of: row.caseID, db)
        return cases.contains(row.caseID) ? row : nil
      }
    }
  }
}
