import ServiceDesk

/// A plan as text that a person edits: Markdown with fixed headings. Reading what was written gives the same plan.
package enum PlanText {
  package enum Section: String, CaseIterable, Sendable {
    case facts = "What happened"
    case concerns = "The notice names"
    case causes = "Root causes"
    case actions = "Actions taken"
    case measures = "Preventive measures"
    case timeline = "Timeline"
    case reviews = "Review dates"
  }

  // MARK: - Writing

  package static func written(_ plan: Plan) -> String {
    var lines = ["# \(plan.kind.title): \(plan.metric), \(plan.account)"]
    func section(_ section: Section, _ body: [String]) {
      lines += ["", "## \(section.rawValue)", ""] + body
    }
    section(.facts, plan.facts.map { "- \($0)" })
    if !plan.concerns.isEmpty { section(.concerns, plan.concerns.map { "- \($0)" }) }
    section(
      .causes,
      plan.causes.enumerated().flatMap { index, cause -> [String] in
        (index > 0 ? [""] : []) + ["### \(cause.name)", ""] + (cause.words.isEmpty ? [] : [cause.words])
          + (cause.evidence.isEmpty ? [] : ["Evidence: \(cause.evidence.joined(separator: ", "))"])
      })
    section(.actions, plan.actions.map { "- \($0.day?.description ?? "‹date?›") · \($0.cause) · \($0.words)" })
    section(
      .measures,
      plan.measures.map {
        "- \($0.cause) · control: \($0.control) · owner: \($0.owner) · record: \($0.record) · start: \($0.start?.description ?? "‹date?›")"
      })
    section(.timeline, plan.timeline.map { "- \($0.day?.description ?? "‹date?›"): \($0.words)" })
    section(.reviews, plan.reviews.map { "- \($0)" })
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Reading

  /// A plan with the line on which each of its parts stands, for complaints.
  package struct Read: Sendable, Equatable {
    package var plan: Plan
    package var lines: [String: Int]
  }

  /// - Throws: `PlanFault` naming the line where the text is no plan.
  package static func read(_ text: String) throws(PlanFault) -> Read {
    var plan: Plan?
    var section: Section?
    var places: [String: Int] = [:]
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.trimming
      let number = index + 1
      guard !line.isEmpty else { continue }
      if line.hasPrefix("# ") {
        guard plan == nil else { throw PlanFault(.secondTitle, line: number, words: String(line)) }
        plan = try title(line.dropFirst(2), number)
        continue
      }
      guard plan != nil else { throw PlanFault(.noTitle, line: number, words: String(line)) }
      if line.hasPrefix("## ") {
        let name = line.dropFirst(3).trimming
        guard let known = Section.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
          throw PlanFault(.unknownHeading, line: number, words: String(name))
        }
        section = known
        places[known.rawValue] = number
        continue
      }
      guard let section else { throw PlanFault(.outsideSection, line: number, words: String(line)) }
      try take(line, in: section, number, &plan, &places)
    }
    guard let plan else { throw PlanFault(.noTitle, line: 1, words: "") }
    return Read(plan: plan, lines: places)
  }

  private static func title(_ text: Substring, _ line: Int) throws(PlanFault) -> Plan {
    for kind in Plan.Kind.allCases where text.hasPrefix(kind.title + ":") {
      let rest = text.dropFirst(kind.title.count + 1)
      guard let comma = rest.firstIndex(of: ",") else { break }
      return Plan(
        kind: kind, metric: String(rest[..<comma].trimming), account: String(rest[rest.index(after: comma)...].trimming)
      )
    }
    throw PlanFault(.noTitle, line: line, words: String(text))
  }

  private static func take(
    _ line: Substring, in section: Section, _ number: Int, _ plan: inout Plan?, _ places: inout [String: Int]
  ) throws(PlanFault) {
    let item = line.hasPrefix("- ") ? line.dropFirst(2).trimming : nil
    switch section {
    case .facts: plan?.facts.append(String(item ?? line))
    case .concerns: plan?.concerns.append(String(item ?? line))
    case .causes:
      if line.hasPrefix("### ") {
        plan?.causes.append(.init(name: String(line.dropFirst(4).trimming), words: "", evidence: []))
      } else if let last = plan?.causes.indices.last {
        if line.hasPrefix("Evidence:") {
          plan?.causes[last].evidence += line.dropFirst("Evidence:".count).split(separator: ",").map {
            String($0.trimming)
          }
        } else {
          let words = plan?.causes[last].words ?? ""
          plan?.causes[last].words = words.isEmpty ? String(item ?? line) : words + " " + (item ?? line)
        }
      } else {
        throw PlanFault(.causeWithoutName, line: number, words: String(line))
      }
      if let name = plan?.causes.last?.name { places["cause \(name)"] = places["cause \(name)"] ?? number }
    case .actions:
      let parts = parts(item ?? line)
      guard parts.count >= 3 else { throw PlanFault(.actionForm, line: number, words: String(line)) }
      plan?.actions.append(
        .init(day: CivilDay(parts[0]), cause: String(parts[1]), words: parts[2...].joined(separator: " · ")))
      places["action \((plan?.actions.count ?? 1) - 1)"] = number
    case .measures:
      let parts = parts(item ?? line)
      func field(_ name: String) -> String? {
        parts.first { $0.lowercased().hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1).trimming) }
      }
      guard let cause = parts.first, !cause.isEmpty, let control = field("control") else {
        throw PlanFault(.measureForm, line: number, words: String(line))
      }
      plan?.measures.append(
        .init(
          cause: String(cause), control: control, owner: field("owner") ?? "", record: field("record") ?? "",
          start: field("start").flatMap { CivilDay($0) }))
      places["measure \((plan?.measures.count ?? 1) - 1)"] = number
    case .timeline:
      let text = item ?? line
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      let day = CivilDay(text[..<colon].trimming)
      let isOpen = text.hasPrefix("‹date?›")
      let words = day != nil || isOpen ? text[colon...].dropFirst().trimming : text
      plan?.timeline.append(.init(day: day, words: String(words)))
    case .reviews:
      guard let day = CivilDay(item ?? line) else { throw PlanFault(.reviewForm, line: number, words: String(line)) }
      plan?.reviews.append(day)
    }
  }

  private static func parts(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let range = rest.firstRange(of: " · ") {
      parts.append(rest[..<range.lowerBound].trimming)
      rest = rest[range.upperBound...]
    }
    return parts + [rest.trimming]
  }
}

extension Substring {
  fileprivate var trimming: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
