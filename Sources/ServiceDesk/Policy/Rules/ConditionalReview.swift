/// MSG-012: the happy are sent to the review, the unhappy to the seller.
enum ConditionalReview {
  static let rule = PolicyRule(
    "MSG-012", block: [.amazon], why: "asks only the satisfied for a review and turns the others to yourself",
    source: "A69, A70"
  ) { reading in
    let text = reading.text
    for (index, sentence) in reading.ownSentences.enumerated() {
      if let place = ConditionalReviewWords.selective.first(in: text, sentence), !isOpen(sentence, reading) {
        return [reading.hit(place)]
      }
      // The two halves stand in one sentence or in neighbours.
      let passage = reading.passage(from: index, with: 3)
      if !isOpen(passage, reading), let place = halves(sentence, passage, reading) { return [reading.hit(place)] }
    }
    return []
  }

  /// Both halves: content and to the review, discontent and to the seller.
  private static func halves(_ sentence: Range<Int>, _ passage: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    let conditions = ConditionalReviewWords.condition
    guard
      let content = conditions.first(in: text, sentence) ?? question(sentence, reading)
        ?? ConditionalReviewWords.hope.first(in: text, sentence),
      ConditionalReviewWords.toReview.stands(in: text, passage)
    else { return nil }
    let contacts = ConditionalReviewWords.toSeller.places(in: text, passage)
    let complaints = ConditionalReviewWords.otherwise.places(in: text, passage).filter {
      !$0.contains(content.upperBound - 1)
    }
    guard let contact = contacts.last, !complaints.isEmpty else { return nil }
    return Reading.span(content, contact)
  }

  /// "Happy with the lamp?"
  private static func question(_ sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    let end = text.tokens[sentence.upperBound - 1].plain.upperBound
    let signs = text.plain[end..<min(text.plain.count, end + 4)].map(\.scalar)
    guard sentence.count <= 14, signs.contains("?") else { return nil }
    return ConditionalReviewWords.content.first(in: text, sentence)
  }

  /// Every opinion is welcome, or the rule itself is explained.
  private static func isOpen(_ passage: Range<Int>, _ reading: Reading) -> Bool {
    PositiveReview.open.stands(in: reading.text, passage)
      || ConditionalReviewWords.explained.stands(in: reading.text, passage)
  }
}
