/// MSG-006: a messenger or social network as the way to talk, or a QR code that leads away.
enum Messenger {
  static let rule = PolicyRule(
    "MSG-006", block: .marketplaces,
    why: "another way to talk than the marketplace's messages: messenger, social network or QR code",
    source: "E15, public source [T]"
  ) { reading in
    reading.ownSentences.compactMap { place(in: $0, reading) ?? code(in: $0, reading) }.map { reading.hit($0) }
  }

  private static func place(in sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    guard !MessengerWords.refusal.stands(in: text, sentence) else { return nil }
    if let place = MessengerWords.way.first(in: text, sentence), !reading.isDenied(place),
      !MessengerWords.feature.stands(in: text, sentence)
    {
      return place
    }
    guard !MessengerWords.feature.stands(in: text, sentence) else { return nil }
    let names = MessengerWords.names.places(in: text, sentence)
    return names.first { !reading.isDenied($0) && MessengerWords.talk.stands(in: text, sentence) }
  }

  /// A QR code that leads away; those of the marketplace and of devices are none.
  private static func code(in sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    guard let place = MessengerWords.code.first(in: text, sentence), MessengerWords.scan.stands(in: text, sentence),
      !MessengerWords.ownCode.stands(in: text, sentence), !reading.isDenied(place)
    else { return nil }
    return place
  }
}
