import Foundation
import LineEditor
import ServiceDesk

/// Finds what may stand where the cursor is: commands, options, and the values of both.
struct Completer {
  let catalogue: Catalogue
  var aliases: [(name: String, value: String)] = []
  var use = WordUse()
  /// The values that may stand in a place; they need not fit what was typed.
  let values: (ValueKind, Slot) -> [Completion.Candidate]

  /// Where a value is wanted: the words of the command before it, and the beginning of its own.
  struct Slot {
    var words: [String]
    var partial: String
  }

  /// What may stand in a place, and what belongs there where that can't be listed.
  private struct Offer {
    var candidates: [Completion.Candidate] = []
    var hint: String?
  }

  func complete(_ line: String, cursor: Int) -> Completion {
    let before = String(line.prefix(cursor))
    let scan = Words.scan(before)
    // After a space a new word begins.
    let isNew = scan.open == nil && (before.isEmpty || before.last?.isWhitespace ?? true)
    let start = isNew ? before.count : scan.words.last?.start ?? before.count
    let (candidates, beginners, hint) = candidates(
      isNew ? scan.words.map(\.text) : scan.words.dropLast().map(\.text),
      partial: isNew ? "" : scan.words.last?.text ?? "")
    let quoted = candidates.map { candidate in
      let text = Self.goesOn(candidate.text) ? candidate.text : Words.quoted(candidate.text)
      return Completion.Candidate(text, candidate.meaning, label: candidate.text)
    }
    let only = beginners == 1 || candidates.count == 1 ? candidates.first : nil
    return Completion(
      replaced: before.count - start, candidates: quoted, ending: only.map { Self.goesOn($0.text) } ?? false ? "" : " ",
      beginners: beginners, hint: hint)
  }

  /// The same for words that another shell has taken apart; the last one is what has been typed of the wanted one.
  func candidates(
    _ words: [String], partial: String
  ) -> (found: [Completion.Candidate], beginners: Int, hint: String?) {
    let offer = offer(spelled(words), partial: partial)
    let ranked = Fuzzy.rank(offer.candidates.compactMap(Self.shown), typed: partial, use: use)
    return (ranked.found, ranked.beginners, offer.hint)
  }

  /// The editor writes candidates to the terminal as they are: one that can't be shown, such as a file named with an
  /// escape sequence, is left out.
  private static func shown(_ candidate: Completion.Candidate) -> Completion.Candidate? {
    let isShowable =
      TextGate.clean(candidate.text) == candidate.text && !candidate.text.contains { "\n\t".contains($0) }
    guard isShowable else { return nil }
    return Completion.Candidate(candidate.text, TextGate.oneLine(candidate.meaning), label: candidate.label)
  }

  /// A folder, a filter's key or a field's name is not the end of a word.
  private static func goesOn(_ text: String) -> Bool { text.last.map { ":/=".contains($0) } ?? false }

  /// The words with an alias in the first place spelled out, as far as that says what comes next.
  private func spelled(_ words: [String]) -> [String] {
    guard let alias = aliases.first(where: { $0.name == words.first }) else { return words }
    return Words.scan(alias.value).words.map(\.text).prefix { !$0.contains("$") } + words.dropFirst()
  }

