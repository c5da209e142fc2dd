/// Personal data of the seller or the staff in a comment: what can be seen to be one without asking anybody.
enum PersonMark {
  /// The words, and what they are; nil where there is none.
  static func find(in reading: Reading) -> (words: [String], kind: String)? {
    let text = reading.text
    if let address = mailAddress(in: reading) { return ([address], "a mail address") }
    if let number = telephone(in: reading) { return ([number], "a telephone number") }
    for sentence in text.sentences {
      if let name = PersonName.first(in: text, sentence) { return ([text.words(name)], "a person's full name") }
      if let place = street(in: text, sentence) { return ([text.words(place)], "a postal address") }
    }
    return nil
  }

  static func mailAddress(in reading: Reading) -> String? {
    anyHost(in: reading.text) ?? reading.mailAddresses.first.map(reading.text.written)
  }

  /// Those of carriers and manufacturers are nobody's own.
  static func telephone(in reading: Reading) -> String? {
    let numbers = NumberScanner.telephones(in: reading.text, outside: reading.links)
      .filter { !carrier.stands(in: reading.text, $0.sentence) }
    return numbers.first.map { reading.text.written($0.range) } ?? chineseMobile(in: reading.text)
  }

  private static let carrier = Notion(
    "ups|fedex|usps|dhl|dpd|gls|hermes|evri|carrier",
    "courier|manufacturer|hersteller|fabricante|fabricant|transporteur|transportista|快递公司|顺丰|厂家")

  /// A name and a host about an @ or the words for it, whatever the host's ending.
  private static func anyHost(in text: ReadText) -> String? {
    for index in text.tokens.indices.dropFirst() where text.between(index - 1, index) == "@" {
      var first = index - 1
      while first > 0, [".", "-", "_", "+"].contains(text.between(first - 1, first)) { first -= 1 }
      var last = index
      while last + 1 < text.tokens.count, [".", "-", "_"].contains(text.between(last, last + 1)) { last += 1 }
      if last > index || text.tokens[index].text.contains(".") { return text.words(first..<last + 1) }
    }
    return spelledHost.first(in: text).map(text.words)
  }

  private static let spelledHost = Notion(
    "at|arroba|aet|arobase|a ... dot|punkt|punto|point com|de|net|org|example|fr|es|co|info|cn")

  /// Eleven digits that open with 13 to 19, which no other number in a comment does.
  private static func chineseMobile(in text: ReadText) -> String? {
    text.tokens.first { token in
      token.text.count == 11 && token.text.hasPrefix("1")
        && token.text.dropFirst().first.map { "3456789".contains($0) } == true
        && token.text.allSatisfy(\.isNumber)
    }.map { text.written($0.range) }
  }

  /// A street with a number beside it.
  private static func street(in text: ReadText, _ sentence: Range<Int>) -> Range<Int>? {
    for place in streets.places(in: text, sentence) where !publicPlace.stands(in: text, sentence) {
      let around = max(sentence.lowerBound, place.lowerBound - 4)..<min(sentence.upperBound, place.upperBound + 4)
      guard let number = around.first(where: { isHouse(text.tokens[$0].text) }) else { continue }
      return Reading.span(place, number..<(number + 1))
    }
    return nil
  }

  private static func isHouse(_ word: String) -> Bool {
    (1...5).contains(word.prefix { $0.isNumber }.count) && word.count <= 6
  }

  private static let streets = Notion(
    "street|lane|road|avenue|ave|drive|boulevard|blvd|terrace|crescent|rd|st|court|apartment|apt|close|grove",
    "*strasse|*gasse|*str|*platz|*allee|*weg|*stieg|*ring|*ufer|*damm; calle|avenida|avda|plaza|paseo; remitente .. c",
    "rue|boulevard|chemin|allee|impasse|quai; 路; 街; 号楼; 弄; 小区; 单元; 巷")
  private static let publicPlace = Notion(
    "hering|herring|verkaufer|kaufer|laufer|einkaufer|depot|locker|post_office|warehouse|pickup|pick_up|5|fast lane",
    "on|down the road|street; paketshop|filiale|packstation|unterwegs|weg|auf_dem_weg|am_ende; por la calle; en route",
    "在路上; 一路; 网路; 路上; 线路; 电路")
}
