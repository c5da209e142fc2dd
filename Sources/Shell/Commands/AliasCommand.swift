import ArgumentParser
import ServiceDesk

struct AliasCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Name command lines of your own.",
    discussion: discussion(
      "$1 … $9 stand for the words after the name, $* for all; without any of these the words are put at the end."))
  static let examples = [
    Example("alias", "all of them"), Example("alias soon \"queue due:<4h\"", "then: soon, or soon kind:claim"),
    Example("alias lost \"resolve $1 refunded --cause lost --yes\"", "then: lost 12"),
  ]

  @Argument(help: "Its name.", completion: .values(.aliases)) var name: String?
  @Argument(parsing: .allUnrecognized, help: "What it stands for.", completion: .values(.commands)) var line: [Word] =
    []
  @Flag(help: "Forget it.") var remove = false

  func run(in session: inout Session) throws -> any Answer {
    let all = try session.configuration.aliases()
    guard let name else { return AliasesAnswer(aliases: all) }
    let known = all.filter { $0.name == name }
    if remove || line.isEmpty {
      guard !known.isEmpty else {
        throw Complaint.usage("there is no alias \(name)", try: "alias \(name) \"queue due:<4h\"")
      }
      guard remove else { return AliasesAnswer(aliases: known) }
      try session.configuration.change { (file) throws(ConfigurationFile.Fault) in
        try file.set(name, in: "aliases", to: nil)
      }
      return Said("alias \(name) is no more")
    }
    let text = try Self.text(line.map(\.text))
    try check(name, text, session)
    try session.configuration.change { (file) throws(ConfigurationFile.Fault) in
      try file.set(name, in: "aliases", to: text)
    }
    return AliasesAnswer(aliases: [(name, text)])
  }

  /// `alias soon = queue due:<4h` and `alias soon "queue due:<4h"` mean the same.
  private static func text(_ words: [String]) throws -> String {
    let words = words.first == "=" ? Array(words.dropFirst()) : words
    guard !words.isEmpty else { throw Complaint.usage("alias needs a command", try: "alias soon \"queue due:<4h\"") }
    return words.count == 1 ? words[0] : words.map { $0.contains("$") ? $0 : Words.quoted($0) }.joined(separator: " ")
  }

  private func check(_ name: String, _ text: String, _ session: Session) throws {
    guard name.first?.isLetter ?? false, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) else {
      throw Complaint.usage("\(name) is no name for an alias", try: "letters, digits and hyphens")
    }
    guard !Replywell.names.contains(name), !Replywell.aliases.contains(name) else {
      throw Complaint.usage("\(name) is a command already", try: "another name")
    }
    let first = try Words.split(text).first?.text ?? ""
    let aliases = try session.configuration.aliases()
    guard first.hasPrefix("$") || aliases.contains(where: { $0.name == first }) || first.hasPrefix("!") == false
    else { throw Complaint.usage("an alias can't begin with !", try: "a command of the shell") }
    if !aliases.contains(where: { $0.name == first }) { _ = try Dispatcher.commandName([first]) }
  }
}

private struct AliasesAnswer: Answer {
  var aliases: [(name: String, value: String)]

  var document: Document {
    .object([
      "aliases": .list(aliases.map { .object(["name": .text($0.name), "line": .text($0.value)]) })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !aliases.isEmpty else { return "there is no alias yet; such as: alias soon \"queue due:<4h\"" }
    var table = TextTable([.init("alias"), .init("stands for", flexible: true)])
    for alias in aliases { table.add([Rich(alias.name, .bold), Rich(alias.value)]) }
    return table.text(width: page.width)
  }
}
