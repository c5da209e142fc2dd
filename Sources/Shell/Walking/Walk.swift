import DeskStore
import Foundation
import ServiceDesk

/// A walk through the queue, one case after the other, each settled by a key. Which cases have been seen is kept, so
/// that a walk broken off today goes on tomorrow.
struct Walk {
  let person: any Person
  private var kept: WalkFile
  private let filter: CaseFilter

  init(_ words: [String], isNew: Bool, person: any Person, _ session: Session) throws {
    self.person = person
    kept = WalkFile(session, filter: words, isNew: isNew)
    filter = try session.filter(kept.filter)
  }

  /// What is said at its end.
  mutating func run(_ session: inout Session) throws -> Rich {
    if kept.isResumed {
      let which = kept.filter.isEmpty ? "" : " of " + kept.filter.joined(separator: " ")
      person.show("\("going on after \(kept.passed.count) seen\(which); next --walk --again begins anew", .faint)\n\n")
    }
    while let subject = try nextCase(session) {
      session.focus = subject.id
      guard try settle(subject, &session) else {
        kept.save()
        return "\("\(kept.passed.count) seen", .faint); next --walk goes on here"
      }
      kept.passed.insert(subject.id)
      kept.save()
    }
    let count = kept.passed.count
    kept.remove()
    return count == 0 ? "no case fits: nothing to walk through" : "all \(count) seen"
  }

  private func nextCase(_ session: Session) throws -> Case? {
    // The most urgent ones that were passed over stand first again: as many more are looked at.
    try session.desk.queue(filter, at: session.now, limit: kept.passed.count + 1).cases
      .first { !kept.passed.contains($0.id) }
  }

  // MARK: - One case

  /// False when the person leaves.
  private func settle(_ subject: Case, _ session: inout Session) throws -> Bool {
    let page = Page(width: session.environment.width(), now: session.now)
    let fitting = try suggestions(subject, session)
    person.show(try NextAnswer(subject: subject, session: &session).text(on: page) + "\n")
    for (index, name) in fitting.enumerated() { person.show("  \("\(index + 1)", .bold)  \(name)\n") }
    while true {
      guard let key = person.choose(Self.question(fitting.count, page), keys: Self.keys(fitting.count)) else {
        return false
      }
      guard let action = Action(key: key, fitting: fitting) else { continue }
      switch action {
      case .leave: return false
      case .skip: return true
      case .run(let command, let asking):
        var words = command.map { $0 == "." ? "#\(subject.id)" : $0 }
        if let asking {
          guard let line = person.line(Rich(asking + " ")) else { continue }
          // What is asked for by name is one word; the rest is words as at the prompt.
          words += command.last?.hasPrefix("--") ?? false ? [line] : (try? Words.split(line).map(\.text)) ?? [line]
        }
        run(words, &session, page)
        if try isSettled(subject, session) { return true }
      }
    }
  }

  private func suggestions(_ subject: Case, _ session: Session) throws -> [String] {
    guard subject.kind == .message else { return [] }
    return try Array(CannedReplyFinder(session: session, subject: subject).suggested().prefix(3))
  }

  /// Runs a command as if it had been typed; what is wrong with it is said, and the case is asked about again.
  private func run(_ words: [String], _ session: inout Session, _ page: Page) {
    session.perform(words, typed: words.map(Words.quoted).joined(separator: " "), before: person)
    _ = try? session.deliverDue()
  }

  private func isSettled(_ subject: Case, _ session: Session) throws -> Bool {
    let after = try session.desk.standing(subject.id, at: session.now)
    return after?.state != .open || after?.mergedInto != nil
  }
}

extension Walk {
  /// What a key does.
  enum Action: Equatable {
    case leave, skip
    /// A command, `.` standing for the case, and what is asked for to go at its end.
    case run([String], asking: String? = nil)

    init?(key: Character, fitting: [String]) {
      switch key {
      case "q": self = .leave
      case "s": self = .skip
      case "r": self = .run(["reply", "."], asking: "canned reply (empty: in the editor)?")
      case "x": self = .run(["no-reply", ".", "--reason"], asking: "why does it need no reply?")
      case "v": self = .run(["resolve", "."], asking: "outcome, such as answered?")
      case "z": self = .run(["snooze", "."], asking: "for how long, such as 2h or 1d?")
      case "t": self = .run(["tag", "."], asking: "tags, such as +refund -new?")
      case "o": self = .run(["note", "."], asking: "note?")
      case "w": self = .run(["show", "."])
      case "e": self = .run(["explain", "."])
      case "u": self = .run(["undo"])
      default:
        guard let number = key.wholeNumberValue, fitting.indices.contains(number - 1) else { return nil }
        self = .run(["reply", ".", fitting[number - 1]])
      }
    }
  }

  private static func keys(_ fitting: Int) -> [Character] {
    (0..<fitting).map { Character("\($0 + 1)") } + Array("rxvztoweusq")
  }

  private static func question(_ fitting: Int, _ page: Page) -> Rich {
    let numbers = fitting == 0 ? [] : fitting == 1 ? ["[1] reply so"] : ["[1-\(fitting)] reply so"]
    let actions = [
      "[r]eply", "[x] none needed", "[v] resolve", "[z] snooze", "[t]ag", "n[o]te", "sho[w]", "[e]xplain", "[u]ndo",
      "[s]kip", "[q]uit",
    ]
    var lines = [""]
    for action in numbers + actions {
      let last = lines[lines.count - 1]
      // The key that is pressed is shown at the end.
      if last.isEmpty {
        lines[lines.count - 1] = action
      } else if DisplayWidth.of(last + action) + 6 < page.width {
        lines[lines.count - 1] += "  " + action
      } else {
        lines.append(action)
      }
    }
    return Rich("\n" + lines.joined(separator: "\n") + " ")
  }
}
