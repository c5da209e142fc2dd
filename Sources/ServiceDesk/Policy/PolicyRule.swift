/// A rule of MARKETPLACES.md section 5.
package struct PolicyRule: Sendable {
  /// What a rule found.
  struct Hit: Sendable {
    /// As they stand in the message.
    var words: String
    /// Where it is not the rule's usual reason.
    var why: String?

    init(_ words: String, why: String? = nil) {
      self.words = words
      self.why = why
    }
  }

  package let id: String
  /// The marketplaces that have it, with what it does there.
  package let severities: [MessageRules: Finding.Severity]
  /// Replies to the buyer are free of it.
  package let isForProactiveOnly: Bool
  package let why: String
  package let source: String
  let search: @Sendable (Reading) -> [Hit]

  init(
    _ id: String, block: [MessageRules] = [], warn: [MessageRules] = [], proactiveOnly: Bool = false, why: String,
    source: String, search: @escaping @Sendable (Reading) -> [Hit]
  ) {
    self.id = id
    var severities: [MessageRules: Finding.Severity] = [:]
    for rules in block { severities[rules] = .block }
    for rules in warn { severities[rules] = .warn }
    self.severities = severities
    isForProactiveOnly = proactiveOnly
    self.why = why
    self.source = source
    self.search = search
  }

  func findings(in reading: Reading) -> [Finding] {
    severities[reading.message.rules].map { findings(in: reading, severity: $0) } ?? []
  }

  func findings(in reading: Reading, severity: Finding.Severity) -> [Finding] {
    guard reading.message.isProactive || !isForProactiveOnly else { return [] }
    return search(reading).map {
      Finding(rule: id, severity: severity, words: $0.words, why: $0.why ?? why, source: source)
    }
  }
}

extension Sequence<MessageRules> where Self == [MessageRules] {
  static var everywhere: [MessageRules] { MessageRules.allCases }
  static var marketplaces: [MessageRules] { [.amazon, .ebay, .etsy, .walmart, .alibaba] }
}
