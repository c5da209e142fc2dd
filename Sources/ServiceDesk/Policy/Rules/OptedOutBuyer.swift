/// MSG-034: the buyer wants no messages.
enum OptedOutBuyer {
  static let rule = PolicyRule(
    "MSG-034", block: [.amazon], proactiveOnly: true, why: "the buyer has asked for no more messages",
    source: "A75, A77"
  ) { reading in
    guard reading.message.occasion.hasOptedOut else { return [] }
    return [.init(reading.text.words(0..<min(6, reading.text.tokens.count)))]
  }
}
