import Foundation

/// MSG-014: a review may be asked for from the 5th to the 30th day after delivery.
enum ReviewRequestTime {
  static let rule = PolicyRule(
    "MSG-014", block: [.amazon], why: "a review may be asked for from 5 to 30 days after delivery", source: "A74"
  ) { reading in
    let occasion = reading.message.occasion
    guard let now = occasion.now, let delivered = occasion.deliveredAt, let place = ReviewRequest.place(in: reading)
    else { return [] }
    let days = now.timeIntervalSince(delivered) / 86_400
    return (5...30).contains(days) ? [] : [reading.hit(place)]
  }
}
