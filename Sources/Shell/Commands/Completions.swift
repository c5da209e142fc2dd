import ArgumentParser
import Foundation
import LineEditor
import ServiceDesk

struct Completions: DesklessCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print what makes bash, zsh or fish complete replywell's words.",
    discussion: discussion(
      "bash: source <(replywell completions bash), in ~/.bashrc. `completions candidates -- WORDS` is what they ask."))
  static let examples = [
    Example("completions bash", "also zsh and fish"),
    Example("completions candidates -- queue kind:", "what may stand last, with its meaning"),
  ]

  enum Topic: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish, candidates }

  @Argument(help: "bash, zsh, fish or candidates.") var topic: Topic
  @Argument(parsing: .allUnrecognized, help: "For candidates: the words typed so far.") var words: [Word] = []

  func text() -> String? {
    switch topic {
    case .bash: Self.script(PackageResources.replywell_bash)
    case .zsh: Self.script(PackageResources.replywell_zsh)
    case .fish: Self.script(PackageResources.replywell_fish)
    case .candidates: nil
    }
  }

  func run(in session: inout Session) throws -> any Answer {
    if let text = text() { return Said(Rich(text)) }
    return try candidates(session)
  }

  private static func script(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private func candidates(_ session: Session) throws -> CandidatesAnswer {
    var words = words.map(\.text)
    if words.first == "--" { words.removeFirst() }
    let completer = Completer(
      catalogue: try Catalogue(), aliases: (try? session.configuration.aliases()) ?? []
    ) { ValueSource(session: session).values($0, $1) }
    return CandidatesAnswer(found: completer.candidates(Array(words.dropLast()), partial: words.last ?? "").found)
  }
}

private struct CandidatesAnswer: Answer {
  var found: [(text: String, meaning: String)]

  init(found: [Completion.Candidate]) { self.found = found.map { ($0.text, $0.meaning) } }

  var document: Document {
    .object([
      "candidates": .list(found.map { .object(["value": .text($0.text), "meaning": .text($0.meaning)]) })
    ])
  }

  func text(on page: Page) -> Rich {
    Rich(found.map { "\(TextGate.oneLine($0.text))\t\(TextGate.oneLine($0.meaning))" }.joined(separator: "\n"))
  }
}
