/// MSG-009: money, a gift or any advantage in exchange for a review or feedback.
enum RewardForReview {
  static let rule = PolicyRule(
    "MSG-009", block: [.amazon, .ebay, .etsy, .walmart], why: "offers something in exchange for a review or feedback",
    source: "A67, E14, W12"
  ) { reading in
    let own = reading.ownSentences
    return own.indices.compactMap { index in
      guard let place = inOneSentence(own[index], reading) ?? inTwoSentences(index, reading) else { return nil }
      return reading.hit(place)
    }
  }

  private static func inOneSentence(_ sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    guard !RewardWords.refusal.stands(in: text, sentence), !RewardWords.past.stands(in: text, sentence) else {
      return nil
    }
    if let place = RewardWords.exchange.first(in: text, sentence) { return place }
    guard let review = asked(in: sentence, text),
      let reward = RewardWords.rewards.places(in: text, sentence).first(where: { !$0.overlaps(review) })
    else { return nil }
    return Reading.span(review, reward)
  }

  /// The request in one sentence, what it brings in another.
  private static func inTwoSentences(_ index: Int, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    let own = reading.ownSentences
    guard index + 1 < own.count else { return nil }
    let both = own[index].lowerBound..<own[index + 1].upperBound
    guard !RewardWords.refusal.stands(in: text, both), !RewardWords.past.stands(in: text, both) else { return nil }
    for (one, other) in [(own[index], own[index + 1]), (own[index + 1], own[index])] {
      guard let review = asked(in: one, text),
        let reward = RewardWords.bonus.first(in: text, other)
      else { continue }
      return Reading.span(review, reward)
    }
    return nil
  }

  private static func asked(in sentence: Range<Int>, _ text: ReadText) -> Range<Int>? {
    RewardWords.asked.places(in: text, sentence).first { asked in
      !Words.review.places(in: text, asked).contains { Words.isOther($0, in: text) }
    }
  }
}