  private func offer(_ words: [String], partial: String) -> Offer {
    // `--cause=carr` is the same as `--cause carr`.
    if partial.hasPrefix("--"), let equals = partial.firstIndex(of: "=") {
      let option = String(partial[..<equals])
      var offer = offer(words + [option], partial: String(partial[partial.index(after: equals)...]))
      for index in offer.candidates.indices {
        offer.candidates[index].text = option + "=" + offer.candidates[index].text
      }
      return offer
    }
    let words = Self.withoutGlobals(words)
    if let last = words.last, [">", ">>"].contains(last) { return files(partial) }
    if words.last == "|" { return Offer(candidates: ["head", "less", "grep", "wc -l", "sort"].map { .init($0) }) }
    if words.contains("|") || words.first?.hasPrefix("!") ?? false { return files(partial) }
    if let global = words.last.flatMap({ name in GlobalOptions.table.first { $0.name == name && $0.value != nil } }) {
      let slot = Slot(words: words, partial: partial)
      return Offer(candidates: globalValues(global.name, slot), hint: "\(global.value ?? "")  \(global.help)")
    }
    guard let (entry, depth) = catalogue.command(words) else {
      guard words.isEmpty else { return Offer() }
      if partial.hasPrefix("-") { return Offer(candidates: GlobalOptions.table.map { .init($0.name, $0.help) }) }
      return Offer(candidates: commands(in: catalogue.root) + aliases.map { .init($0.name, "alias: \($0.value)") })
    }
    if entry.commandName == "help" || words.first == "help" { return Offer(candidates: commands(in: catalogue.root)) }
    let rest = Array(words.dropFirst(depth))
    let slot = Slot(words: words, partial: partial)
    if let option = rest.last.flatMap({ name in options(of: entry).first { $0.longName == name && $0.takesValue } }) {
      return offer(of: option, slot)
    }
    if partial.hasPrefix("-"), partial != "-" || (entry.arguments ?? []).allSatisfy({ !$0.isPositional }) {
      let names = optionNames(of: entry, used: rest)
      if partial.hasPrefix("--") { return Offer(candidates: names) }
    }
    let isNested = depth == 1 && rest.isEmpty && !(entry.subcommands ?? []).isEmpty
    let nested = isNested ? commands(in: entry) : []
    let target = isNested ? catalogue.standIn(for: entry) : entry
    let positional = (target.arguments ?? []).filter(\.isPositional)
    let used = rest.filter { !$0.hasPrefix("--") }.count
    guard let argument = positional.indices.contains(used) ? positional[used] : positional.last else {
      return Offer(candidates: nested.isEmpty ? optionNames(of: entry, used: rest) : nested)
    }
    var offer = offer(of: argument, slot)
    offer.candidates = nested + offer.candidates
    return offer
  }

  /// The words without the options that every command takes; one whose value is wanted stays.
  private static func withoutGlobals(_ words: [String]) -> [String] {
    var options = GlobalOptions()
    if let rest = try? options.take(from: words) { return rest }
    guard let last = words.last, let rest = try? options.take(from: words.dropLast()) else { return words }
    return rest + [last]
  }

  private func commands(in entry: Catalogue.Entry) -> [Completion.Candidate] {
    (entry.subcommands ?? []).map { .init($0.commandName, $0.abstract ?? "") }
  }

  private func options(of entry: Catalogue.Entry) -> [Catalogue.Argument] {
    (entry.arguments ?? []).filter { !$0.isPositional }
  }

  private func optionNames(of entry: Catalogue.Entry, used: [String]) -> [Completion.Candidate] {
    var found = options(of: entry).compactMap { option in
      option.longName.map { Completion.Candidate($0, option.abstract ?? "") }
    }
    found += GlobalOptions.table.map { .init($0.name, $0.help) }
    return found.filter { (!used.contains($0.text) || $0.text == "--set") && $0.text != "--version" }
  }

  private func offer(of argument: Catalogue.Argument, _ slot: Slot) -> Offer {
    let hint = "\((argument.valueName ?? "value").uppercased())  \(argument.abstract ?? "")"
    if let kind = argument.values { return Offer(candidates: values(kind, slot), hint: hint) }
    if argument.completionKind?.file != nil { return files(slot.partial) }
    let listed = argument.allValues ?? argument.completionKind?.list?.values ?? []
    return Offer(candidates: listed.map { .init($0) }, hint: hint)
  }

  private func files(_ partial: String) -> Offer { Offer(candidates: FileNames.candidates(partial), hint: "FILE") }

  private func globalValues(_ option: String, _ slot: Slot) -> [Completion.Candidate] {
    switch option {
    case "--account": values(.accounts, slot)
    case "--agent": values(.agents, slot)
    case "--format": GlobalOptions.Format.allCases.map { .init($0.rawValue) }
    case "--color": GlobalOptions.Color.allCases.map { .init($0.rawValue) }
    case "--desk", "--responses": FileNames.candidates(slot.partial)
    default: []
    }
  }
}
