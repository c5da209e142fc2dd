/// MSG-036: buying, selling or paying beside the marketplace.
enum OutsidePlatform {
  static let rule = PolicyRule(
    "MSG-036", block: .marketplaces, why: "an offer to buy, sell or pay outside the marketplace",
    source: "E15, T13, AB7, W13"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      guard !OutsideWords.inside.stands(in: text, sentence), !isRefused(sentence, reading) else { return nil }
      let paid = OutsideWords.deal.stands(in: text, sentence) ? OutsideWords.means.first(in: text, sentence) : nil
      return (OutsideWords.beside.first(in: text, sentence) ?? paid).map { reading.hit($0) }
    }
  }

  /// "We may not sell outside Amazon"; but "it isn't on Walmart, I'll sell it to you" is an offer.
  private static func isRefused(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
    OutsideWords.refusal.stands(in: reading.text, sentence) && !OutsideWords.pitch.stands(in: reading.text, sentence)
  }
}
