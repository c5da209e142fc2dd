/// Finds the ground on which a marketplace would take a comment away. In doubt there is none: a request without a ground
/// is a violation of its own (MARKETPLACES.md 3.1, A53 [O]).
package enum GroundCheck {
  package static func finding(for comment: FeedbackComment) -> GroundFinding {
    let reading = Reading(OutgoingText(text: comment.text, rules: .own))
    guard !comment.accepted.isEmpty else {
      return GroundFinding(
        ground: nil, words: [], why: "this marketplace is not known to take feedback away on any ground")
    }
    if comment.accepted.contains(.obscene), let words = obscene(reading) {
      return GroundFinding(ground: .obscene, words: words, why: "it holds obscene words")
    }
    if comment.accepted.contains(.personalData), let (words, kind) = PersonMark.find(in: reading) {
      return GroundFinding(ground: .personalData, words: words, why: "it holds \(kind)")
    }
    return whole(CommentTopics(reading.text), comment)
  }

  private static func obscene(_ reading: Reading) -> [String]? {
    let text = reading.text
    let words =
      stretched(text)
      + text.sentences.flatMap { sentence in
        (OffensiveWordsList.obscene.places(in: text, sentence)
          + (OffensiveWords.masked(sentence, text).map { [$0] } ?? []))
          .filter { !OffensiveWordsList.thing.stands(in: text, sentence) || $0.count > 1 }
          .map(text.words)
      }
    return words.isEmpty ? nil : unique(words)
  }

  /// "FUUUUCK": words with a letter drawn out, read with it once.
  private static func stretched(_ text: ReadText) -> [String] {
    text.tokens.filter { token in
      let word = Array(token.text)
      guard word.count > 4,
        word.indices.dropFirst(2).contains(where: { word[$0] == word[$0 - 1] && word[$0] == word[$0 - 2] })
      else { return false }
      let plain = String(word.indices.filter { $0 == 0 || word[$0] != word[$0 - 1] }.map { word[$0] })
      return OffensiveWordsList.obscene.stands(in: ReadText(plain))
    }.map { text.written($0.range) }
  }

  /// The grounds that need the whole comment to be about one thing.
  private static func whole(_ topics: CommentTopics, _ comment: FeedbackComment) -> GroundFinding {
    let product = topics.words[.product] ?? []
    let delivery = topics.words[.delivery] ?? []
    let handling = topics.words[.handling] ?? []
    if product.isEmpty, delivery.isEmpty, handling.isEmpty {
      if topics.words.isEmpty, topics.hasSubstance {
        return ofProduct([], comment)
      }
      let other = (topics.words[.seller] ?? []) + (topics.words[.listing] ?? [])
      return GroundFinding(
        ground: nil, words: other,
        why: other.isEmpty
          ? "it says nothing that a ground could rest on" : "it is about the seller's own part: \(quoted(other))")
    }
    if let words = topics.words[.listing] {
      return GroundFinding(
        ground: nil, words: words, why: "it is about what was sent, which is the seller's part: \(quoted(words))")
    }
    if let words = topics.words[.seller] {
      return GroundFinding(ground: nil, words: words, why: "it speaks of the seller's service: \(quoted(words))")
    }
    if !product.isEmpty, !(delivery + handling).isEmpty {
      return GroundFinding(
        ground: nil, words: [product[0], (delivery + handling)[0]],
        why:
          "it is mixed: \(quoted([product[0]])) is about the product, \(quoted([(delivery + handling)[0]])) about the delivery"
      )
    }
    if !product.isEmpty { return ofProduct(product, comment) }
    return ofDelivery(delivery, handling, comment)
  }

  private static func ofProduct(_ words: [String], _ comment: FeedbackComment) -> GroundFinding {
    guard comment.accepted.contains(.productReviewOnly) else {
      return GroundFinding(
        ground: nil, words: words,
        why: "it is about the product only, and this marketplace leaves such feedback standing")
    }
    return GroundFinding(
      ground: .productReviewOnly, words: words,
      why: words.isEmpty
        ? "nothing in it is about the seller, the delivery or what was sent: it can only be about the product"
        : "the whole comment is about the product: \(quoted(words))")
  }

  private static func ofDelivery(_ delay: [String], _ handling: [String], _ comment: FeedbackComment) -> GroundFinding {
    let words = delay + handling
    if comment.isMarketplaceFulfilled {
      guard comment.accepted.contains(.marketplaceDeliveryOnly) else {
        return GroundFinding(ground: nil, words: words, why: "this marketplace leaves feedback about delivery standing")
      }
      return GroundFinding(
        ground: .marketplaceDeliveryOnly, words: words,
        why: "the whole comment is about the delivery, which was the marketplace's: \(quoted(words))")
    }
    guard comment.hadLabel else {
      return GroundFinding(
        ground: nil, words: words,
        why: "it is about the delivery, and the order was not sent by the marketplace nor on time with its label")
    }
    guard handling.isEmpty, !delay.isEmpty else {
      return GroundFinding(
        ground: nil, words: handling, why: "it is about more than delay: \(quoted(handling))")
    }
    guard comment.accepted.contains(.labelDelayOnly) else {
      return GroundFinding(ground: nil, words: words, why: "this marketplace leaves feedback about delay standing")
    }
    return GroundFinding(
      ground: .labelDelayOnly, words: words,
      why:
        "the whole comment is about the delay, and the parcel left on time with the marketplace's label: \(quoted(words))"
    )
  }

  private static func quoted(_ words: [String]) -> String {
    words.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
  }

  static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0.lowercased()).inserted }
  }
}
