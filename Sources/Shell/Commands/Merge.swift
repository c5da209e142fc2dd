import ArgumentParser
import ServiceDesk

struct Merge: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join cases that are one conversation.",
    discussion: discussion("The last one named takes up the others."))
  static let examples = [Example("merge 44 40", "case 44 becomes part of case 40"), Example("undo", "takes it back")]

  @Argument(
    parsing: .allUnrecognized, help: "Cases, the last of which takes up the others.", completion: .values(.cases))
  var words: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    var words = try words.texts()
    guard words.count >= 2, let last = words.popLast() else {
      throw Complaint.usage("merge needs two cases", try: "merge CASE INTO")
    }
    let target = try session.findCase(last)
    let sources = try words.map { try session.findCase($0) }
    if let other = target.mergedInto { throw DecisionFault.alreadyMerged(target.id, into: other) }
    let cases = try session.desk.apply(try .merging(sources, into: target), as: session.command)
    let numbers = sources.map { "#\($0.id)" }.joined(separator: ", ")
    return try CasesChanged(cases: cases.filter { $0.id == target.id }, session: session) {
      "#\($0.id) now holds \(numbers) too"
    }
  }
}
