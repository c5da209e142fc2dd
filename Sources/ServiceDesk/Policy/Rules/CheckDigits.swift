/// Numbers that are known by their check digits or their build.
enum CheckDigits {
  static func areDigits(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } && !text.isEmpty }

  /// ISO/IEC 7812.
  static func isCard(_ digits: String) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().compactMap(\.wholeNumberValue).enumerated() {
      let doubled = place % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// `de89`: a country and two digits.
  static func opensIBAN(_ text: String) -> Bool {
    let letters = Array(text.utf8.prefix(4))
    return letters.count == 4 && letters[..<2].allSatisfy { (0x61...0x7A).contains($0) }
      && letters[2...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// ISO 13616.
  static func isIBAN(_ text: String) -> Bool {
    guard (15...34).contains(text.count), opensIBAN(text),
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return false }
    var rest = 0
    for character in text.dropFirst(4) + text.prefix(4) {
      guard let value = Int(String(character), radix: 36) else { return false }
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    return rest == 1
  }

  /// China's identity number, eighteen places with the day of birth; Spain's, eight digits and a letter.
  static func isIdentity(_ text: String) -> Bool {
    if text.count == 9, let last = text.last, last.isLetter, let number = Int(text.dropLast()) {
      let letters = Array("trwagmyfpdxbnjzsqvhlcke")
      return number > 999_999 && letters[number % 23] == last
    }
    guard text.count == 18, areDigits(String(text.dropLast())), let last = text.last, last.isNumber || last == "x",
      let year = Int(text.dropFirst(6).prefix(4)), (1900...2030).contains(year),
      let month = Int(text.dropFirst(10).prefix(2)), (1...12).contains(month)
    else { return false }
    return true
  }
}
