import Foundation

/// What a variable of a canned reply stands for; how it is written depends on the reader.
package enum ReplyValue: Sendable, Equatable {
  case text(String)
  case day(CivilDay)
  case money(Money)

  /// What an agent has typed into a field: a date as 2026-03-12, an amount as 12.50 EUR or €12.50. Anything else stays
  /// as it was typed.
  package init(typed text: String, as kind: CannedReply.FieldKind) {
    switch kind {
    case .date: self = Self.day(text).map(Self.day) ?? .text(text)
    case .money: self = Self.amount(text).map(Self.money) ?? .text(text)
    case .text, .number: self = .text(text)
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .day: false
    case .money: false
    }
  }

  private static func day(_ text: String) -> CivilDay? {
    let parts = text.split(separator: "-")
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else { return nil }
    return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static let signs: [(sign: String, currency: String)] = [
    ("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "CNY"), ("元", "CNY"), ("￥", "CNY"),
  ]

  private static func amount(_ text: String) -> Money? {
    var number = text.filter { !$0.isWhitespace }
    var currency = ""
    for (sign, code) in signs where number.hasPrefix(sign) || number.hasSuffix(sign) {
      number = number.replacingOccurrences(of: sign, with: "")
      currency = code
    }
    for code in [number.prefix(3), number.suffix(3)] where code.count == 3 && code.allSatisfy(\.isLetter) {
      currency = code.uppercased()
      number = number.replacingOccurrences(of: code, with: "")
    }
    // "12,50" is "12.50"; a number with groups of thousands is left as it was typed.
    number = number.replacingOccurrences(of: ",", with: ".")
    if let point = number.firstIndex(of: "."), number[point...].count == 4 { return nil }
    return Money("\(number) \(currency)")
  }
}

extension CannedReply.Field {
  /// Why a typed text can't be what the field is for; nil where it can. Dates and amounts in words are let pass.
  package func fault(of text: String) -> String? {
    let isFigures = text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
    switch kind {
    case .text: return nil
    case .date:
      guard isFigures, case .text = ReplyValue(typed: text, as: .date) else { return nil }
      return "it is no day"
    case .money, .number:
      return text.contains(where: \.isNumber) && !text.hasPrefix("-")
        ? nil : "it is no \(kind == .money ? "amount" : "number")"
    }
  }
}

extension CannedReply.FieldKind {
  /// As it may be typed.
  package var example: String {
    switch self {
    case .text: "…"
    case .date: "2026-03-12"
    case .money: "12.50EUR"
    case .number: "2"
    }
  }
}

/// What can be made of a value, written `{{weekday(order.promised)}}`.
package enum ReplyTransform: String, Sendable, CaseIterable {
  case date, shortDate = "short-date", weekday, firstName = "first-name", money

  package var meaning: String {
    switch self {
    case .date: "a day in full, as the buyer writes it: March 12, 12. März; so written anyway"
    case .shortDate: "a day in figures: 3/12/2026, 12.03.2026"
    case .weekday: "its day of the week: Thursday, Donnerstag"
    case .firstName: "the first name of a name, or the whole where that can't be told"
    case .money: "an amount as the buyer writes it: $12.50, 12,50 €; so written anyway"
    }
  }
}
