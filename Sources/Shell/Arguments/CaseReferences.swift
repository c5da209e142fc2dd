import DeskStore
import Foundation
import ServiceDesk

extension Session {
  /// The case that a word means: a number, an order number, or `.` for the one in focus.
  func findCase(_ word: String) throws -> Case {
    if word == "." { return try focused() }
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
    let isFilter = words.contains { CaseFilter.looksLikeFilter($0) }
    guard isFilter else {
      var found: [Case] = []
      for word in words {
        let subject = try findCase(word)
        if !found.contains(where: { $0.id == subject.id }) { found.append(subject) }
      }
      return found
    }
    let filter = try CaseFilter(words: words).within(options.account)
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
