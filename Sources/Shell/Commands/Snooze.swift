import ArgumentParser
import Foundation
import Intake
import ServiceDesk

struct Snooze: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Put cases aside until a time.",
    discussion: discussion(
      "The time is a span (2h, 1d), a date, an instant or tomorrow; off brings them back. A case comes back before its deadline in any case."
    ))
  static let examples = [
    Example("snooze 1 2h", "case 1 for two hours"), Example("snooze . tomorrow", "the case in focus until tomorrow"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Cases, then the time.", completion: .values(.cases)) var words: [Word] =
    []
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    var words = try words.texts()
    guard let time = words.popLast() else { throw Complaint.usage("snooze needs a time", try: "snooze CASE 2h") }
    let now = session.now
    let until: Date?
    switch time.lowercased() {
    case "off": until = nil
    case "tomorrow": until = now.addingTimeInterval(86_400)
    default:
      if let span = Span(time), span.seconds > 0 {
        until = now.addingTimeInterval(Double(span.seconds))
      } else {
        guard let instant = InstantParser.parse(time, zone: .gmt) else {
          throw Complaint.usage("\(time) is no time", try: "snooze CASE 2h, or 1d, tomorrow, 2026-11-23, off")
        }
        until = instant
      }
    }
    let subjects = try session.findCases(words)
    try session.confirm(subjects, to: "snooze", yes: yes)
    let page = Page(width: 80, now: now)
    return try session.apply(try .snoozing(subjects, until: until, at: now)) { subject in
      subject.wakesAt.map { "#\(subject.id) snoozed, back \(page.relative($0))" }
        ?? "#\(subject.id) is \(subject.state.rawValue)"
    }
  }
}
