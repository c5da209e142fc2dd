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
      return withName(place, in: sentence, text)
    }
    guard !MessengerWords.feature.stands(in: text, sentence) else { return nil }
    let names = MessengerWords.names.places(in: text, sentence)
    return names.first { !reading.isDenied($0) && MessengerWords.talk.stands(in: text, sentence) }
  }

  /// "加我" says little without the "微信" that follows.
  private static func withName(_ place: Range<Int>, in sentence: Range<Int>, _ text: ReadText) -> Range<Int> {
    let names = MessengerWords.names.places(in: text, sentence)
    let nearest = names.min { distance($0, place) < distance($1, place) }
    guard let nearest, distance(nearest, place) <= 8 else { return place }
    return Reading.span(place, nearest)
  }

  private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    max(0, max(one.lowerBound, other.lowerBound) - min(one.upperBound, other.upperBound))
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
