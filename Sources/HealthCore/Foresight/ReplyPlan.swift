import Foundation

/// The fewest cases to answer, so that leaving all the rest unanswered breaks no target.
package enum ReplyPlan {
  /// - Parameters:
  ///   - running: the timers that still run, by deadline.
  ///   - leaving: as in `RateCrossing.first`.
  /// - Returns: the cases to answer, the most urgent first; nil where even answering all of them does not help.
  package static func fewest(
    from rate: ResponseRate, target: Target, running: [ContactFact], leaving: (Date) throws -> ResponseRate
  ) rethrows -> [Int64]? {
    // One answer stops every timer of its case.
    var byCase: [Int64: [ContactFact]] = [:]
    for contact in running { byCase[contact.caseID, default: []].append(contact) }
    let cases = byCase.keys.sorted()
    /// The first deadline that breaks the target if only these are answered; nil where none does.
    func breaks(_ answered: Set<Int64>) throws -> Date? {
      var then = rate
      then.onTime += answered.reduce(0) { $0 + (byCase[$1]?.count ?? 0) }
      guard then.meets(target) ?? true else { return .distantPast }
      let left = running.filter { !answered.contains($0.caseID) }
      return try RateCrossing.first(from: then, target: target, running: left, leaving: leaving)?.at
    }
    func byDeadline(_ answered: Set<Int64>) -> [Int64] {
      answered.sorted {
        (byCase[$0]?.first?.dueAt ?? .distantPast, $0) < (byCase[$1]?.first?.dueAt ?? .distantPast, $1)
      }
    }
    guard try breaks(Set(cases)) == nil else { return nil }
    if cases.count <= most {
      // Few enough to try them all, the small sets first.
      let sets = (0..<(1 << cases.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
      for set in sets {
        let answered = Set(cases.indices.filter { set & (1 << $0) != 0 }.map { cases[$0] })
        if try breaks(answered) == nil { return byDeadline(answered) }
      }
    }
    // Else whatever helps most at the deadline that breaks first, again and again, and then without what is not needed.
    var answered: Set<Int64> = []
    while let instant = try breaks(answered) {
      func gain(_ id: Int64) -> Double {
        let timers = byCase[id] ?? []
        let missed = timers.count { $0.dueAt <= instant }
        return (1 - target.value.value) * Double(timers.count) + target.value.value * Double(missed)
      }
      let open = cases.filter { !answered.contains($0) }
      guard let best = open.max(by: { (gain($0), $1) < (gain($1), $0) }) else { return nil }
      answered.insert(best)
    }
    for id in cases where answered.contains(id) {
      if try breaks(answered.subtracting([id])) == nil { answered.remove(id) }
    }
    return byDeadline(answered)
  }

  /// Up to so many cases every set of them is tried, so that the plan is the smallest there is.
  private static let most = 10
}
