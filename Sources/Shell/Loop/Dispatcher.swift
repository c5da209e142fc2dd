import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

/// Runs one command: the same way from the shell, a script and the one-shot call.
package enum Dispatcher {
  /// The answer to `words`, whose global options have been taken out already.
  package static func run(_ words: [String], in session: inout Session) throws -> any Answer {
    let words = try resolved(words)
    let parsed: any ParsableCommand
    do { parsed = try Replywell.parseAsRoot(Word.marked(words)) } catch {
      throw usage(error, width: session.environment.width())
    }
    session.desk.author = Command(at: session.now, agent: session.agent, words: words.first ?? "")
    try session.desk.notice()
    try session.heedRestore()
    try session.desk.catchUp(to: session.now)
    if let command = parsed as? any DeskCommand { return try command.run(in: &session) }
    // What remains are the parser's own commands: help.
    var builtIn = parsed
    do { try builtIn.run() } catch { throw usage(error, width: session.environment.width()) }
    return Said("")
  }

  /// The words with the first one spelled out; a word that nothing begins with is told of, with the nearest ones.
  private static func resolved(_ words: [String]) throws -> [String] {
    guard var first = words.first else { throw Complaint.usage("no command is given", try: "help") }
    if ["-h", "--help"].contains(first) { return ["help"] + words.dropFirst() }
    guard !first.hasPrefix("-") else { throw Complaint.usage("unknown option \(first)", try: "help") }
    let known = Replywell.names + Replywell.aliases
    if !known.contains(first) {
      let fitting = Replywell.abbreviated.filter { $0.hasPrefix(first) }
      guard fitting.count == 1 else {
        let near = fitting.isEmpty ? Nearest.names(to: first, among: Replywell.names) : fitting
        throw Complaint.usage(
          fitting.isEmpty ? "there is no command \(first)" : "\(first) may mean several commands",
          try: near.isEmpty ? "help" : near.joined(separator: ", "))
      }
      first = fitting[0]
    }
    if first == "help", let topic = words.dropFirst().first, topic.hasPrefix("-") == false {
      return ["help"] + (try resolved(Array(words.dropFirst())))
    }
    return [first] + words.dropFirst()
  }

  /// The full name of the command that words begin with; throws where there is none.
  static func commandName(_ words: [String]) throws -> String {
    let name = try resolved(words).first ?? ""
    return Replywell.commands.first { $0.configuration.aliases.contains(name) }?.configuration.commandName ?? name
  }

  /// The page of help that words ask for, if that is what they do; needs no desk.
  static func help(_ words: [String], width: Int) -> String? {
    do {
      let words = try resolved(words)
      var parsed = try Replywell.parseAsRoot(Word.marked(words))
      if let command = parsed as? any DesklessCommand { return try command.text() }
      guard !(parsed is any DeskCommand) else { return nil }
      try parsed.run()
    } catch {
      return (usage(error, width: width) as? HelpPage)?.text
    }
    return nil
  }

  /// The argument parser's text without what is only there for it: the marks of words, and the root's empty name.
  private static func words(_ text: String) -> String {
    text.replacing(String(Word.mark), with: "")
      .replacing("replywell  ", with: "replywell ").replacing("replywell help  ", with: "replywell help ")
  }

  /// What the argument parser has to say: a page of help, or what is wrong with the words.
  private static func usage(_ error: any Error, width: Int) -> any Error {
    let text = words(Replywell.fullMessage(for: error, columns: min(max(40, width), 100)))
    guard Replywell.exitCode(for: error) != .success else { return HelpPage(text: text) }
    let lines = text.split(separator: "\n").map(String.init)
    let first = lines.first ?? ""
    var what = first.hasPrefix("Error: ") ? String(first.dropFirst("Error: ".count)) : first
    // What may be said instead stands on the lines below.
    if what.hasSuffix(":") {
      let choices = lines.dropFirst().prefix { $0.hasPrefix(" ") }.map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " -"))
      }
      what += " " + choices.joined(separator: ", ")
    }
    let usage = lines.first { $0.hasPrefix("Usage: ") }.map { String($0.dropFirst("Usage: replywell ".count)) }
    return Complaint.usage(what, try: usage ?? "help")
  }
}

/// A page of help; thrown, as the argument parser throws it, and then printed as an answer.
package struct HelpPage: Error, Answer {
  package var text: String

  package var document: Document { .object(["help": .text(text)]) }

  package func text(on page: Page) -> Rich { Rich(text) }
}
