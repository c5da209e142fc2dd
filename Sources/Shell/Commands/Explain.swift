import ArgumentParser
import Foundation
import Marketplaces
import ServiceDesk

struct Explain: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a case's deadline and its place in the queue are what they are.",
    discussion: discussion())
  static let examples = [
    Example("explain 1", "rules, facts and sources behind case 1"),
    Example("explain .", "the same for the case in focus"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Case or order number, or . for the one in focus.", completion: .values(.cases))
  var reference: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    let subject = try session.findCases(reference.texts()).first ?? session.focused()
    let file = try session.show(subject)
    let profile = try session.profiles.profile(of: session.account(of: subject))
    return ExplainAnswer(
      subject: file.file.subject, steps: ExplainAnswer.steps(file, profile: profile),
      urgency: Urgency(of: file.file.subject, at: session.now))
  }
}

private struct ExplainAnswer: Answer {
  struct Step {
    var fact: String
    var rule: String
    var source: String
  }
  var subject: Case
  var steps: [Step]
  var urgency: Urgency

  static func steps(_ answer: CaseAnswer, profile: Profile) -> [Step] {
    var steps: [Step] = []
    func add(_ fact: String, _ topic: String) {
      let rule = profile.rule(topic)
      steps.append(Step(fact: fact, rule: rule.text, source: rule.citation))
    }
    let now = answer.now
    if let matter = answer.file.matter {
      let topic = answer.file.matterTopic
      add("\(matter.openedAt.rfc3339): \(matter.key)", "deadline \(topic)")
      if let due = matter.dueAt { add("deadline \(due.rfc3339)", "deadline \(topic)") }
      if let end = matter.end(at: now) { add("over since \(end.rfc3339)", "deadline \(topic)") }
    }
    for message in answer.file.messages where message.isAutomatic && message.id != answer.file.matter?.key {
      add("\(message.at.rfc3339): a message written by a machine", "automatic")
    }
    for timer in answer.file.timers {
      add("\(timer.startedAt.rfc3339): the buyer wrote (\(timer.channel.rawValue))", "start")
      add("deadline \(timer.dueAt.rfc3339)", "limit")
      add("\(Span(seconds: timer.dueAt.seconds - timer.startedAt.seconds)) after it started", "clock")
      switch timer.status(at: now) {
      case .onTime, .late:
        let late = timer.stoppedAt.map { $0 > timer.dueAt } ?? false
        add(
          "answered \(timer.stoppedAt?.rfc3339 ?? "")" + (late ? ", late" : ", on time"),
          timer.stopper == nil ? "no-reply" : "stop")
      case .exempt: add("marked \(timer.exemptFrom?.rfc3339 ?? ""): no reply needed", "no-reply")
      case .unanswered: add("not answered, and the deadline has passed", "target")
      case .running: add("still running, \(Span(seconds: timer.dueAt.seconds - now.seconds)) left", "stop")
      case nil: break
      }
      if let shop = timer.shopDueAt {
        steps.append(
          Step(
            fact: "shop clock \(shop.rfc3339)", rule: "this shop's own clock, beside the marketplace's",
            source: "account set"))
      }
    }
    return steps
  }

  var document: Document {
    .object([
      "case": .int(Int(subject.id)), "dueAt": .instant(subject.dueAt),
      "steps": .list(
        steps.map { .object(["fact": .text($0.fact), "rule": .text($0.rule), "source": .text($0.source)]) }),
      "urgency": .list(
        urgency.terms.map { .object(["term": .text($0.name), "points": .number(Double($0.tenths) / 10)]) }),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich = "\("#\(subject.id)", .bold)  "
    output += subject.dueAt.map { "due \(page.moment($0)) UTC, \(page.relative($0))" } ?? "no timer runs"
    for step in steps {
      output += "\n  \(step.fact)"
      for line in page.wrapped("\(step.rule)  (\(step.source))", indent: 6) { output += "\n\(line, .faint)" }
    }
    output += "\n\("urgency \(urgency.tenths / 10).\(abs(urgency.tenths % 10))", .bold)"
    for term in urgency.terms { output += "\n  \(DisplayWidth.padded(term.points, to: 6, right: true))  \(term.name)" }
    return output
  }
}
