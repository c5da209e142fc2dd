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

  /// - Parameter today: an action later than this has not been taken.
  package static func faults(in text: String, today: CivilDay) throws(PlanFault) -> [PlanFault] {
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
    faults += wording(text)
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
    line.split(separator: Plan.open).dropFirst().compactMap { part in
      part.firstIndex(of: Plan.close).map { "\(Plan.open)\(part[..<$0])\(Plan.close)" }
    }
  }
}
