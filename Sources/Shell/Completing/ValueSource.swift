import DeskStore
import Foundation
import HealthCore
import LineEditor
import ServiceDesk

/// The values that completion offers, out of the desk.
struct ValueSource {
  let session: Session

  func values(_ kind: ValueKind, _ partial: String) -> [Completion.Candidate] {
    // A value that can't be read now is simply not offered.
    let all = (try? candidates(kind, partial)) ?? []
    return all.filter { $0.text.lowercased().hasPrefix(partial.lowercased()) }
  }

  private func candidates(_ kind: ValueKind, _ partial: String) throws -> [Completion.Candidate] {
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
    }
  }

  private func named(_ names: [String]) -> [Completion.Candidate] { names.map { .init($0) } }

  private func cases(_ partial: String) throws -> [Completion.Candidate] {
    guard partial.allSatisfy({ $0.isNumber || $0 == "#" }) else { return [] }
    let sign = partial.hasPrefix("#") ? "#" : ""
    return try session.desk.openCases(at: session.now, limit: 200).map { subject in
      .init("\(sign)\(subject.id)", TextGate.oneLine("\(subject.buyer ?? "") – \(subject.subject ?? "")"))
    }
  }

  private func responses() throws -> [Completion.Candidate] {
    let subject = try session.focus.flatMap { try session.desk.standing($0, at: session.now) }
    return try session.fittingReplies(for: subject).replies.map { .init($0.name, $0.title) }
  }

  /// Keys first, then the values of the key that stands there.
  private func filters(_ partial: String, isMixed: Bool) throws -> [Completion.Candidate] {
    let isNegated = partial.hasPrefix("-")
    let bare = isNegated ? String(partial.dropFirst()) : partial
    let sign = isNegated ? "-" : ""
    guard let colon = bare.firstIndex(of: ":") else {
      if isMixed, bare.isEmpty { return [] }
      return CaseFilter.keys.map { .init("\(sign)\($0.key):", $0.example) } + CaseFilter.flags.map { .init(sign + $0) }
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
    default: []
    }
  }
}
