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
    let plan = try session.findPlan(number)
    guard plan.state != .closed else {
      throw Complaint("plan \(plan.id) is closed", try: "plan new \(plan.kind) \(plan.metric)")
    }
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
    let faults = try PlanCheck.faults(in: text, today: session.today(at: try session.account(of: plan)))
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

struct PlanCheckCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what gets plans rejected. Exit code 1 when there is anything.",
    discussion: discussion(
      "A cause without action or prevention, an action without date or still to come, blame and feelings, more than two pages, what the notice names and the plan does not, a component of the figure left out."
    ))
  static let examples = [Example("plan check 1", "the plan kept under that number")]

  @Argument(help: "The plan's number, or a file; the newest plan if none.", completion: .file()) var word: String?

  func run(in session: inout Session) throws -> any Answer {
    let name: String
    let text: String
    var today = LocalTime.wall(at: session.now, in: .gmt).day
    if let word, Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word) == nil {
      (name, text) = (word, try InputFile.text(of: word, for: "plan check"))
    } else {
      let plan = try session.findPlan(word)
      (name, text) = ("plan \(plan.id)", plan.text)
      today = session.today(at: try session.account(of: plan))
    }
    do {
      return PlanChecked(
        name: name, faults: try PlanCheck.faults(in: text, today: today), words: PlanCheck.words(in: text))
    } catch {
      throw Complaint.unreadable(error, in: name)
    }
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
    let faults = try PlanCheck.faults(in: plan.text, today: session.today(at: try session.account(of: plan)))
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
    switch (file as NSString?)?.pathExtension.lowercased() {
    case nil, "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "txt": return .text
    case let other:
      throw Complaint.usage("\(other ?? "") says no form", try: "FILE.md, FILE.html or FILE.txt, or --as text")
    }
  }
}
