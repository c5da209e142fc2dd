import ArgumentParser
import DeskStore
import Foundation

struct Verify: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the log and every fact against it; recompute all totals, timers and cases, and compare.",
    discussion: discussion(
      """
      Everything that is written goes into a log in which each entry carries the digests of the facts it touched and \
      follows from the entry before; one byte changed behind the desk's back is found, with its place. The log's end \
      is a digest of all before it: kept elsewhere, it tells later that nothing was cut off. Nothing is changed. On a \
      large desk it takes a while, as it reads everything, but others can go on working.
      """))
  static let examples = [Example("verify", "is the desk sound?"), Example("verify --json", "the same, for a script")]

  func run(in session: inout Session) throws -> any Answer {
    VerifyAnswer(found: try session.desk.verify(), notices: try EmptyDesk.notices(session.desk))
  }
}

private struct VerifyAnswer: Answer {
  var found: Verification
  var notices: [String]

  var isOK: Bool { found.chainIsWhole && found.totalsAgree && found.problems.isEmpty }
  var exitCode: Int32 { isOK ? ExitStatus.done : ExitStatus.failed }

  var document: Document {
    .object([
      "events": .int(found.events), "chain": .text(found.chainIsWhole ? "ok" : "broken"),
      "totals": .text(found.totalsAgree ? "ok" : "differ"),
      "problems": .texts(found.problems),
    ])
  }

  var table: Document {
    .object([
      "events": .int(found.events), "chain": .text(found.chainIsWhole ? "ok" : "broken"),
      "totals": .text(found.totalsAgree ? "ok" : "differ"), "problems": .int(found.problems.count),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich =
      found.chainIsWhole
      ? "log     \("whole", .good), \(found.events) \(found.events == 1 ? "entry" : "entries"), and every fact is as it says"
      : "log     \("broken", .alarm)"
    output +=
      found.totalsAgree ? "\ntotals  \("agree", .good) with the facts" : "\ntotals  \("differ", .alarm) from the facts"
    output += "\nend     \(found.head)"
    for problem in found.problems.prefix(40) { output += "\n  \(problem)" }
    return output
  }
}
