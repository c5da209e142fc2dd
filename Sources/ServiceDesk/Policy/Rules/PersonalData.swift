/// MSG-035: somebody's bank, card, identity or address that the order doesn't need.
enum PersonalData {
  static let rule = PolicyRule(
    "MSG-035", block: .everywhere, why: "personal data that the order does not need", source: "E15, A78"
  ) { reading in
    var hits = cards(reading) + accounts(reading)
    for sentence in reading.ownSentences {
      let asked = PersonalDataWords.asked.places(in: reading.text, sentence).first { !reading.isDenied($0) }
      guard let place = asked ?? otherPerson(sentence, reading) else { continue }
      hits.append(reading.hit(place))
    }
    return hits
  }

  /// The digits of a card beside a word for one: in full by their check digit (ISO/IEC 7812) or sixteen and more.
  private static func cards(_ reading: Reading) -> [PolicyRule.Hit] {
    var hits: [PolicyRule.Hit] = []
    let tokens = reading.text.tokens
    var index = 0
    while index < tokens.count {
      var end = index
      var digits = ""
      while end < tokens.count, digits.count < 19, CheckDigits.areDigits(tokens[end].text) {
        digits += tokens[end].text
        end += 1
      }
      if (13...19).contains(digits.count), "3456".contains(digits.prefix(1)),
        CheckDigits.isCard(digits) || digits.count >= 16 && end - index > 2,
        PersonalDataWords.card.stands(in: reading.text, around(index, reading))
      {
        hits.append(reading.hit(index..<end))
      }
      index = max(end, index + 1)
    }
    return hits
  }

  private static func around(_ index: Int, _ reading: Reading) -> Range<Int> {
    let sentence = reading.text.sentence(of: index)
    return max(sentence.lowerBound, index - 12)..<min(sentence.upperBound, index + 16)
  }

  /// IBANs and identity numbers by their check digits, and account numbers named so.
  private static func accounts(_ reading: Reading) -> [PolicyRule.Hit] {
    var hits: [PolicyRule.Hit] = []
    let tokens = reading.text.tokens
    for start in tokens.indices where tokens[start].text.utf8.count >= 4 {
      if CheckDigits.isIdentity(tokens[start].text) { hits.append(reading.hit(start..<(start + 1))) }
      guard CheckDigits.opensIBAN(tokens[start].text) else { continue }
      var joined = ""
      for end in start..<min(tokens.count, start + 9) where joined.count <= 34 {
        joined += tokens[end].text
        if CheckDigits.isIBAN(joined) {
          hits.append(reading.hit(start..<(end + 1)))
          break
        }
      }
    }
    return hits
      + PersonalDataWords.account.places(in: reading.text).filter { isFilled($0, reading) }.map { reading.hit($0) }
  }

  /// A number of at least four digits follows.
  private static func isFilled(_ place: Range<Int>, _ reading: Reading) -> Bool {
    let sentence = reading.text.sentence(of: place.lowerBound)
    let after = place.upperBound..<min(sentence.upperBound, place.upperBound + 5)
    return !reading.isDenied(place)
      && after.contains { reading.text.tokens[$0].text.filter(\.isNumber).count >= 2 }
  }

  /// Somebody else's address or birthday.
  private static func otherPerson(_ sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    let text = reading.text
    guard let person = PersonalDataWords.person.first(in: text, sentence) ?? keeper(sentence, text),
      sentence.contains(where: { CheckDigits.areDigits(text.tokens[$0].text) }),
      let place = PersonalDataWords.address.first(in: text, sentence)
    else { return nil }
    return Reading.span(person, place)
  }

  /// "It is now with Gerald Whitmore": nobody whose address is public.
  private static func keeper(_ sentence: Range<Int>, _ text: ReadText) -> Range<Int>? {
    PersonalDataWords.business.stands(in: text, sentence) ? nil : PersonalDataWords.keeper.first(in: text, sentence)
  }
}
