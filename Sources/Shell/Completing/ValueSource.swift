import DeskStore
import Foundation
import HealthCore
import LineEditor
import ServiceDesk

/// The values that completion offers, out of the desk and the settings.
struct ValueSource {
  let session: Session
  /// How many of the most urgent cases are offered.
  private static let mostCases = 60

  func values(_ kind: ValueKind, _ slot: Completer.Slot) -> [Completion.Candidate] {
    // A value that can't be read now is simply not offered.
    (try? candidates(kind, slot)) ?? []
  }

  private func candidates(_ kind: ValueKind, _ slot: Completer.Slot) throws -> [Completion.Candidate] {
    let partial = slot.partial
    switch kind {
    case .cases: return try cases(partial) + filters(partial, isMixed: true)
    case .accounts: return try session.desk.accounts().map { .init($0.name, $0.profile) }
    case .agents: return try cases(partial) + named(["me", "nobody"] + session.desk.agents())
    case .tags:
      guard let sign = partial.first, sign == "+" || sign == "-" else {
        return try cases(partial) + filters(partial, isMixed: true)
      }
      return try session.desk.tags().map { .init(String(sign) + $0) }
    case .responses: return try responses() + cases(partial)
    case .replyFields: return try fields(slot)
    case .causes: return named(try session.configuration.causes())
    case .outcomes:
      return try named(session.configuration.outcomes()) + cases(partial) + filters(partial, isMixed: true)
    case .filters: return try filters(partial, isMixed: false)
    case .profiles: return named(session.profiles.names)
    case .commands: return named(Replywell.names)
    case .priorities: return try named(Priority.allCases.map(\.name)) + cases(partial)
    case .metrics: return MetricID.allCases.map { .init($0.rawValue, $0.title) }
    case .standings: return named(["set"] + AccountStanding.State.allCases.map(\.rawValue))
    case .outbox:
      return try session.desk.outbox().map { .init("\($0.id)", "#\($0.caseID) \(TextGate.oneLine($0.mail.subject))") }
    case .columns: return columns(partial)
    case .settings: return try settings()
    case .settingValues: return settingValues(slot)
    case .aliases: return try session.configuration.aliases().map { .init($0.name, $0.value) }
    case .watchable: return WatchPage.allCases.map { .init($0.rawValue, $0.meaning) }
    }
  }

  private func named(_ names: [String]) -> [Completion.Candidate] { names.map { .init($0) } }

  private func cases(_ partial: String) throws -> [Completion.Candidate] {
    let sign = partial.hasPrefix("#") ? "#" : ""
    let number = partial.dropFirst(sign.count)
    let isNumber = !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    let found =
      isNumber
      ? try session.desk.openCases(beginningWith: String(number), at: session.now, limit: Self.mostCases)
      : try session.desk.openCases(at: session.now, limit: Self.mostCases)
    return found.map { subject in
      let what = [subject.buyer, subject.subject].compactMap { $0 }.map(TextGate.oneLine).joined(separator: " – ")
      return .init("\(sign)\(subject.id)", what)
    }
  }

  // MARK: - Canned replies

  private func responses() throws -> [Completion.Candidate] {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    return try session.fittingReplies(for: subject).replies.map { .init($0.name, $0.title) }
  }

  /// The fields of the canned replies that the command names so far.
  private func fields(_ slot: Completer.Slot) throws -> [Completion.Candidate] {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    let finder = CannedReplyFinder(session: session, subject: subject)
    let names = try Set(session.replies.names())
    let replies = slot.words.dropFirst().compactMap { word -> CannedReply? in
      names.contains(word) || Int(word) != nil && !session.listedReplies.isEmpty ? try? finder.find(word) : nil
    }
    let used = Set(slot.words.compactMap { $0.split(separator: "=").first.map(String.init) })
    var seen = used
    return try replies.flatMap { reply in
      try reply.check(session.replies.snippets(language: reply.language)).filter { field in
        // What the case knows by itself is not asked for.
        let isKnown = CannedReply.variables.contains { $0.name == field.name } && field.prompt == nil
        return !isKnown && seen.insert(field.name).inserted
      }.map { .init("\($0.name)=", $0.prompt ?? "") }
    }
  }

  // MARK: - Filters

  /// Keys first, then the values of the key that stands there.
  private func filters(_ partial: String, isMixed: Bool) throws -> [Completion.Candidate] {
    let isNegated = partial.hasPrefix("-")
    let bare = isNegated ? String(partial.dropFirst()) : partial
    let sign = isNegated ? "-" : ""
    guard let colon = bare.firstIndex(of: ":") else {
      if isMixed, bare.isEmpty { return [] }
      return CaseFilter.keys.map { .init("\(sign)\($0.key):", $0.example) } + CaseFilter.flags.map { .init(sign + $0) }
        + (try session.configuration.filters().map { .init("@\($0.name)", $0.value) })
    }
    let key = String(bare[..<colon])
    return try filterValues(key).map { .init("\(sign)\(key):\($0)") }
  }

  private func filterValues(_ key: String) throws -> [String] {
    switch key {
    case "kind": CaseKind.allCases.map(\.rawValue)
    case "account": try session.desk.accounts().map(\.name)
    case "state": CaseState.allCases.map(\.rawValue) + ["all"]
    case "due": ["<1h", "<4h", "<1d", "none"]
    case "tag": try session.desk.tags()
    case "assignee", "agent": try session.desk.agents()
    case "priority": Priority.allCases.map(\.name)
    case "rating": ["<=2", "<=3", "1", "2", "3"]
    case "timer": TimerStatus.allCases.map(\.rawValue)
    case "weekday": CaseFilter.weekdays
    case "window": ["7", "30", "90"]
    case "response": try session.replies.names()
    case "language": try session.replies.languages()
    case "buyer": try buyers()
    default: []
    }
  }

  /// Of the most urgent cases, by the first word of their names: a filter looks for a part.
  private func buyers() throws -> [String] {
    let cases = try session.desk.openCases(at: session.now, limit: Self.mostCases)
    var seen: Set<String> = []
    return cases.compactMap { $0.buyer.map(TextGate.oneLine)?.split(separator: " ").first.map { $0.lowercased() } }
      .filter { seen.insert($0).inserted }
  }

  // MARK: - Settings

  /// A list with commas: what stands before the last one stays.
  private func columns(_ partial: String) -> [Completion.Candidate] {
    let before = partial.lastIndex(of: ",").map { String(partial[...$0]) } ?? ""
    let used = Set(before.split(separator: ",").map(String.init))
    return QueueColumn.allCases.filter { !used.contains($0.rawValue) }.map { .init(before + $0.rawValue) }
  }

  private func settings() throws -> [Completion.Candidate] {
    Setting.allCases.map { .init($0.rawValue, $0.meaning) }
      + (try session.configuration.filters().map { .init("filter.\($0.name)", $0.value) })
  }

  private func settingValues(_ slot: Completer.Slot) -> [Completion.Candidate] {
    guard slot.words.count > 1 else { return [] }
    guard let setting = Setting(rawValue: slot.words[1]) else {
      return slot.words[1].hasPrefix("filter.") ? (try? filters(slot.partial, isMixed: false)) ?? [] : []
    }
    guard setting.isList || slot.words.count == 2 else { return [] }
    return setting.choices.filter { !slot.words.dropFirst(2).contains($0) }.map { .init($0) }
  }
}
