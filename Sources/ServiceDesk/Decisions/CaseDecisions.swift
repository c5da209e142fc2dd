import Foundation

extension Decision {
  /// Closes cases. One that is resolved already is told of and left as it is.
  package static func resolving(_ subjects: [Case], with resolution: Resolution, at now: Date) -> Decision {
    var decision = Decision()
    for subject in subjects {
      if subject.state == .resolved {
        decision.notices.append("#\(subject.id) is resolved already; reopen it first to change how")
        continue
      }
      decision.record(.resolve(resolution), on: subject)
      // What is no conversation has a deadline, which is met by dealing with it.
      if subject.kind == .message, let due = subject.dueAt {
        decision.notices.append(
          due < now
            ? "#\(subject.id): its message was never answered and counts as unanswered; if none was needed: no-reply \(subject.id) --reason …"
            : "#\(subject.id): resolving stops no timer, it runs for another \(Span(seconds: due.seconds - now.seconds)); reply, or no-reply \(subject.id) --reason …"
        )
      }
    }
    return decision
  }

  package static func reopening(_ subjects: [Case]) -> Decision {
    var decision = Decision()
    for subject in subjects {
      if subject.state == .open {
        decision.notices.append("#\(subject.id) is open already")
      } else {
        decision.record(.reopen, on: subject)
      }
    }
    return decision
  }

  /// Takes messages out of the calculation, as far as the marketplace allows that.
  package static func needingNoReply(_ subjects: [Case], reason: String, policy: (Case) -> ResponsePolicy) -> Decision {
    var decision = Decision()
    for subject in subjects {
      if subject.dueAt == nil, subject.state == .resolved {
        decision.notices.append("#\(subject.id) waits for no reply already")
        continue
      }
      decision.record(.noReply(reason: reason), on: subject)
      if policy(subject).noReply == .nothing, subject.dueAt != nil {
        decision.notices.append("#\(subject.id): this marketplace wants every message answered, so its timer runs on")
      }
    }
    return decision
  }

  /// Puts cases aside; nil brings them back.
  package static func snoozing(_ subjects: [Case], until: Date?, at now: Date) throws(DecisionFault) -> Decision {
    var decision = Decision()
    if let until, until <= now { throw .snoozeInPast }
    for subject in subjects {
      if until == nil, subject.state != .snoozed {
        decision.notices.append("#\(subject.id) is not snoozed")
        continue
      }
      if until != nil, subject.state == .resolved {
        decision.notices.append("#\(subject.id) is resolved; reopen it first")
        continue
      }
      decision.record(.snooze(until: until), on: subject)
      if let until, let due = subject.dueAt, due < until {
        let wakes = CaseFacts.wake(snoozedAt: now, until: until, due: due)
        decision.notices.append(
          due < now
            ? "#\(subject.id) is overdue and stays in the queue"
            : "#\(subject.id) is due in \(Span(seconds: due.seconds - now.seconds)), before that: it comes back in \(Span(seconds: max(0, wakes.seconds - now.seconds)))"
        )
      }
    }
    return decision
  }

  package static func tagging(_ subjects: [Case], add: [String], remove: [String]) -> Decision {
    var decision = Decision()
    for subject in subjects {
      let new = add.filter { !subject.tags.contains($0) }
      let gone = remove.filter { subject.tags.contains($0) }
      if new.isEmpty, gone.isEmpty {
        decision.notices.append("#\(subject.id) has these tags already")
      } else {
        decision.record(.tag(add: new, remove: gone), on: subject)
      }
    }
    return decision
  }

  package static func assigning(_ subjects: [Case], to agent: String?) -> Decision {
    var decision = Decision()
    for subject in subjects {
      if subject.assignee == agent {
        decision.notices.append("#\(subject.id) is \(agent.map { "\($0)'s" } ?? "nobody's") already")
      } else {
        decision.record(.assign(agent: agent), on: subject)
      }
    }
    return decision
  }

  package static func prioritizing(_ subjects: [Case], as level: Priority) -> Decision {
    var decision = Decision()
    for subject in subjects {
      if subject.priority == level {
        decision.notices.append("#\(subject.id) has priority \(level.name) already")
      } else {
        decision.record(.priority(level), on: subject)
      }
    }
    return decision
  }

  /// Joins `sources` to `target`: their messages become part of its conversation.
  package static func merging(_ sources: [Case], into target: Case) throws(DecisionFault) -> Decision {
    var decision = Decision()
    for source in sources {
      guard source.id != target.id else { throw .mergeWithItself(target.id) }
      guard source.accountID == target.accountID else { throw .mergeAcrossAccounts(source.id, target.id) }
      if let other = source.mergedInto { throw .alreadyMerged(source.id, into: other) }
      decision.record(.merge(into: target.id), on: source)
    }
    return decision
  }
}
