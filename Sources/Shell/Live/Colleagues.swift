import DeskStore
import Foundation
import ServiceDesk

/// Lets agents who have the same case open know of each other.
struct Colleagues {
  /// The case that this shell has said to have open.
  private var place: Int64?
  /// The shells that this one has told of at that case.
  private var told: Set<String> = []
  /// The newest reply to that case that this shell has told of.
  private var reply: Int64?

  /// The newest act on that case that was here when it was opened, or that this shell has told of.
  private var act: Int64 = 0

  /// What is new at the case in focus: who has come, whether somebody has answered, and what else was done with it.
  mutating func look(_ session: Session) throws -> [Notice] {
    if session.focus != place { try move(session) }
    guard let place else { return [] }
    var notices: [Notice] = []
    let here = try session.desk.others(at: place, than: Session.owner).filter { Session.isAlive($0.shell) }
    for other in here where told.insert(other.shell).inserted {
      notices.append(Self.notice("\(other.agent) has #\(place) open too", place, session))
    }
    told.formIntersection(here.map(\.shell))
    if let newest = try session.desk.newestReply(to: place),
      newest.row > max(reply ?? 0, session.seenReplies[place] ?? 0)
    {
      reply = newest.row
      if newest.isLast {
        notices.append(Self.notice("\(newest.agent) has answered #\(place) · show \(place)", place, session))
      }
    }
    if let newest = try session.desk.newestAct(on: place), newest.id > act {
      act = newest.id
      if newest.agent != session.agent, let words = Self.words(for: newest.act) {
        notices.append(Self.notice("\(newest.agent) on #\(place): \(words) · show \(place)", place, session))
      }
    }
    return notices
  }

  /// Of a reply it is told above, and a draft is its writer's own.
  private static func words(for act: Act) -> String? {
    switch act {
    case .reply, .draft, .discardDraft: nil
    default: [act.name, act.detail].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A desk that is being written to is told a second later: nobody waits for this.
  private mutating func move(_ session: Session) throws {
    let isTold: Void? = try session.desk.ifFree {
      try session.desk.enter(session.focus, shell: Session.owner, agent: session.agent, at: session.now)
    }
    guard isTold != nil else { return }
    place = session.focus
    told = []
    reply = nil
    act = try place.flatMap { try session.desk.newestAct(on: $0)?.id } ?? 0
  }

  private static func notice(_ words: String, _ place: Int64, _ session: Session) -> Notice {
    Notice(kind: .colleague, at: session.now, key: "colleague \(words)", caseID: place, words: words, isAlarm: false)
  }
}
