import Foundation

/// MSG-044: a template's placeholder was left unfilled.
enum PlaceholderLeft {
  static let rule = PolicyRule(
    "MSG-044", block: .everywhere, why: "a placeholder was left unfilled", source: "own rule"
  ) { reading in
    let text = reading.original
    let bytes = Array(text.utf8)
    let found = patterns.flatMap { $0.matches(in: text, bytes) }.filter { !isSample($0) }
    // `{{name}}` is not a `{name}` besides.
    let whole = found.filter { part in !found.contains { $0 != part && $0.contains(part) } }
    let empty = emptyName(text).map { [$0] } ?? []
    return (whole + empty).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map { .init($0) }
  }

  /// Swift's expressions are not marked as safe to share, these never change.
  private struct Pattern: @unchecked Sendable {
    /// Without any of these signs there is nothing to find.
    let signs: [[UInt8]]
    let regex: Regex<AnyRegexOutput>?
    /// It must name something that a template fills in.
    let needsNoun: Bool

    /// Nil never happens: a test compiles them all.
    init(_ signs: String..., needsNoun: Bool = false, of text: String) {
      self.needsNoun = needsNoun
      self.signs = signs.map { Array($0.utf8) }
      regex = try? Regex(text)
    }

    func matches(in text: String, _ bytes: [UInt8]) -> [String] {
      guard let regex, signs.contains(where: { Bytes.range(of: $0, in: bytes) != nil }) else { return [] }
      return text.matches(of: regex).map { String(text[$0.range]) }
        .filter { !$0.isEmpty && (!needsNoun || PlaceholderLeft.namesField($0)) }
    }
  }

  private static let nouns =
    "(?:customer|buyer|client|first|last|full|user|your|agent|seller|shop|store|order|tracking|product|item|refund"
    + "|amount|carrier|date|name|number|price|insert|enter|vorname|nachname|kunde[nr]?|bestell|sendungs|betrag|datum"
    + "|artikel|nombre|apellido|cliente|pedido|fecha|importe|prénom|prenom|nom|commande|montant"
    + "|姓名|名字|客户|买家|订单|金额|日期|单号|运单|商品)"
  private static let patterns: [Pattern] = [
    Pattern("{{", of: #"\{\{[^{}\n]{0,80}\}\}|\{\{"#),
    Pattern("‹", of: #"‹[^›\n]{1,80}\?›"#),
    Pattern("[[", "<<", of: #"\[\[[^\]\n]{1,80}\]\]|<<[^>\n]{1,80}>>"#),
    Pattern("{", needsNoun: true, of: #"\{[\p{L}][\p{L}\p{N}_ .-]{1,40}\}"#),
    Pattern("[", needsNoun: true, of: #"\[[^\[\]\n]{1,50}\]"#),
    Pattern("<", needsNoun: true, of: #"<[^<>\n/="@]{1,50}>"#),
    Pattern("【", needsNoun: true, of: #"【[^【】\n]{1,24}】"#),
    Pattern("%", "$", of: #"%[A-Za-z_]{3,30}%|\$\{[^}\n]{1,40}\}|\$[A-Z_]{3,30}\b"#),
    Pattern("XXXX", of: #"\bX{4,40}\b"#),
    Pattern("____", "......", of: #"_{4,40}|\.{6,40}"#),
    Pattern(
      "TODO", "TBD", "TBC", "FIXME", "orem",
      of: #"\bTODO\b\s{0,3}[:\-]|\bTBD\b|\bTBC\b|\bFIXME\b|(?i:lorem ipsum)"#
    ),
    Pattern("DD", "TT", "MM", "JJ", of: #"\b(?:DD|TT|MM|JJ)[./-](?:MM|DD|TT)(?:[./-](?:YYYY|JJJJ|AAAA)?)?"#),
    Pattern("#", "@@", of: #"#[A-Z]{3,}(?:_[A-Z]+)+#?|@@\w{1,40}@@|##\w{1,40}##"#),
    Pattern(
      "nsert", "nter", "dd", "ill in", "NSERT",
      of: #"(?i)\b(?:insert|enter|add|fill in) (?:the )?(?:date|name|price|number|amount|tracking)(?: here)\b"#),
  ]

  private static let noun = Pattern("", of: "(?i)\(nouns)")

  private static func namesField(_ found: String) -> Bool {
    noun.regex.map { found.firstMatch(of: $0) != nil } ?? false
  }

  /// `TT.MM.JJJJ` after "in the form" tells the buyer how to write a date; `<br>` is another rule's.
  private static func isSample(_ found: String) -> Bool {
    found.contains("JJJJ") || found.contains("YYYY") || found.contains("AAAA") || !Markup.tags(in: found).isEmpty
  }

  // MARK: - A greeting without a name

  /// Greetings that nobody uses alone.
  private static let incomplete = [
    "dear", "sehr geehrte frau", "sehr geehrter herr", "liebe", "lieber", "estimado", "estimada", "cher", "chère",
    "亲爱的", "尊敬的",
  ]
  private static let complete = ["hello", "hi", "hallo", "guten tag", "hola", "bonjour"]

  /// "Dear ," has lost its name.
  private static func emptyName(_ text: String) -> String? {
    let line = text.prefix(40).prefix { !$0.isNewline }.lowercased()
    for greeting in incomplete + complete where line.hasPrefix(greeting) {
      let rest = line.dropFirst(greeting.count)
      if rest.hasPrefix(" ,") || rest.hasPrefix("  ") || rest.hasPrefix(" !") && greeting == "dear" {
        return String(text.prefix(greeting.count + 2))
      }
      if incomplete.contains(greeting), rest.hasPrefix(",") || rest.hasPrefix("，") {
        return String(text.prefix(greeting.count + 1))
      }
    }
    return nil
  }
}
