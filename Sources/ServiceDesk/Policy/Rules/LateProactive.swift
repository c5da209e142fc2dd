import Foundation

/// MSG-015: nothing unasked later than 30 days after the order is complete.
enum LateProactive {
  static let rule = PolicyRule(
    "MSG-015", block: [.amazon], proactiveOnly: true,
    why: "sent without being asked, more than 30 days after the order was complete", source: "A69, A70"
  ) { reading in
    let occasion = reading.message.occasion
    guard let now = occasion.now, let delivered = occasion.deliveredAt,
      now.timeIntervalSince(delivered) > 30 * 86_400
    else { return [] }
    return [.init(reading.text.words(0..<min(6, reading.text.tokens.count)))]
  }
}
