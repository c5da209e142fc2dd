/// MSG-027: Amazon's own forms take 2,000 characters.
enum TextLength {
  static let limit = 2_000
  static let rule = PolicyRule(
    "MSG-027", block: [.amazon], proactiveOnly: true, why: "longer than the 2,000 characters that Amazon takes",
    source: "A72 [API]"
  ) { reading in
    let count = reading.message.text.count
    guard count > limit else { return [] }
    return [.init("\(count) characters")]
  }
}
