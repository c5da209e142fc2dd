import Foundation
import Testing

@testable import ServiceDesk

/// Monday, 16 November 2026, at midnight of the Pacific day: the hour 0 of these tests.
let start = Date(seconds: 1_794_816_000)

/// So many hours after `start`.
func hour(_ hours: Double) -> Date { Date(seconds: start.seconds + Int((hours * 3600).rounded())) }

/// So many hours after `start`, and then so many seconds.
func hour(_ hours: Double, plus seconds: Int) -> Date { Date(seconds: hour(hours).seconds + seconds) }

func instant(_ text: String) throws -> Date { try #require(InstantParser.parse(text, zone: .gmt)) }

/// One thing that happens in a conversation; times in hours after `start`. They stand in the order in which the desk
/// learns of them.
enum Happening: Sendable {
  case asks(Double, case: Int64 = 1, channel: Channel = .message, automatic: Bool = false)
  case replies(Double, case: Int64 = 1, automatic: Bool = false, here: Bool = false)
  case act(Double, Act, case: Int64 = 1)
}

extension [Happening] {
  var messages: [MessageFact] {
    enumerated().compactMap { index, happening in
      switch happening {
      case .asks(let at, let caseID, let channel, let automatic):
        MessageFact(
          id: Int64(index + 1), caseID: caseID, direction: .in, at: hour(at), isAutomatic: automatic, channel: channel,
          buyer: "Dana Poe", subject: "Where is it?", language: "en")
      case .replies(let at, let caseID, let automatic, let here):
        MessageFact(
          id: Int64(index + 1), caseID: caseID, direction: .out, at: hour(at), isAutomatic: automatic, sentHere: here)
      case .act: nil
      }
    }
  }

  var events: [CaseEvent] {
    enumerated().compactMap { index, happening in
      guard case .act(let at, let act, let caseID) = happening else { return nil }
      return CaseEvent(
        id: Int64(index + 1), command: Int64(index + 1), caseID: caseID, at: hour(at), agent: "sam", act: act,
        newestMessage: Int64(index))
    }
  }

  func timers(_ policy: ResponsePolicy = ResponsePolicy()) -> [ResponseTimer] {
    TimerEngine(policy: policy).timers(of: .init(messages: messages, events: events))
  }

  /// The case 1 as it stands at an instant, with the merged cases' facts.
  func standing(at now: Date, _ policy: ResponsePolicy = ResponsePolicy()) -> Case? {
    CaseFacts(
      id: 1, accountID: 1, kind: .message, messages: messages, events: events, timers: timers(policy)
    ).standing(at: now)
  }
}

extension ResponseTimer {
  /// In hours after `start`: `0 due 24 stopped 5`.
  var story: String {
    func hours(_ date: Date) -> String {
      let value = Double(date.seconds - start.seconds) / 3600
      return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    var story = "\(hours(startedAt)) due \(hours(dueAt))"
    if let stoppedAt { story += " stopped \(hours(stoppedAt))" }
    if let exemptFrom { story += " exempt \(hours(exemptFrom))" }
    if let exemptUntil { story += " to \(hours(exemptUntil))" }
    return story
  }
}
