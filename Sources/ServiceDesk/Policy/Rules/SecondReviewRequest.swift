/// MSG-013: one request for a review or feedback is allowed for an order.
enum SecondReviewRequest {
  static let rule = PolicyRule(
    "MSG-013", block: [.amazon], why: "this order has been asked for a review or feedback already",
    source: "A72 [API], A69"
  ) { reading in
    guard reading.message.occasion.earlierReviewRequests > 0, let place = ReviewRequest.place(in: reading) else {
      return []
    }
    return [reading.hit(place)]
  }
}

/// Whether a text asks for a review or feedback at all.
package enum ReviewRequest {
  package static func stands(in text: String) -> Bool {
    place(in: Reading(OutgoingText(text: text, rules: .amazon))) != nil
  }

  static func place(in reading: Reading) -> Range<Int>? {
    for sentence in reading.ownSentences {
      if let place = Words.reviewRequest.first(in: reading.text, sentence), !reading.isDenied(place),
        !past.stands(in: reading.text, sentence)
      {
        return place
      }
    }
    return nil
  }

  private static let past = Notion(
    "thank|thanks .. for; you left|wrote|gave|posted; have read|seen; your review mentions; in your review",
    "danke|dank .. fur; gelesen", "gracias por; leimos|hemos leido", "merci pour|d; avons lu", "感谢您的;谢谢您的;看到了")
}
