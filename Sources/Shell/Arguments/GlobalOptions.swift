import Foundation
import Intake
import ServiceDesk

/// The options that every command takes, before or after its name.
package struct GlobalOptions: Sendable, Equatable {
  package enum Format: String, Sendable, CaseIterable { case text, json, csv, markdown }
  package enum Color: String, Sendable, CaseIterable { case auto, always, never }

  package var desk: String?
  package var account: String?
  package var now: Date?
  package var format = Format.text
  package var color = Color.auto
  package var isPlain = false
  package var responses: String?
  package var agent: String?
  package var file: String?
  package var keepsGoing = false

  package init() {}

  /// Each option with the value it takes, for help and completion.
  package static let table: [(name: String, value: String?, help: String)] = [
    ("--desk", "FILE", "the desk's file"), ("--account", "NAME", "only this account"),
    ("--now", "INSTANT", "fix the clock, as 2026-11-22T04:00:00Z"),
    ("--format", "FORMAT", "text, json, csv or markdown"), ("--json", nil, "the same as --format json"),
    ("--color", "WHEN", "auto, always or never"), ("--plain", nil, "no redrawing, no live prompt"),
    ("--responses", "DIR", "where the canned replies are"), ("--agent", "NAME", "who acts"),
  ]

  /// Takes the global options out of `words` and gives back the rest. What follows a bare `--` is left as it is.
  ///
  /// - Parameter isLaunch: on the program's own command line, where `-f FILE` and `--keep-going` stand too.
  package mutating func take(from words: [String], isLaunch: Bool = false) throws(Complaint) -> [String] {
    var rest: [String] = []
    var index = words.startIndex
    while index < words.endIndex {
      var word = words[index]
      index += 1
      if word == "--" {
        rest += words[(index - 1)...]
        break
      }
      var value: String?
      if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
        value = String(word[word.index(after: equals)...])
        word = String(word[..<equals])
      }
      let isFile = isLaunch && word == "-f" && rest.isEmpty
      guard isFile || word == "--keep-going" && isLaunch || Self.table.contains(where: { $0.name == word }) else {
        rest.append(words[index - 1])
        continue
      }
      let takesValue = isFile || Self.table.first { $0.name == word }?.value != nil
      if takesValue, value == nil {
        guard index < words.endIndex else { throw .usage("\(word) needs a value", try: "replywell help") }
        value = words[index]
        index += 1
      }
      try set(word, to: value)
    }
    return rest
  }

  private mutating func set(_ name: String, to value: String?) throws(Complaint) {
    let value = value ?? ""
    switch name {
    case "--desk": desk = value
    case "--account": account = value
    case "--responses": responses = value
    case "--agent": agent = value
    case "--plain": isPlain = true
    case "--keep-going": keepsGoing = true
    case "-f": file = value
    case "--json": format = .json
    case "--format":
      guard let known = Format(rawValue: value) else {
        throw .usage("unknown format \(value)", try: "--format text, json, csv or markdown")
      }
      format = known
    case "--color":
      guard let known = Color(rawValue: value) else {
        throw .usage("unknown --color \(value)", try: "--color auto, always or never")
      }
      color = known
    default:
      guard let instant = InstantParser.parse(value, zone: .gmt) else {
        throw .usage("--now \(value) is no instant", try: "--now 2026-11-22T04:00:00Z")
      }
      now = instant
    }
  }
}
