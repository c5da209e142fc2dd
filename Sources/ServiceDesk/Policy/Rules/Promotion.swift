/// MSG-008: coupons, discounts, sales, other products.
enum Promotion {
  static let rule = PolicyRule(
    "MSG-008", block: [.amazon, .ebay, .walmart, .etsy], why: "a promotion: discount, sale, or other products",
    source: "A66 [Z], E15, W2, T13"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      guard !PromotionWords.isOfThisOrder.stands(in: text, sentence) else { return nil }
      let offers =
        PromotionWords.discounts.places(in: text, sentence) + PromotionWords.events.places(in: text, sentence)
        + PromotionWords.otherGoods.places(in: text, sentence)
      return offers.first { !reading.isDenied($0) }.map { reading.hit($0) }
    }
  }
}
