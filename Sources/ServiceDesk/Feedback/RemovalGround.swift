/// Why a marketplace takes a buyer's feedback away, or strikes it out (MARKETPLACES.md 3.1 [O], A52 and A53).
package enum RemovalGround: String, Sendable, Codable, CaseIterable {
  case obscene
  /// A mail address, a telephone number, a full name or an address of the seller or the staff.
  case personalData = "personal-data"
  /// The whole comment is a review of the product.
  case productReviewOnly = "product-review-only"
  /// The whole comment is about the delivery of an order that the marketplace fulfilled.
  case marketplaceDeliveryOnly = "marketplace-delivery-only"
  /// The whole comment is about delay or non-delivery of a parcel that left on time with the marketplace's own label.
  case labelDelayOnly = "label-delay-only"

  /// As people call it.
  package var title: String {
    switch self {
    case .obscene: "obscene words"
    case .personalData: "personal data"
    case .productReviewOnly: "a product review only"
    case .marketplaceDeliveryOnly: "only the marketplace's own delivery"
    case .labelDelayOnly: "only the delay of a parcel sent with the marketplace's label"
    }
  }
}

/// Whether there is a ground to ask for removal, and the words that decide.
package struct GroundFinding: Sendable, Equatable {
  /// Nil: there is none, and asking all the same would be speculation.
  package var ground: RemovalGround?
  /// As they stand in the comment.
  package var words: [String]
  package var why: String

  package init(ground: RemovalGround?, words: [String], why: String) {
    self.ground = ground
    self.words = words
    self.why = why
  }

  /// As INTERFACE.md names it.
  package var name: String { ground?.rawValue ?? "none" }
}

/// A comment with what must be known about its order.
package struct FeedbackComment: Sendable, Equatable {
  package var text: String
  /// The grounds that its marketplace accepts at all.
  package var accepted: Set<RemovalGround>
  package var isMarketplaceFulfilled: Bool
  /// The parcel left on time with the marketplace's own shipping label.
  package var hadLabel: Bool

  package init(
    text: String, accepted: Set<RemovalGround>, isMarketplaceFulfilled: Bool = false, hadLabel: Bool = false
  ) {
    self.text = text
    self.accepted = accepted
    self.isMarketplaceFulfilled = isMarketplaceFulfilled
    self.hadLabel = hadLabel
  }
}
