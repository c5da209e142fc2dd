/// Digits as words, and letters that stand for digits.
enum SpokenDigits {
  private static let words: [String: String] = {
    var words: [String: String] = [:]
    let rows = [
      "zero one two three four five six seven eight nine", "null eins zwei drei vier funf sechs sieben acht neun",
      "cero uno dos tres cuatro cinco seis siete ocho nueve", "zero un deux trois quatre cinq six sept huit neuf",
      "零 一 二 三 四 五 六 七 八 九",
    ]
    for row in rows {
      for (digit, word) in row.split(separator: " ").enumerated() { words[String(word)] = String(digit) }
    }
    let others =
      "oh 0 〇 0 幺 1 zwo 2 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 "
      + "eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 "
      + "zehn 10 elf 11 zwolf 12 zwanzig 20 dreissig 30 vierzig 40 funfzig 50 sechzig 60 "
      + "siebzig 70 achtzig 80 neunzig 90 "
      + "diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 veinte 20 veintiuno 21 veintidos 22 veintitres 23 "
      + "veinticinco 25 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 "
      + "dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 "
      + "cinquante 50 soixante 60"
    let parts = others.split(separator: " ").map(String.init)
    for index in stride(from: 0, to: parts.count - 1, by: 2) { words[parts[index]] = parts[index + 1] }
    for word in ["double", "triple", "doppel", "doble"] { words[word] = "" }
    words["hundred"] = "00"
    return words
  }()

  private static let germanTens = [
    "undzwanzig", "unddreissig", "undvierzig", "undfunfzig", "undsechzig", "undsiebzig", "undachtzig", "undneunzig",
  ]

  /// The digits that a word stands for; nil where it is none.
  static func digits(of word: String) -> (text: String, isSpoken: Bool)? {
    if let digits = words[word] { return (digits, true) }
    if let tens = germanTens.firstIndex(where: word.hasSuffix),
      let ones = words[word.replacing(germanTens[tens], with: "")] ?? (word.hasPrefix("ein") ? "1" : nil)
    {
      return ("\(tens + 2)\(ones)", true)
    }
    guard word.contains(where: \.isNumber) else { return nil }
    if word.allSatisfy(\.isNumber) { return (word, false) }
    return mixed(word)
  }

  /// `3O3`, `O188`, `5l2`, `seven700`.
  private static func mixed(_ word: String) -> (text: String, isSpoken: Bool)? {
    guard word.count <= 20 else { return nil }
    let letters = word.prefix { $0.isLetter }
    if let digits = words[String(letters)], word.dropFirst(letters.count).allSatisfy(\.isNumber) {
      return (digits + word.dropFirst(letters.count), false)
    }
    let read = word.map { "oO".contains($0) ? "0" : "il".contains($0) ? "1" : $0 }
    guard read.allSatisfy(\.isNumber), word.count >= 3 else { return nil }
    return (String(read), false)
  }
}
