import DeskStore
import Foundation
import ServiceDesk

extension Session {
  /// The case that a word means: a number, an order number, or `.` for the one in focus.
  func findCase(_ word: String) throws -> Case {
    if word == "." { return try focused() }
    if word.first == "%" { return try listed(word) }
    let bare = word.hasPrefix("#") ? String(word.dropFirst()) : word
    if let id = Int64(bare), let subject = try desk.standing(id, at: now) { return subject }
    if let subject = try desk.cases(order: bare, at: now).first { return subject }
    if Int64(bare) != nil {
      throw Complaint("there is no case \(word)", try: "queue    to list open cases")
    }
    if bare.contains(where: \.isNumber) {
      throw Complaint("there is no case about order \(word)", try: "find \(Words.quoted(word))")
    }
    throw Complaint.usage("\(word) is no case: give a number, an order number, or . for the one in focus", try: "queue")
  }

  /// `%3`: the third case of the last list.
  private func listed(_ word: String) throws -> Case {
    guard let number = Int(word.dropFirst()), listedCases.indices.contains(number - 1) else {
      let count = listedCases.count
      throw Complaint.usage(
        count == 0
          ? "\(word): nothing has been listed yet"
          : "\(word): the last list has \(count == 1 ? "only %1" : "%1 to %\(count)")", try: "queue"
      )
    }
    guard let subject = try desk.standing(listedCases[number - 1], at: now) else {
      throw Complaint("there is no case #\(listedCases[number - 1]) any more", try: "queue")
    }
    return subject
  }

  /// What filter words mean, the saved ones (`@mine`) spelled out, within the account that the command is about.
  func filter(_ words: [String]) throws -> CaseFilter {
    let saved = words.contains { Self.isSavedFilter($0) } ? try configuration.filters() : []
    var spelled: [String] = []
    for word in words {
      guard Self.isSavedFilter(word) else {
        spelled.append(word)
        continue
      }
      guard let found = saved.first(where: { $0.name == word.dropFirst() }) else {
        let names = saved.map { "@" + $0.name }
        throw Complaint.usage(
          "there is no saved filter \(word)",
          try: names.isEmpty ? "set filter.\(word.dropFirst()) \"due:<4h kind:message\"" : names.joined(separator: ", ")
        )
      }
      spelled += try Words.split(found.value).map(\.text)
    }
    return try CaseFilter(words: spelled).within(options.account)
  }

  private static func isSavedFilter(_ word: String) -> Bool { word.hasPrefix("@") && word.count > 1 }

  func focused() throws -> Case {
    guard let focus else { throw Complaint.usage("no case is in focus", try: "next, or use CASE") }
    guard let subject = try desk.standing(focus, at: now) else {
      throw Complaint("there is no case \(focus)", try: "queue")
    }
    return subject
  }

  /// The cases that words mean: each a case, or all together a filter. None: the case in focus.
  func findCases(_ words: [String]) throws -> [Case] {
    guard !words.isEmpty else { return [try focused()] }
    let isFilter = words.contains { CaseFilter.looksLikeFilter($0) || Self.isSavedFilter($0) }
    guard isFilter else {
      var found: [Case] = []
      for word in words {
        let subject = try findCase(word)
        if !found.contains(where: { $0.id == subject.id }) { found.append(subject) }
      }
      return found
    }
    let filter = try filter(words)
    let cases = try desk.queue(filter, at: now).cases
    guard !cases.isEmpty else {
      throw Complaint(
        "no case fits \(words.joined(separator: " "))", try: "queue \(words.joined(separator: " ")) --all")
    }
    return cases
  }

  /// Asks before more than three cases are acted on at once.
  func confirm(_ cases: [Case], to verb: String, yes: Bool) throws {
    guard cases.count > 3, !yes else { return }
    guard let person else {
      throw Complaint.usage(
        "this would \(verb) \(cases.count) cases, and there is nobody to ask", try: "the same with --yes")
    }
    var question: Rich = "\(verb) \(cases.count) cases, such as\n"
    for subject in cases.prefix(3) {
      question +=
        "  #\(subject.id)  \(TextGate.oneLine(subject.buyer ?? "")) \(DisplayWidth.cut(TextGate.oneLine(subject.subject ?? ""), to: 50), .faint)\n"
    }
    guard person.choose(question + "go on? [y]es [n]o ", keys: ["y", "n"]) == "y" else {
      throw Complaint("nothing was changed", exitCode: ExitStatus.cancelled)
    }
  }
}

extension CaseFilter {
  /// The same filter within one account, if one is named.
  func within(_ account: String?) -> CaseFilter {
    guard let account else { return self }
    return CaseFilter(terms: terms + [Term(condition: .account(account))])
  }
}
