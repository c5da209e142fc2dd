import ArgumentParser
import Foundation
import Intake
import ServiceDesk

struct ResponsesExport: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the canned replies as CSV: language, name, file.",
    discussion: discussion("What it writes, responses import reads back unchanged. Without a file: to standard output.")
  )
  static let examples = [Example("responses export replies.csv --language en", "the English ones")]

  @Argument(help: "The file to write.", completion: .file()) var file: String?
  @Option(help: "Only this language.") var language: String?

  func run(in session: inout Session) throws -> any Answer {
    let languages = try language.map { [try session.checkedLanguage($0)] } ?? session.replies.languages()
    var rows: [Document] = []
    for language in languages {
      for name in try session.replies.names(language: language) {
        guard let path = try session.replies.path(of: name, language: language),
          let data = FileManager.default.contents(atPath: path)
        else { continue }
        rows.append(
          .object([
            "language": .text(language), "name": .text(name), "file": .text(String(decoding: data, as: UTF8.self)),
          ]))
      }
    }
    let document = Document.object(["responses": .list(rows)])
    guard let file else { return Exported(document: document) }
    do { try Data(document.csv.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
      throw Complaint("\(file) can't be written", try: "another file")
    }
    return Said(
      "\(rows.count) canned replies written to \(file)",
      document: .object(["written": .int(rows.count), "file": .text(file)]))
  }
}

private struct Exported: Answer {
  var document: Document

  func text(on page: Page) -> Rich { Rich(document.csv.trimmingCharacters(in: .newlines)) }
}

struct ResponsesImport: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take canned replies from a CSV of language, name, file.",
    discussion: discussion("Each is checked as responses new does; one with a fault is left out, with the reason."))
  static let examples = [Example("responses import replies.csv", "what responses export wrote")]

  @Argument(help: "The file; - is standard input.", completion: .file()) var file: String

  func run(in session: inout Session) throws -> any Answer {
    var reader = TableReader()
    var rows: [TableRow] = []
    do {
      var bytes = try FileBytes(file)
      while try bytes.next({ try reader.feed($0) { rows.append($0) } }) {}
      try reader.finish { rows.append($0) }
    } catch let refusal as FileRefusal { throw refused(refusal.reason) } catch let refusal as TableRefusal {
      throw refused(refusal.reason)
    }
    guard rows.isEmpty || Set(rows[0].names).isSuperset(of: ["language", "name", "file"]) else {
      throw refused("it lacks one of the columns language, name, file")
    }
    var saved: [String] = []
    var rejects: [String] = []
    for row in rows {
      do {
        let (language, name) = (row["language"] ?? "", row["name"] ?? "")
        // The apostrophe keeps a spreadsheet from reading "---" as a formula; a cell ends without a line break.
        let file = row["file"] ?? ""
        let text = (file.hasPrefix("'---") ? String(file.dropFirst()) : file) + "\n"
        _ = try ResponseWriter(name: name, language: language, session: session).save(text)
        saved.append("\(language)/\(name)")
      } catch let complaint as Complaint { rejects.append("\(file), line \(row.line): \(complaint.what)") }
    }
    return Imported(saved: saved, rejects: rejects)
  }

  private func refused(_ reason: String) -> Complaint {
    Complaint("\(file): \(reason)", try: "responses export shows the columns", exitCode: ExitStatus.rejected)
  }
}

private struct Imported: Answer {
  var saved: [String]
  var rejects: [String]

  var notices: [String] { rejects }
  var exitCode: Int32 { saved.isEmpty && !rejects.isEmpty ? ExitStatus.rejected : ExitStatus.done }
  var document: Document { .object(["saved": .texts(saved), "rejects": .texts(rejects)]) }

  func text(on page: Page) -> Rich {
    "\(saved.count) canned replies saved\(rejects.isEmpty ? "" : ", \(rejects.count) rejected")"
  }
}
