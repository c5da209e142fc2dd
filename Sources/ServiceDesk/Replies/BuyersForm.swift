import Foundation

/// How dates, amounts and names are written for a buyer. Five languages by hand: the system's own tables take longer to
/// load than everything else that a reply needs.
package struct BuyersForm: Sendable, Equatable {
  package var language: String
  /// English as in the United States and Canada: the month goes before the day.
  package var monthFirst: Bool
  /// Days of another year are written with it.
  package var today: CivilDay

  package init(language: String, monthFirst: Bool, today: CivilDay) {
    self.language = language
    self.monthFirst = monthFirst
    self.today = today
  }

  package func written(_ value: ReplyValue, _ transform: ReplyTransform? = nil) -> String {
    switch (value, transform) {
    case (.text(let text), .firstName): Self.firstName(of: text) ?? text
    case (.text(let text), _): text
    case (.day(let day), .shortDate): short(day)
    case (.day(let day), .weekday): Self.weekdays[language, default: Self.english.days][day.weekday - 1]
    case (.day(let day), _): long(day)
    case (.money(let money), _): written(money)
    }
  }

  // MARK: - Days

  private static let english = (
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  )
  private static let months: [String: [String]] = [
    "de": [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ],
    "es": [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ],
    "fr": [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
  ]
  private static let weekdays: [String: [String]] = [
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "zh": ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
  ]

  private func long(_ date: CivilDay) -> String {
    let (year, month, day) = (date.year, date.month, date.day)
    let isThisYear = year == today.year
    let name = Self.months[language, default: Self.english.months][month - 1]
    switch language {
    case "zh": return (isThisYear ? "" : "\(year)年") + "\(month)月\(day)日"
    case "de": return "\(day). \(name)" + (isThisYear ? "" : " \(year)")
    case "es": return "\(day) de \(name)" + (isThisYear ? "" : " de \(year)")
    case "fr": return (day == 1 ? "1er" : "\(day)") + " \(name)" + (isThisYear ? "" : " \(year)")
    default:
      if monthFirst { return "\(name) \(day)" + (isThisYear ? "" : ", \(year)") }
      return "\(day) \(name)" + (isThisYear ? "" : " \(year)")
    }
  }

  private func short(_ date: CivilDay) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch language {
    case "zh": "\(date.year)/\(date.month)/\(date.day)"
    case "de": "\(two(date.day)).\(two(date.month)).\(date.year)"
    case "es", "fr": "\(two(date.day))/\(two(date.month))/\(date.year)"
    default:
      monthFirst ? "\(date.month)/\(date.day)/\(date.year)" : "\(two(date.day))/\(two(date.month))/\(date.year)"
    }
  }

  // MARK: - Money

  private func written(_ money: Money) -> String {
    let signs = ["EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥", "JPY": "¥"]
    let sign = money.currency.map { signs[$0] ?? $0 } ?? ""
    let hasComma = ["de", "es", "fr"].contains(language)
    let number = hasComma ? money.amount.replacingOccurrences(of: ".", with: ",") : money.amount
    if sign.isEmpty { return number }
    // A sign of letters, or a European reader: after the number. No line may break between the two.
    let isAfter = hasComma || sign.count > 1
    return isAfter ? "\(number)\u{A0}\(sign)" : "\(sign)\(number)"
  }

  // MARK: - Names

  /// "Dana" of "Dana Poe"; nil where the name may begin with the family's, or is an address.
  package static func firstName(of name: String) -> String? {
    let isHan = name.unicodeScalars.contains {
      (0x2E80...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
    }
    guard !isHan, let first = name.split(separator: " ").first, first.count > 1,
      first.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" })
    else { return nil }
    return String(first)
  }
}
