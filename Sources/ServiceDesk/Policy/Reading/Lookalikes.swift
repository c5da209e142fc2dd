/// Letters of other alphabets, and signs, that a reader takes for Latin ones.
enum Lookalikes {
  private static let letters: [Unicode.Scalar: String] = {
    let pairs: [(String, String)] = [
      ("аạ", "a"), ("α", "a"), ("в", "b"), ("β", "b"), ("сϲ", "c"), ("ԁ", "d"), ("еҽ", "e"), ("ε", "e"), ("ғ", "f"),
      ("ɡ", "g"), ("һ", "h"), ("н", "h"), ("η", "n"), ("іıι", "i"), ("ї", "i"), ("ј", "j"), ("кκ", "k"), ("ӏ", "l"),
      ("м", "m"), ("ո", "n"), ("оοօ", "o"), ("рρ", "p"), ("ԛ", "q"), ("г", "r"), ("ѕ", "s"), ("тτ", "t"), ("υ", "u"),
      ("ν", "v"), ("ѵ", "v"), ("ԝ", "w"), ("ω", "w"), ("хχ", "x"), ("уγ", "y"), ("ʏ", "y"), ("ᴢ", "z"), ("ß", "ss"),
      ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("đ", "d"), ("ł", "l"), ("’‘`´ʼ", "'"), ("“”„«»", "\""),
      ("‐‑‒–—―−", "-"), ("․∙·•", "."), ("⁄∕", "/"), ("￠", "c"),
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (alike, latin) in pairs { for scalar in alike.unicodeScalars { letters[scalar] = latin } }
    return letters
  }()

  /// The plain letters for a scalar: itself where it resembles none.
  static func latin(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    (letters[scalar] ?? String(scalar)).unicodeScalars
  }

  private static let digits: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "€": "e", "!": "i",
  ]

  /// `revi3w` read as `review`; nil where the word doesn't mix letters with such signs.
  static func letters(in word: String) -> String? {
    guard word.contains(where: { digits[$0] != nil }), word.contains(where: \.isLetter) else { return nil }
    return String(word.map { digits[$0] ?? $0 })
  }
}
