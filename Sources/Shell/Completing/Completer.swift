import Foundation
import LineEditor

/// Finds what may stand where the cursor is: commands, options, and the values of both.
struct Completer {
  let catalogue: Catalogue
  /// The values of a kind that begin with a text.
  let values: (ValueKind, String) -> [Completion.Candidate]

  func complete(_ line: String, cursor: Int) -> Completion {
    let before = String(line.prefix(cursor))
    let scan = Words.scan(before)
    var words = scan.words.map(\.text)
    // After a space a new word begins.
    let isNew = scan.open == nil && (before.isEmpty || before.last?.isWhitespace ?? true)
    let partial = isNew ? "" : words.popLast() ?? ""
    let start = isNew ? before.count : scan.words.last?.start ?? before.count
    let found = candidates(words, partial: partial)
    let ending =
      found.count == 1 && (found[0].text.hasSuffix(":") || found[0].text.hasSuffix("/") || found[0].text.hasSuffix("="))
      ? "" : " "
    let quoted = found.map { candidate in
      // A filter's value keeps its key outside the quotes.
      Completion.Candidate(
        candidate.text.hasSuffix("/") ? candidate.text : Words.quoted(candidate.text), candidate.meaning)
    }
    return Completion(replaced: before.count - start, candidates: quoted, ending: ending)
  }

  private func candidates(_ words: [String], partial: String) -> [Completion.Candidate] {
    if let last = words.last, [">", ">>"].contains(last) { return FileNames.candidates(partial) }
    guard let (entry, depth) = catalogue.command(words) else {
      return words.isEmpty ? commands(in: catalogue.root, partial) : []
    }
    if entry.commandName == "help" || words.first == "help" { return commands(in: catalogue.root, partial) }
    let rest = Array(words.dropFirst(depth))
    if depth == 1, rest.isEmpty, !(entry.subcommands ?? []).isEmpty { return commands(in: entry, partial) }
    if let option = rest.last.flatMap({ name in options(of: entry).first { $0.longName == name && $0.takesValue } }) {
      return values(of: option, partial: partial, entry: entry)
    }
    if let global = rest.last.flatMap({ name in GlobalOptions.table.first { $0.name == name && $0.value != nil } }) {
      return globalValues(global.name, partial)
    }
    if partial.hasPrefix("--") { return optionNames(of: entry, used: rest, partial) }
    let positional = (entry.arguments ?? []).filter(\.isPositional)
    let used = rest.filter { !$0.hasPrefix("--") }.count
    guard let argument = positional.indices.contains(used) ? positional[used] : positional.last else { return [] }
    return values(of: argument, partial: partial, entry: entry)
  }

  private func commands(in entry: Catalogue.Entry, _ partial: String) -> [Completion.Candidate] {
    (entry.subcommands ?? []).filter { $0.commandName.hasPrefix(partial) }.map {
      .init($0.commandName, $0.abstract ?? "")
    }
  }

  private func options(of entry: Catalogue.Entry) -> [Catalogue.Argument] {
    (entry.arguments ?? []).filter { !$0.isPositional }
  }

  private func optionNames(of entry: Catalogue.Entry, used: [String], _ partial: String) -> [Completion.Candidate] {
    var found = options(of: entry).compactMap { option in
      option.longName.map { Completion.Candidate($0, option.abstract ?? "") }
    }
    found += GlobalOptions.table.map { .init($0.name, $0.help) }
    return found.filter {
      $0.text.hasPrefix(partial) && (!used.contains($0.text) || $0.text == "--set") && $0.text != "--version"
    }
  }

  private func values(of argument: Catalogue.Argument, partial: String, entry: Catalogue.Entry) -> [Completion
    .Candidate]
  {
    if let kind = argument.values { return values(kind, partial) }
    if argument.completionKind?.file != nil { return FileNames.candidates(partial) }
    let listed = argument.allValues ?? argument.completionKind?.list?.values ?? []
    return listed.filter { $0.hasPrefix(partial) }.map { .init($0) }
  }

  private func globalValues(_ option: String, _ partial: String) -> [Completion.Candidate] {
    switch option {
    case "--account": return values(.accounts, partial)
    case "--agent": return values(.agents, partial)
    case "--format":
      return GlobalOptions.Format.allCases.map(\.rawValue).filter { $0.hasPrefix(partial) }.map { .init($0) }
    case "--color":
      return GlobalOptions.Color.allCases.map(\.rawValue).filter { $0.hasPrefix(partial) }.map { .init($0) }
    case "--desk", "--responses": return FileNames.candidates(partial)
    default: return []
    }
  }
}

/// Names of files, as they may be typed.
enum FileNames {
  static func candidates(_ partial: String) -> [Completion.Candidate] {
    let slash = partial.lastIndex(of: "/")
    let folder = slash.map { String(partial[...$0]) } ?? ""
    let beginning = slash.map { String(partial[partial.index(after: $0)...]) } ?? partial
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { $0.hasPrefix(beginning) && (!$0.hasPrefix(".") || beginning.hasPrefix(".")) }.sorted().map {
      name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      return Completion.Candidate(folder + name + (isFolder.boolValue ? "/" : ""))
    }
  }
}
