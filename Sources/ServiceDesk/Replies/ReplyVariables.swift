extension CannedReply {
  /// The variables that every case offers; each may be unknown for a given one.
  package static let variables: [(name: String, meaning: String)] = [
    ("buyer", "the buyer's name"), ("buyer.first", "the buyer's first name"), ("order", "the order number"),
    ("order.placed", "the day the order was placed"), ("order.ship-by", "the day by which it must be shipped"),
    ("order.shipped", "the day it was shipped"), ("order.promised", "the day by which it must arrive"),
    ("order.delivered", "the day it arrived"), ("order.cancelled", "the day it was cancelled"),
    ("order.total", "what was paid for it"), ("carrier", "who carries it"), ("tracking", "the tracking number"),
    ("claim.amount", "what a claim asks for"), ("claim.due", "the day by which a claim must be answered"),
    ("feedback.rating", "the stars of a feedback"), ("agent", "the agent's name"), ("shop", "the shop's name"),
    ("marketplace", "the marketplace's name; unknown for a shop of your own"), ("today", "the day of writing"),
  ]
}
