import Foundation

/// An order that is about to go wrong, in time for the seller to act, so that the buyer hears from the shop first.
package struct ShipmentRisk: Sendable, Equatable {
  package enum Stage: Int, Sendable, CaseIterable {
    /// Not shipped, and its ship-by instant is near or past.
    case unshipped
    /// Confirmed as shipped two days ago, and no carrier has scanned it.
    case unscanned
    /// Its deliver-by instant has passed and it is not there: from three days on the buyer may claim (MARKETPLACES.md 2,
    /// A37 [T]).
    case undelivered

    package var name: String {
      switch self {
      case .unshipped: "unshipped"
      case .unscanned: "unscanned"
      case .undelivered: "undelivered"
      }
    }
  }

  package var stage: Stage
  /// It is a case strictly after this instant.
  package var opensAt: Date
  package var dueAt: Date
  /// When it was over: shipped, delivered or cancelled.
  package var endsAt: Date?
  /// From then on nothing can be done about it any more: the buyer's time for a claim is over too (MARKETPLACES.md 2,
  /// A37 [T]).
  package var isStaleAt: Date { opensAt.addingTimeInterval(Self.staleAfter) }

  /// In seconds.
  package static let staleAfter: TimeInterval = 90 * 86_400

  private static let day: TimeInterval = 86_400

  /// Every risk that the order has run or will run as things stand, by stage.
  ///
  /// - Parameter lead: how long before its ship-by instant an order that is not shipped becomes a case, in seconds.
  package static func all(of order: OrderFact, lead: TimeInterval) -> [ShipmentRisk] {
    guard order.isSellerFulfilled else { return [] }
    var risks: [ShipmentRisk] = []
    func add(_ stage: Stage, opens: Date, due: Date, ends: Date?) {
      if let ends, ends <= opens { return }
      risks.append(ShipmentRisk(stage: stage, opensAt: opens, dueAt: due, endsAt: ends))
    }
    let over = [order.shippedAt, order.cancelledAt, order.deliveredAt].compactMap { $0 }.min()
    if let due = order.shipBy {
      add(
        .unshipped, opens: due.addingTimeInterval(-lead), due: due, ends: over)
    }
    guard let shipped = order.shippedAt else { return risks }
    let arrived = [order.deliveredAt, order.cancelledAt].compactMap { $0 }.min()
    if order.hasValidTracking == false {
      let due = order.deliverBy ?? shipped.addingTimeInterval(7 * day)
      add(
        .unscanned, opens: shipped.addingTimeInterval(2 * day), due: due, ends: arrived)
    }
    if let due = order.deliverBy {
      add(
        .undelivered, opens: max(due, shipped), due: due.addingTimeInterval(3 * day), ends: arrived)
    }
    return risks
  }
}
