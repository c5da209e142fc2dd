import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

struct PlanExportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a plan as Markdown, HTML, HTML for paper, or plain text for a web form.",
    discussion: discussion(
      "By the file's ending: .md, .html, .txt; --print makes HTML for A4, which a browser prints to PDF. Without a file it goes to standard output."
    ))
  static let examples = [Example("plan export 1 --as text", "for the marketplace's form, with its length")]

  @Argument(help: "The plan's number.") var number: String
  @Argument(help: "Where to.", completion: .file()) var file: String?
  @Option(name: .customLong("as"), help: "markdown, html, print or text.") var form: String?
  @Flag(help: "HTML for paper.") var print = false

  func run(in session: inout Session) throws -> any Answer {
    let plan = try session.findPlan(number)
    let form = try chosenForm()
    let text: String
    do { text = try PlanExport.written(plan.text, as: form) } catch {
      throw Complaint.unreadable(error, in: "plan \(plan.id)")
    }
    let faults = try session.faults(in: plan.text, of: plan)
    var notices =
      faults.isEmpty
      ? []
      : [
        "plan check \(plan.id) finds \(faults.count) \(faults.count == 1 ? "thing" : "things") that may get it rejected"
      ]
    if form == .text { notices.insert("\(text.count) characters, \(PlanCheck.words(in: text)) words", at: 0) }
    let document = Document.object([
      "plan": .int(Int(plan.id)), "form": .text(form.rawValue), "file": .optional(file), "characters": .int(text.count),
      "text": file == nil ? .text(text) : .null, "notices": .texts(notices),
    ])
    guard let file else {
      return Said(Rich(text.hasSuffix("\n") ? String(text.dropLast()) : text), document: document, notices: notices)
    }
    try OutputFile.write(text, to: file)
    return Said("\(file): \(form.rawValue), \(text.count) characters", document: document, notices: notices)
  }

  private func chosenForm() throws -> PlanExport.Form {
    if print { return .print }
    if let form {
      guard let known = PlanExport.Form(rawValue: form) else {
        throw Complaint.usage("--as \(form) is no form", try: "--as markdown, html, print or text")
      }
      return known
    }
    let ending = file.map { URL(fileURLWithPath: $0).pathExtension.lowercased() }
    switch ending {
    case nil, "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "txt": return .text
    case let other:
      throw Complaint.usage("\(other ?? "") says no form", try: "FILE.md, FILE.html or FILE.txt, or --as text")
    }
  }
}
