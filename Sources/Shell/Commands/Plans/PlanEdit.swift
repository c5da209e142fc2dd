import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

struct PlanEdit: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a plan's text in $EDITOR, or take it from a file.",
    discussion: discussion("Each change is a version of its own; earlier ones stay."))
  static let examples = [Example("plan edit 1", "in the editor")]

  @Argument(help: "The plan's number; the newest plan if none.") var number: String?
  @Option(help: "Take the text from a file, or - for standard input.", completion: .file()) var file: String?

  func run(in session: inout Session) throws -> any Answer {
    let plan = try session.findOpenPlan(number)
    let text: String
    if let file {
      text = try InputFile.text(of: file, for: "plan edit --file")
    } else {
      guard let person = session.person else {
        throw Complaint.usage("there is no terminal to edit at", try: "plan edit \(plan.id) --file FILE")
      }
      guard let edited = try person.edit(plan.text, named: "plan-\(plan.id)") else {
        throw Complaint("the editor failed; nothing was changed", try: "export EDITOR=…")
      }
      text = edited
    }
    guard text != plan.text else {
      return Said("plan \(plan.id) is as it was", document: .object(["notices": .list([])]))
    }
    do { try session.revise(plan, text: text) } catch let fault as PlanFault {
      // What was written by hand must not be lost for a missing heading.
      let kept = try session.keepAside(text, named: "plan-\(plan.id)")
      throw Complaint(
        "\(file ?? "the text"), line \(fault.line ?? 1): \(fault.reason)",
        try:
          "\(fault.remedy)\(file == nil ? "; your text is kept in \(kept): plan edit \(plan.id) --file \(kept)" : "")",
        exitCode: ExitStatus.rejected)
    }
    let after = try session.findPlan("\(plan.id)")
    let faults = try session.faults(in: text, of: plan)
    return Said(
      "plan \(plan.id), version \(after.version) · \(faults.isEmpty ? "nothing that would get it rejected" : "\(faults.count) \(faults.count == 1 ? "thing" : "things") to mend: plan check \(plan.id)")",
      document: Document.of(after, account: try session.accountName(after.accountID)).adding(["notices": .list([])]))
  }
}

extension Session {
  /// Puts a text that can't be taken into a file of its own; gives its path.
  func keepAside(_ text: String, named name: String) throws -> String {
    environment.makeStateFolder()
    let path = "\(environment.stateFolder)/\(name).md"
    try OutputFile.write(text, to: path, mode: 0o600)
    return path
  }
}
