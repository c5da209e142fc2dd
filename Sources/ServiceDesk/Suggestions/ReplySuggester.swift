import Foundation

/// A canned reply proposed for a message.
package struct Suggestion: Sendable, Equatable {
  package var response: String
  /// From 0 to 1; all that fit the case add up to 1.
  package var score: Double
  /// In words, the strongest first.
  package var why: [String]
}

/// What a suggestion is asked for.
package struct SuggestionQuestion: Sendable, Equatable {
  package var text: String
  package var kind: CaseKind
  package var order: OrderSituation
  package var language: String?

  package init(text: String, kind: CaseKind, order: OrderSituation, language: String?) {
    self.text = text
    self.kind = kind
    self.order = order
    self.language = language
  }

  /// As features beside the words.
  package var facts: [String] {
    ["kind:\(kind.rawValue)", "order:\(order.rawValue)"] + (language.map { ["language:\($0)"] } ?? [])
  }
}

/// Ranks canned replies for a message: by what agents have picked for messages like it and, as long as a reply was
/// picked seldom, by what its file says of itself.
package struct ReplySuggester: Sendable {
  private let candidates: [CannedReply]
  /// From the files: titles, use-when, what buyers say.
  private let prior: SuggestionModel
  /// From examples and picks.
  private let learned: SuggestionModel

  /// Lessons after which what was picked weighs as much as the file.
  private static let trust: Float = 4

  /// - Parameter prior: what `prior(of:)` gave for the same candidates, where it is at hand.
  package init(candidates: [CannedReply], prior: SuggestionModel? = nil, learned: SuggestionModel) {
    self.candidates = candidates.filter { !$0.isProactive }
    self.prior = prior ?? Self.prior(of: candidates)
    self.learned = learned
  }

  /// What the files say of themselves: title, use-when, what buyers say. Few words each, so that a few passes do.
  package static func prior(of candidates: [CannedReply]) -> SuggestionModel {
    let lessons = candidates.filter { !$0.isProactive }.flatMap { reply in
      ([reply.title, reply.useWhen] + reply.buyersSay).filter { !$0.isEmpty }
        .map { Lesson(text: $0, response: reply.name) }
    }
    return SuggestionModel(lessons, passes: 8)
  }

  /// The replies that fit, best first; ties in the order of their names.
  package func suggestions(for question: SuggestionQuestion, most: Int = 5) -> [Suggestion] {
    let words = MessageFeatures(of: question.text)
    let message = MessageFeatures(of: question.text, facts: question.facts)
    let fromFiles = prior.scores(of: words)
    let fromPicks = learned.scores(of: message)
    let sums = candidates.map { reply in
      let lessons = learned.lessons(of: reply.name)
      let share = Self.trust / (Self.trust + Float(lessons))
      // Of those that were never picked, picks say only that others were.
      let picked = fromPicks[reply.name] ?? min(0, fromPicks.values.reduce(0, +) / Float(max(1, fromPicks.count)))
      return (fromFiles[reply.name] ?? 0) * share + picked + Self.fit(of: reply, question.order) * share
        + Self.languageFit(of: reply, question.language)
    }
    let shares = Softmax.of(sums)
    let ranked = zip(candidates, shares).sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }
    return ranked.prefix(most).map { reply, share in
      Suggestion(response: reply.name, score: Double(share), why: reasons(for: reply, question, message, words))
    }
  }

  /// What the file says of the order's state, on the scale of the models' sums.
  private static func fit(of reply: CannedReply, _ order: OrderSituation) -> Float {
    if reply.orders.isEmpty || order == .none { return 0 }
    return reply.orders.contains(order) ? 0.7 : -1.5
  }

  /// A reply in another language than the buyer's is the second choice.
  private static func languageFit(of reply: CannedReply, _ language: String?) -> Float {
    language.map { $0 == reply.language ? 0 : -1 } ?? 0
  }

  // MARK: - Reasons

  private func reasons(
    for reply: CannedReply, _ question: SuggestionQuestion, _ message: MessageFeatures, _ words: MessageFeatures
  ) -> [String] {
    let lessons = learned.lessons(of: reply.name)
    let share = Self.trust / (Self.trust + Float(lessons))
    let picks = learned.evidence(in: message, for: reply.name)
    let files = prior.evidence(in: words, for: reply.name)
    var reasons: [String] = []
    let gains = zip(picks, files).map { $0 + share * $1 }
    if let span = Self.strongest(gains, breaks: message.breaks) { reasons.append("“\(message.quote(span))”") }
    if reply.orders.contains(question.order), question.order != .none { reasons.append(question.order.words) }
    if !reply.kinds.isEmpty, question.kind != .message { reasons.append("for a \(question.kind.rawValue)") }
    if lessons > 0 { reasons.append(lessons == 1 ? "picked once" : "picked \(lessons) times") }
    return reasons
  }

  /// Up to four neighbouring words of a sentence that speak most for a reply.
  private static func strongest(_ gains: [Float], breaks: Set<Int>) -> Range<Int>? {
    var best: (range: Range<Int>, gain: Float)?
    for start in gains.indices where gains[start] > 0 {
      var sum: Float = 0
      for end in start..<min(gains.count, start + 4) {
        if end > start, breaks.contains(end) { break }
        sum += gains[end]
        // A longer span must earn each word.
        let gain = sum - 0.05 * Float(end - start)
        if gains[end] > 0, gain > best?.gain ?? 0.1 { best = (start..<(end + 1), gain) }
      }
    }
    return best?.range
  }
}
