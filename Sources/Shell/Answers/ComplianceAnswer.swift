import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// Response figures by account and window.
struct ComplianceAnswer: Answer {
  struct Window {
    var account: Account
    var figures: ComplianceWindow
    var target: HealthCore.Target?

    var isMet: Bool? { target.flatMap { figures.rate.meets($0) } }
  }
  struct Crossing {
    var window: Window
    var crossing: RateCrossing.Crossing
  }

  var windows: [Window]
  var now: Date
  var nextBreach: TimerRow?
  var crossing: Crossing?
  /// What it was narrowed to, as typed.
  var filter = ""

  /// The earliest instant at which leaving everything unanswered breaks a target that is met now.
  static func crossing(_ windows: [Window], _ session: Session) throws -> Crossing? {
    var first: Crossing?
    for window in windows {
      guard let target = window.target else { continue }
      let now = session.now
      let running = try session.desk.openTimers(account: window.account.id, from: now, at: now).map {
        ContactFact(caseID: $0.caseID, startedAt: $0.timer.startedAt, dueAt: $0.timer.dueAt)
      }
      // Deadlines come in order, so what leaves the window is read piece by piece.
      var gone = ResponseRate()
      var readUntil = now
      let found = try RateCrossing.first(from: window.figures.rate, target: target, running: running) { instant in
        gone =
          gone
          + (try session.desk.leaving(
            account: window.account.id, days: window.figures.days, asOf: now, from: readUntil, to: instant))
        readUntil = instant
        return gone
      }
      if let found, first.map({ found.at < $0.crossing.at }) ?? true {
        first = Crossing(window: window, crossing: found)
      }
    }
    return first
  }

  var document: Document {
    .object([
      "asOf": .instant(now), "windows": .list(windows.map(Self.document)),
      "nextBreach": nextBreach.map { .object(["case": .int(Int($0.caseID)), "at": .instant($0.timer.dueAt)]) } ?? .null,
      "crossing": crossing.map {
        .object([
          "account": .text($0.window.account.name), "days": .int($0.window.figures.days),
          "at": .instant($0.crossing.at),
          "case": .int(Int($0.crossing.caseID)),
        ])
      } ?? .null,
    ])
  }

  private static func document(_ window: Window) -> Document {
    Document.object([
      "account": .text(window.account.name), "days": .int(window.figures.days), "from": .instant(window.figures.from),
      "to": .instant(window.figures.to),
    ]).adding(figures(window.figures.rate)).adding([
      "target": .optional(window.target?.value.value), "met": .optional(window.isMet),
      "medianSeconds": .optional(window.figures.median), "p90Seconds": .optional(window.figures.p90),
    ])
  }

  static func figures(_ rate: ResponseRate) -> KeyValuePairs<String, Document> {
    [
      "required": .int(rate.required), "onTime": .int(rate.onTime), "late": .int(rate.late),
      "unanswered": .int(rate.unanswered), "running": .int(rate.running), "exempt": .int(rate.exempt),
      "rate": .optional(rate.rate),
    ]
  }

  func text(on page: Page) -> Rich {
    guard !windows.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var table = TextTable([
      .init("account"), .init("days", right: true), .init("rate", right: true), .init("target", right: true), .init(""),
      .init("on time", right: true), .init("late", right: true), .init("unanswered", right: true),
      .init("median", right: true, optional: true), .init("90 %", right: true, optional: true),
      .init("running", right: true, optional: true), .init("exempt", right: true, optional: true),
    ])
    for window in windows {
      let rate = window.figures.rate
      table.add([
        Rich(window.account.name), Rich("\(window.figures.days)"),
        Rich(Percent.text(rate.onTime, of: rate.required), .bold),
        Rich(
          window.target.map { "\($0.condition.sign) \(Percent.text($0.value.numerator, of: $0.value.denominator))" }
            ?? "–"),
        Self.verdict(window.isMet), Rich("\(rate.onTime)"), Rich("\(rate.late)", rate.late > 0 ? .caution : .plain),
        Rich("\(rate.unanswered)", rate.unanswered > 0 ? .alarm : .plain),
        Rich(window.figures.median.map { "\(Span(seconds: $0))" } ?? "–"),
        Rich(window.figures.p90.map { "\(Span(seconds: $0))" } ?? "–"),
        Rich("\(rate.running)"), Rich("\(rate.exempt)"),
      ])
    }
    var output = table.text(width: page.width)
    if let next = nextBreach {
      output +=
        "\nnext deadline: #\(next.caseID) \(page.relative(next.timer.dueAt)), \(page.moment(next.timer.dueAt)) UTC"
    }
    if let crossing {
      output +=
        "\n\("if nobody answers:", .caution) \(crossing.window.account.name) falls below its \(crossing.window.figures.days)-day target \(page.relative(crossing.crossing.at)), with #\(crossing.crossing.caseID)"
    }
    let terms = filter.isEmpty ? "" : filter + " "
    output += "\n\("the cases behind a figure: queue \(terms)timer:late window:30 --all", .faint)"
    return output
  }

  static func verdict(_ isMet: Bool?) -> Rich {
    switch isMet {
    case true?: Rich("met", .good)
    case false?: Rich("missed", .alarm)
    case nil: Rich("–", .faint)
    }
  }
}

/// Shares as people read them.
enum Percent {
  /// "96.4 %", rounded half up, "–" where there is no share. The comparison with a target never goes by this text.
  static func text(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
