import Foundation

/// An order with the feedback and the claims about it: what the figures over orders are counted from.
package struct OrderRecord: Sendable, Equatable {
  package var order: OrderFact
  package var feedback: [FeedbackFact]
  package var claims: [ClaimFact]

  package init(order: OrderFact, feedback: [FeedbackFact] = [], claims: [ClaimFact] = []) {
    self.order = order
    self.feedback = feedback
    self.claims = claims
  }

  /// Every instant after which the order may count otherwise than before, in no order. What happened at an instant is
  /// known strictly after it, and nothing of an order is known before it was bought.
  package var changes: [Date] {
    guard let bought = order.purchasedAt else { return [] }
    var changes = [bought]
    changes.reserveCapacity(6)
    func add(_ instant: Date?) { if let instant, instant > bought { changes.append(instant) } }
    add(order.shippedAt)
    add(order.deliveredAt)
    add(order.cancelledAt)
    // A delivery in time is judged when it is made; only one that is not counts from its deadline.
    if let due = order.deliverBy, order.deliveredAt.map({ $0 > due }) ?? true { add(due) }
    for feedback in feedback where feedback.isNegative {
      add(feedback.leftAt)
      add(feedback.removedAt)
    }
    for claim in claims {
      add(claim.openedAt)
      add(claim.closedAt)
    }
    return changes
  }
}
