import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

struct PlanCheckCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what gets plans rejected. Exit code 1 when there is anything.",
    discussion: discussion(
      "A cause without action or prevention, an action without date or still to come, blame and feelings, more than two pages, what the notice names and the plan does not, a component of the figure left out."
    ))
  static let examples = [Example("plan check 1", "the plan kept under that number")]

  @Argument(help: "The plan's number, or a file; the newest plan if none.", completion: .file()) var word: String?

  func run(in session: inout Session) throws -> any Answer {
    if let word, Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word) == nil {
      let text = try InputFile.text(of: word, for: "plan check")
      let today = LocalTime.wall(at: session.now, in: .gmt).day
      let faults: [PlanFault]
      do { faults = try PlanCheck.faults(in: text, today: today) } catch { throw Complaint.unreadable(error, in: word) }
      return PlanChecked(name: word, faults: faults, words: PlanCheck.words(in: text))
    }
    let plan = try session.findPlan(word)
    return PlanChecked(
      name: "plan \(plan.id)", faults: try session.faults(in: plan.text, of: plan),
      words: PlanCheck.words(in: plan.text))
  }
}

private struct PlanChecked: Answer {
  var name: String
  var faults: [PlanFault]
  var words: Int

  var exitCode: Int32 { faults.isEmpty ? ExitStatus.done : ExitStatus.failed }
  var document: Document {
    .object([
      "plan": .text(name), "words": .int(words),
      "faults": .list(
        faults.map {
          .object([
            "kind": .text($0.kind.rawValue), "line": .optional($0.line), "words": .text($0.words),
            "reason": .text($0.reason), "remedy": .text($0.remedy),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !faults.isEmpty else { return "\(name): \("nothing that would get it rejected", .good), \(words) words" }
    var output: Rich = "\(name): \(faults.count) \(faults.count == 1 ? "thing" : "things") to mend, \(words) words"
    for fault in faults {
      let place = fault.line.map { "line \($0)" } ?? "all of it"
      let lines = page.wrapped(fault.reason, indent: 11)
      output += "\n\(DisplayWidth.padded(place, to: 9), .caution)  \(lines.joined(separator: "\n").dropFirst(11))"
      for line in page.wrapped(fault.remedy, indent: 11) { output += "\n\(line, .faint)" }
    }
    return output
  }
}
