import Foundation

/// MSG-045: the text names an order that belongs to another conversation.
enum ForeignOrder {
  @Sendable static func findings(in outgoing: OutgoingText) -> [Finding] {
    guard let own = outgoing.order, OrderNumber.amazon(in: own).first != nil else { return [] }
    return OrderNumber.amazon(in: outgoing.text).filter { $0 != own }.map {
      Finding(
        rule: "MSG-045", severity: .block, words: $0,
        why: "this order belongs to another conversation; here it is \(own)",
        source: "own rule")
    }
  }
}
