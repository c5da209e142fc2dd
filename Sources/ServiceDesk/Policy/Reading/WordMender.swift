/// Puts words together that were taken apart to get past a check: `r e v i e w`, `c.o.u.p.o.n`, `Be-wer-tung`,
/// `whats app`.
struct WordMender {
  private(set) var tokens: [ReadText.Token] = []

  /// Longer runs of single letters are no word.
  private static let longest = 40

  /// The words for which it is done, however they were cut.
  private static let guarded: Set<String> = {
    let words =
      "review reviews feedback positive discount voucher coupon giftcard refund rating whatsapp wechat telegram "
      + "instagram facebook messenger snapchat skype paypal message email cashback stars five "
      + "bewertung bewertungen rezension rezensionen produktbewertung produktrezension gutschein rabatt erstattung "
      + "loschen entfernen uberweisung "
      + "resena resenas opinion valoracion descuento cupon reembolso regalo "
      + "commentaire evaluation reduction remboursement cadeau supprimer modifier "
      + "remove delete satisfied happy contact contacto website homepage transfer zelle venmo"
    return Set(words.split(separator: " ").map(String.init))
  }()
  /// Everything with which one of them begins.
  private static let beginnings: Set<String> = {
    var beginnings: Set<String> = []
    for word in guarded { for length in 1...word.count { beginnings.insert(String(word.prefix(length))) } }
    return beginnings
  }()

  init(_ tokens: [ReadText.Token], _ plain: [ReadText.Plain]) {
    var index = 0
    while index < tokens.count {
      let ends = [Self.endOfCutWord(at: index, tokens, plain), Self.endOfLetters(at: index, tokens, plain)]
      if let end = ends.compactMap(\.self).max() {
        self.tokens.append(Self.join(tokens[index..<end]))
        index = end
      } else {
        self.tokens.append(tokens[index])
        index += 1
      }
    }
  }

  private static func endOfCutWord(
    at start: Int, _ tokens: [ReadText.Token], _ plain: [ReadText.Plain]
  ) -> Int? {
    var joined = read(tokens[start])
    guard beginnings.contains(joined), !guarded.contains(joined) || joined.count < 5 else { return nil }
    var end: Int?
    var index = start + 1
    while index < tokens.count, isNear(tokens[index - 1], tokens[index], plain) {
      joined += read(tokens[index])
      index += 1
      if guarded.contains(joined), joined.count > 5 || index - start > 3 { end = index }
      guard beginnings.contains(joined) else { break }
    }
    return end
  }

  /// Four or more single letters with the same gap between make one word.
  private static func endOfLetters(
    at start: Int, _ tokens: [ReadText.Token], _ plain: [ReadText.Plain]
  ) -> Int? {
    guard isLetter(tokens[start]) else { return nil }
    var end = start + 1
    while end < tokens.count, end - start < longest, isLetter(tokens[end]), isNear(tokens[end - 1], tokens[end], plain),
      gap(end, tokens) == gap(start + 1, tokens)
    {
      end += 1
    }
    let run = tokens[start..<end]
    // `3 1 0` is a number.
    guard run.count >= 3, run.contains(where: { !$0.text.allSatisfy(\.isNumber) }) else { return nil }
    let word = run.map(\.text).joined()
    guard run.count > 3 || word == "www" || LinkScanner.endings.contains(word) else { return nil }
    // "a r e v i e w" begins with an article.
    return endOfCutWord(at: start + 1, tokens, plain) == nil ? end : nil
  }

  private static func gap(_ index: Int, _ tokens: [ReadText.Token]) -> Int {
    tokens[index].plain.lowerBound - tokens[index - 1].plain.upperBound
  }

  private static func join(_ run: ArraySlice<ReadText.Token>) -> ReadText.Token {
    let first = run[run.startIndex]
    let last = run[run.endIndex - 1]
    let text = run.map(\.text).joined()
    let joined = run.map { read($0) }.joined()
    // Letters of several words in a row: the one that matters.
    let word = guarded.contains(joined) ? joined : guarded.filter { $0.count > 4 && joined.contains($0) }.max()
    return ReadText.Token(
      text, alternative: Compounds.head(of: joined) ?? word ?? Lookalikes.letters(in: text),
      range: first.range.lowerBound..<last.range.upperBound,
      plain: first.plain.lowerBound..<last.plain.upperBound, sentence: first.sentence, clause: first.clause)
  }

  private static func read(_ token: ReadText.Token) -> String { token.alternative ?? token.text }

  private static func isLetter(_ token: ReadText.Token) -> Bool {
    guard let scalar = token.text.unicodeScalars.first, token.text.unicodeScalars.count == 1 else { return false }
    return Tokenizer.isLetter(scalar) && !Tokenizer.isHan(scalar) || (0x30...0x39).contains(scalar.value)
  }

  /// At most one sign, or one with a space beside it, lies between.
  private static func isNear(_ one: ReadText.Token, _ next: ReadText.Token, _ plain: [ReadText.Plain]) -> Bool {
    let gap = next.plain.lowerBound - one.plain.upperBound
    return one.sentence == next.sentence && (1...3).contains(gap)
      && !plain[one.plain.upperBound..<next.plain.lowerBound].contains { $0.scalar == "@" }
  }
}
