import Foundation

/// An order as it is known. What is nil is not known.
///
/// The same type carries a row of an import: there nil means that the row leaves a field as it is known already.
package struct OrderFact: Sendable, Equatable {
  package enum Fulfilment: String, Sendable, Codable, CaseIterable { case seller, marketplace }
  package enum Canceller: String, Sendable, Codable, CaseIterable { case seller, buyer, marketplace }

  /// The marketplace's own number, unique within an account.
  package var number: String
  package var purchasedAt: Date?
  /// The last instant at which it is shipped in time.
  package var shipBy: Date?
  /// When the seller confirmed the shipment: that is what a late shipment goes by, not the parcel.
  package var shippedAt: Date?
  package var deliverBy: Date?
  package var deliveredAt: Date?
  package var cancelledAt: Date?
  package var cancelledBy: Canceller?
  package var carrier: String?
  package var tracking: String?
  /// Whether the carrier has scanned the tracking number.
  package var hasValidTracking: Bool?
  /// Nil counts as the seller.
  package var fulfilledBy: Fulfilment?
  package var isBusiness: Bool?
  package var units: Int?
  /// Decimal text.
  package var total: String?
  package var currency: String?
  package var buyer: String?
  /// What was ordered, by its own number or name; several set apart by commas.
  package var product: String?
  /// Sent with the marketplace's own shipping label: Amazon's Buy Shipping.
  package var hasMarketplaceLabel: Bool?

  package init(number: String) { self.number = number }

  package var isSellerFulfilled: Bool { fulfilledBy != .marketplace }

  /// What about the dates contradicts itself; such an order is kept and counted as its dates say.
  package var flaws: [String] {
    var flaws: [String] = []
    func check(_ early: Date?, _ late: Date?, _ flaw: String) {
      if let early, let late, late < early { flaws.append(flaw) }
    }
    check(purchasedAt, shippedAt, "shipped before it was bought")
    check(purchasedAt, deliveredAt, "delivered before it was bought")
    check(purchasedAt, cancelledAt, "cancelled before it was bought")
    check(shippedAt, deliveredAt, "delivered before it was shipped")
    check(purchasedAt, shipBy, "to be shipped before it was bought")
    if deliveredAt != nil, shippedAt == nil { flaws.append("delivered without being shipped") }
    return flaws
  }

  /// This order with what `row` knows about it put in; what the row leaves open stays.
  package func updated(by row: OrderFact) -> OrderFact {
    var merged = self
    merged.purchasedAt = row.purchasedAt ?? purchasedAt
    merged.shipBy = row.shipBy ?? shipBy
    merged.shippedAt = row.shippedAt ?? shippedAt
    merged.deliverBy = row.deliverBy ?? deliverBy
    merged.deliveredAt = row.deliveredAt ?? deliveredAt
    merged.cancelledAt = row.cancelledAt ?? cancelledAt
    merged.cancelledBy = row.cancelledBy ?? cancelledBy
    merged.carrier = row.carrier ?? carrier
    merged.tracking = row.tracking ?? tracking
    merged.hasValidTracking = row.hasValidTracking ?? hasValidTracking
    merged.fulfilledBy = row.fulfilledBy ?? fulfilledBy
    merged.isBusiness = row.isBusiness ?? isBusiness
    merged.units = row.units ?? units
    merged.total = row.total ?? total
    merged.currency = row.currency ?? currency
    merged.buyer = row.buyer ?? buyer
    merged.product = row.product ?? product
    merged.hasMarketplaceLabel = row.hasMarketplaceLabel ?? hasMarketplaceLabel
    return merged
  }
}
