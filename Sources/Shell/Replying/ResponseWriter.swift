import Foundation
import ServiceDesk

/// Writes a canned reply's file, once nothing is wrong with it.
struct ResponseWriter {
  let name: String
  let language: String
  let session: Session

  init(name: String, language: String, session: Session) throws {
    guard ReplyLibrary.isName(name), Int(name) == nil else {
      throw Complaint.usage(
        "\(name) is no name for a canned reply", try: "letters, digits and hyphens, such as gift-wrap")
    }
    guard ReplyLibrary.isName(language), language.count <= 10 else {
      throw Complaint.usage("\(language) is no language", try: "--language de")
    }
    (self.name, self.language, self.session) = (name, language, session)
  }

  /// - Parameter from: a file to take it from; nil: the editor, with `start` in it.
  func write(from: String?, start: String) throws -> any Answer {
    if let from { return try save(try text(of: from)) }
    guard let person = session.person else {
      throw Complaint.usage("there is no terminal to write at", try: "--from FILE, or - for standard input")
    }
    var text = start
    while true {
      guard let edited = try person.edit(text, named: "\(language)-\(name)") else {
        throw Complaint("the editor failed; nothing was saved", try: "export EDITOR=…")
      }
      text = edited
      guard text != start else { throw Complaint("nothing was changed", exitCode: ExitStatus.cancelled) }
      do { return try save(text) } catch let complaint as Complaint {
        person.show(complaint.text + "\n")
        guard person.choose("[e]dit again [n]o ", keys: ["e", "n"]) == "e" else {
          throw Complaint("nothing was saved", exitCode: ExitStatus.cancelled)
        }
      }
    }
  }

  private func text(of path: String) throws -> String {
    let content: [UInt8]
    do { content = try FileBytes.all(of: path, atMost: ReplyLibrary.longestFile) } catch let refusal as FileRefusal {
      throw Complaint("\(path): \(refusal.reason)", try: "--from FILE, shorter than 128 KiB")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Complaint("\(path) is not UTF-8", try: "save it as UTF-8")
    }
    return text
  }

  /// Checks a file's text and writes it; an older version is replaced in one step.
  func save(_ text: String) throws -> any Answer {
    let reply: CannedReply
    do { reply = try CannedReply(name: name, language: language, file: text) } catch {
      throw Complaint("\(name), line \(error.line): \(error.reason); nothing was saved", try: error.remedy)
    }
    if let fault = try CannedReplyCheck(session: session).faults(of: reply).first {
      throw Complaint(
        "\(name)\(fault.line > 0 ? ", line \(fault.line)" : ""): \(fault.reason); nothing was saved", try: fault.remedy)
    }
    let folder = try session.replies.writableFolder() + "/" + language
    let path = "\(folder)/\(name)\(ReplyLibrary.ending)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw Complaint("\(path) can't be written", try: "chmod u+w on its folder, or --responses DIR") }
    return Said(
      "\(name) is saved: \(path)",
      document: .object(["name": .text(name), "language": .text(language), "file": .text(path)]))
  }
}
