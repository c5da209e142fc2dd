import ArgumentParser
import DeskStore
import Foundation

struct Verify: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute every total, timer and case from the facts, and compare.",
    discussion: discussion("Nothing is changed. On a large desk it takes a while, as it reads everything."))
  static let examples = [Example("verify", "is the desk sound?"), Example("verify --json", "the same, for a script")]

  func run(in session: inout Session) throws -> any Answer { VerifyAnswer(found: try session.desk.verify()) }
}

private struct VerifyAnswer: Answer {
  var found: Verification

  var isOK: Bool { found.totalsAgree && found.problems.isEmpty }
  var exitCode: Int32 { isOK ? ExitStatus.done : ExitStatus.failed }

  var document: Document {
    .object([
      "events": .int(found.events), "chain": .null, "totals": .text(found.totalsAgree ? "ok" : "differ"),
      "problems": .texts(found.problems),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich =
      found.totalsAgree ? "\("totals agree", .good) with the facts" : "\("totals differ", .alarm) from the facts"
    output += " · \(found.events) events, which are not chained yet"
    for problem in found.problems.prefix(40) { output += "\n  \(problem)" }
    return output
  }
}
