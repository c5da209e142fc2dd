import ServiceDesk

/// Finds what gets plans rejected.
package enum PlanCheck {
  /// In words: two pages.
  package static let most = 1000

  /// The components of a figure that is made of several: each must be named.
  static func components(of metric: String) -> [(name: String, spellings: [String])] {
    guard metric == "order-defect-rate" else { return [] }
    return [
      ("negative feedback", ["feedback"]), ("A-to-z claims", ["a-to-z", "a to z", "guarantee claim"]),
      ("chargebacks", ["chargeback"]),
    ]
  }

  /// What the desk knows of what a plan names; nil where there is no desk to ask.
  package struct Records {
    package var hasOrder: (String) -> Bool
    package var hasCase: (Int64) -> Bool
    /// The buyers of the orders that the plan names.
    package var buyers: [String]

    package init(hasOrder: @escaping (String) -> Bool, hasCase: @escaping (Int64) -> Bool, buyers: [String]) {
      (self.hasOrder, self.hasCase, self.buyers) = (hasOrder, hasCase, buyers)
    }
  }

  /// - Parameter today: an action later than this has not been taken.
  package static func faults(
    in text: String, today: CivilDay, records: Records? = nil
  ) throws(PlanFault) -> [PlanFault] {
    let read = try PlanText.read(text)
    let plan = read.plan
    var faults: [PlanFault] = []
    if !plan.facts.contains(where: { $0.contains(where: \.isNumber) }) {
      faults.append(PlanFault(.noFigures, line: read.lines[PlanText.Section.facts.rawValue], words: ""))
    }
    faults += causes(read) + actions(read, today: today) + measures(read)
    faults += mentions(plan, text)
    if plan.reviews.isEmpty {
      faults.append(PlanFault(.noReview, line: read.lines[PlanText.Section.reviews.rawValue], words: ""))
    }
    faults +=
      wording(text)
      + plan.timeline.filter { $0.day == nil && !$0.words.isEmpty && !text.contains("‹date?›: \($0.words)") }
      .map { PlanFault(.stepWithoutDate, line: read.lines[PlanText.Section.timeline.rawValue], words: $0.words) }
    if let records { faults += unproved(plan, text, records) }
    let count = words(in: text)
    if count > most { faults.append(PlanFault(.tooLong, line: nil, words: "\(count) words, of at most \(most)")) }
    // What is still open says already what is missing.
    let open = Set(faults.filter { $0.kind == .unfilled }.map(\.line))
    faults.removeAll { [.actionWithoutDate, .measureIncomplete].contains($0.kind) && open.contains($0.line) }
    return faults.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
  }

  package static func words(in text: String) -> Int {
    text.split { $0.isWhitespace || "#-·".contains($0) }.count
  }

  /// Evidence that the desk does not have, and buyers by name. What the notice names must be told of, known or not.
  private static func unproved(_ plan: Plan, _ text: String, _ records: Records) -> [PlanFault] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line -> [PlanFault] in
      let line = String(line)
      // What the marketplace has written may name what is not ours.
      guard !line.hasPrefix("- " + PlanDraft.noticeMark) else { return [] }
      var faults = NoticeReading.orders(in: line).filter { !records.hasOrder($0) && !plan.concerns.contains($0) }
        .map { PlanFault(.unknownEvidence, line: index + 1, words: "order \($0)") }
      faults += NoticeReading.cases(in: line).filter { !records.hasCase($0) }
        .map { PlanFault(.unknownEvidence, line: index + 1, words: "case #\($0)") }
      return faults
        + records.buyers.filter { $0.contains(" ") && line.contains($0) }
        .map { PlanFault(.personalData, line: index + 1, words: $0) }
    }
  }

  private static func causes(_ read: PlanText.Read) -> [PlanFault] {
    let plan = read.plan
    guard !plan.causes.isEmpty else {
      return [PlanFault(.noCause, line: read.lines[PlanText.Section.causes.rawValue], words: "")]
    }
    return plan.causes.flatMap { cause -> [PlanFault] in
      let line = read.lines["cause \(cause.name)"]
      var faults: [PlanFault] = []
      if cause.evidence.isEmpty { faults.append(PlanFault(.causeWithoutEvidence, line: line, words: cause.name)) }
      if !plan.actions.contains(where: { $0.cause == cause.name || $0.cause == "all" }) {
        faults.append(PlanFault(.causeWithoutAction, line: line, words: cause.name))
      }
      if !plan.measures.contains(where: { $0.cause == cause.name || $0.cause == "all" }) {
        faults.append(PlanFault(.causeWithoutPrevention, line: line, words: cause.name))
      }
      return faults
    }
  }

  private static func actions(_ read: PlanText.Read, today: CivilDay) -> [PlanFault] {
    read.plan.actions.enumerated().flatMap { index, action -> [PlanFault] in
      let line = read.lines["action \(index)"]
      guard let day = action.day else { return [PlanFault(.actionWithoutDate, line: line, words: action.words)] }
      if day > today || AppealWords.isFuture(action.words) {
        return [PlanFault(.actionInFuture, line: line, words: "\(day) \(action.words)")]
      }
      return []
    }
  }

  private static func measures(_ read: PlanText.Read) -> [PlanFault] {
    read.plan.measures.enumerated().flatMap { index, measure -> [PlanFault] in
      let missing = [
        measure.control.isEmpty ? "a control" : nil, measure.owner.isEmpty ? "an owner" : nil,
        measure.record.isEmpty ? "a record" : nil, measure.start == nil ? "a start" : nil,
      ].compactMap { $0 }
      guard !missing.isEmpty else { return [] }
      return [
        PlanFault(.measureIncomplete, line: read.lines["measure \(index)"], words: missing.joined(separator: ", "))
      ]
    }
  }

  /// What the notice names must come up outside its own list.
  private static func mentions(_ plan: Plan, _ text: String) -> [PlanFault] {
    var body = plan
    body.concerns = []
    // To repeat the notice is not to answer it.
    body.facts.removeAll { $0.hasPrefix(PlanDraft.noticeMark) }
    let own = PlanText.written(body).lowercased()
    var faults = plan.concerns.filter { !own.contains($0.lowercased()) }.map {
      PlanFault(.notMentioned, line: nil, words: $0)
    }
    for component in components(of: plan.metric) where !component.spellings.contains(where: own.contains) {
      faults.append(PlanFault(.componentNotNamed, line: nil, words: component.name))
    }
    return faults
  }

  private static func wording(_ text: String) -> [PlanFault] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line -> [PlanFault] in
      let line = String(line)
      let holes = holes(in: line)
      var faults = holes.isEmpty ? [] : [PlanFault(.unfilled, line: index + 1, words: holes.joined(separator: ", "))]
      faults += AppealWords.blame(in: line).map { PlanFault(.blame, line: index + 1, words: $0) }
      faults += AppealWords.emotion(in: line).map { PlanFault(.emotion, line: index + 1, words: $0) }
      faults += AppealWords.personalData(in: line).map { PlanFault(.personalData, line: index + 1, words: $0) }
      return faults
    }
  }

  private static func holes(in line: String) -> [String] {
    line.split(separator: Plan.open, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: Plan.close).map { "\(Plan.open)\(part[..<$0])\(Plan.close)" }
    }
  }
}
