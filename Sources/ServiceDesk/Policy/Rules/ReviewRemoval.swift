/// MSG-011: asks the buyer to take down or change a product review. Seller feedback is another matter: that may be
/// asked for, without pressure, once the problem is solved (A54).
enum ReviewRemoval {
  static let rule = PolicyRule(
    "MSG-011", block: [.amazon], why: "asks to remove or change a product review", source: "A67, A69"
  ) { reading in
    let own = reading.ownSentences
    return own.indices.compactMap { index in
      let sentence = own[index]
      guard !aboutSeller.stands(in: reading.text, sentence) else { return nil }
      if let place = inOneSentence(sentence, reading) { return reading.hit(place) }
      // A sentence of regret may stand between the review and the wish.
      for earlier in [1, 2] where index >= earlier {
        guard !aboutSeller.stands(in: reading.text, own[index - earlier]) else { return nil }
        if let place = inTwoSentences(own[index - earlier], sentence, reading) { return reading.hit(place) }
      }
      return nil
    }
  }

  /// "Please delete your review."
  private static func inOneSentence(_ sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    let targets = ReviewRemovalWords.target.places(in: text, sentence).filter { !isOther($0, sentence, text) }
    guard !targets.isEmpty else { return nil }
    for verb in ReviewRemovalWords.verb.places(in: text, sentence) where isAsked(verb, reading) {
      let near = targets.first { isNear(verb, $0, text) }
      guard let target = near ?? (pronoun(verb, reading) ? targets.first : nil) else { continue }
      return Reading.span(verb, target)
    }
    return nil
  }

  /// "We saw your review of the drill. Please change it."
  private static func inTwoSentences(_ first: Range<Int>, _ second: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    let targets = ReviewRemovalWords.target.places(in: text, first).filter { !isOther($0, first, text) }
    guard !targets.isEmpty, ReviewRemovalWords.wish.stands(in: text, second) else { return nil }
    return ReviewRemovalWords.verb.places(in: text, second).first { isAsked($0, reading) && pronoun($0, reading) }
  }

  /// In the same clause, and no more than a few words apart.
  private static func isNear(_ verb: Range<Int>, _ target: Range<Int>, _ text: ReadText) -> Bool {
    let span = Reading.span(verb, target)
    let clause = text.clauses(of: span.lowerBound..<(span.lowerBound + 1))
    let distance = max(verb.lowerBound, target.lowerBound) - min(verb.upperBound, target.upperBound)
    guard distance <= 12, verb != target else { return false }
    return clause.upperBound >= span.upperBound || distance <= 3
  }

  /// "Review" as what the buyer is to do next, and what only bears the name.
  private static func isOther(_ target: Range<Int>, _ sentence: Range<Int>, _ text: ReadText) -> Bool {
    Words.isOther(target, in: text)
      || ReviewRemovalWords.things.stands(in: text, target.lowerBound..<min(sentence.upperBound, target.upperBound + 3))
  }

  /// Not something that the seller or Amazon has done, and not denied.
  private static func isAsked(_ verb: Range<Int>, _ reading: Reading) -> Bool {
    let text = reading.text
    let clause = text.clauses(of: verb)
    guard !ReviewRemovalWords.done.stands(in: text, max(clause.lowerBound, verb.lowerBound - 6)..<verb.upperBound)
    else {
      return false
    }
    return !reading.isDenied(verb) || ReviewRemovalWords.question.stands(in: text, clause)
  }

  /// "it", "diese", "追评…请撤回": the verb takes up what was named before.
  private static func pronoun(_ verb: Range<Int>, _ reading: Reading) -> Bool {
    let sentence = reading.text.sentence(of: verb.lowerBound)
    let around = max(sentence.lowerBound, verb.lowerBound - 3)..<min(sentence.upperBound, verb.upperBound + 3)
    return ReviewRemovalWords.pronoun.stands(in: reading.text, around)
  }

  private static let aboutSeller = ReviewRemovalWords.aboutSeller
}
