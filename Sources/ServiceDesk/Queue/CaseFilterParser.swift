import Foundation

/// A filter word that can't be read.
package struct FilterFault: Error, Equatable, Sendable {
  package var word: String
  package var reason: String
  /// A word that would have been understood.
  package var example: String
}

extension CaseFilter {
  /// The keys of the grammar, each with an example: for help and completion.
  package static let keys: [(key: String, example: String)] = [
    ("account", "account:amazon-us"), ("agent", "agent:sam"), ("assignee", "assignee:sam"), ("buyer", "buyer:dana"),
    ("due", "due:<4h"), ("hour", "hour:14"), ("kind", "kind:feedback"), ("language", "language:de"),
    ("order", "order:114-5550101-2220202"), ("priority", "priority:high"), ("rating", "rating:<=2"),
    ("response", "response:late-parcel-tracking"), ("state", "state:waiting"), ("tag", "tag:refund"),
    ("text", "text:\"where is\""), ("timer", "timer:late"), ("weekday", "weekday:mon"), ("window", "window:30"),
  ]
  static let mostTerms = 200
  /// Words that stand alone.
  package static let flags = ["overdue", "unassigned"]
  package static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads filter words, each already unquoted; terms are and-ed.
  package init(words: [String]) throws(FilterFault) {
    terms = []
    // SQLite takes an expression of 1000 levels, and every term is one.
    guard words.count <= Self.mostTerms else {
      throw FilterFault(
        word: "a filter of \(words.count) terms", reason: "is too long: \(Self.mostTerms) are read",
        example: Self.keys[0].example)
    }
    for word in words where !word.isEmpty { terms.append(try Self.term(word)) }
  }

  /// Whether a word can only be meant as a filter, so that commands can tell it from a case number.
  package static func looksLikeFilter(_ word: String) -> Bool {
    let bare = (word.hasPrefix("-") ? String(word.dropFirst()) : word).lowercased()
    if flags.contains(bare) { return true }
    guard let colon = bare.firstIndex(of: ":") else { return false }
    return keys.contains { $0.key == bare[..<colon] }
  }

  private static func term(_ word: String) throws(FilterFault) -> Term {
    let isNegated = word.hasPrefix("-") && word.count > 1
    let bare = isNegated ? String(word.dropFirst()) : word
    if let condition = flag(bare) { return Term(condition: condition, isNegated: isNegated) }
    guard let colon = bare.firstIndex(of: ":") else {
      throw FilterFault(
        word: word,
        reason: "is no filter term: write KEY:VALUE, where KEY is one of "
          + keys.map(\.key).joined(separator: ", ") + ", or overdue, or unassigned", example: "text:\"\(bare)\"")
    }
    let key = String(bare[..<colon]).lowercased()
    let value = unquoted(String(bare[bare.index(after: colon)...]))
    guard let known = keys.first(where: { $0.key == key }) else {
      throw FilterFault(
        word: word, reason: "has an unknown key: known are " + keys.map(\.key).joined(separator: ", "),
        example: keys[0].example)
    }
    guard let condition = condition(key: key, value: value) else {
      throw FilterFault(word: word, reason: "has a value that can't be read", example: known.example)
    }
    return Term(condition: condition, isNegated: isNegated)
  }

  /// One-shot, the quotes of `text:"where is"` come through the system's shell.
  private static func unquoted(_ value: String) -> String {
    for quote in ["\"", "'"] where value.count > 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast())
    }
    return value
  }

  private static func flag(_ word: String) -> Condition? {
    switch word.lowercased() {
    case "overdue": .overdue
    case "unassigned": .unassigned
    default: Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word).map { .id($0) }
    }
  }

  private static func condition(key: String, value: String) -> Condition? {
    if value.isEmpty { return nil }
    switch key {
    case "kind": return CaseKind(rawValue: value.lowercased()).map { .kind($0) }
    case "account": return .account(value)
    case "state":
      return ["all", "any"].contains(value.lowercased())
        ? .anyState : CaseState(rawValue: value.lowercased()).map { .state($0) }
    case "due": return due(value)
    case "tag": return .tag(value)
    case "buyer": return .buyer(value)
    case "order": return .order(value)
    case "assignee": return value.lowercased() == "none" ? .unassigned : .assignee(value)
    case "language": return .language(value)
    case "priority": return Priority(name: value).map { .priority($0) }
    case "rating":
      let (comparison, rest) = split(value)
      return Int(rest).map { .rating(comparison, $0) }
    case "text": return .text(value)
    case "timer": return TimerStatus(rawValue: value.lowercased()).map { .timer(TimerQuery(status: $0)) }
    case "window": return Int(value).flatMap { $0 > 0 && $0 < 100_000 ? .timer(TimerQuery(days: $0)) : nil }
    case "response": return .timer(TimerQuery(response: value))
    case "agent": return .timer(TimerQuery(agent: value))
    case "hour": return Int(value).flatMap { (0..<24).contains($0) ? .timer(TimerQuery(hour: $0)) : nil }
    case "weekday":
      return weekdays.firstIndex(of: value.lowercased()).map { .timer(TimerQuery(weekday: $0 + 1)) }
    default: return nil
    }
  }

  /// `<4h`, `>1d`, `none`; a bare span means "within".
  private static func due(_ value: String) -> Condition? {
    if value.lowercased() == "none" { return .withoutDeadline }
    let hasOperator = value.first == "<" || value.first == ">" || value.first == "="
    var (comparison, rest) = split(value)
    if !hasOperator { comparison = .atMost }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest.removeFirst() }
    return Span(rest).map { .due(comparison, seconds: isNegative ? -$0.seconds : $0.seconds) }
  }

  private static func split(_ value: String) -> (Comparison, String) {
    for comparison in [Comparison.atMost, .atLeast, .less, .more, .equal] where value.hasPrefix(comparison.rawValue) {
      return (comparison, String(value.dropFirst(comparison.rawValue.count)))
    }
    return (.equal, value)
  }
}
