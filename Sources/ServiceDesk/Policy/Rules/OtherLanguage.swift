/// MSG-032: the buyer is written to in the language of the buyer; at Walmart in English.
enum OtherLanguage {
  static let rule = PolicyRule(
    "MSG-032", warn: [.amazon, .walmart], why: "not in the buyer's language", source: "A72 [API], W2, W4"
  ) { reading in
    let occasion = reading.message.occasion
    let wanted = reading.message.rules == .walmart ? "en" : occasion.buyersLanguage
    guard let wanted, let written = occasion.language, wanted != written, reading.text.tokens.count >= 8 else {
      return []
    }
    return [.init(reading.text.words(0..<6), why: "written in \(written), the buyer reads \(wanted)")]
  }
}
