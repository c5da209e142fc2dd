/// MSG-045: the text names an order that belongs to another conversation.
enum ForeignOrder {
  static let rule = PolicyRule(
    "MSG-045", block: .everywhere, why: "this order belongs to another conversation", source: "own rule"
  ) { reading in
    guard let own = reading.message.occasion.order, OrderNumber.amazon(in: own).first != nil else { return [] }
    return OrderNumber.amazon(in: reading.message.text).filter { $0 != own }
      .map { .init($0, why: "this order belongs to another conversation; here it is \(own)") }
  }
}
