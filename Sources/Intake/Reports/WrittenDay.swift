import ServiceDesk

/// A day written with three numbers, such as `9/14/26` or `14.09.2026`: in which order they stand is not always to be
/// seen from one alone.
struct WrittenDay: Sendable, Equatable {
  enum Order: Sendable { case dayMonthYear, monthDayYear, yearMonthDay }

  var first: Int
  var second: Int
  var third: Int
  /// Where the writing itself tells it: dots, or a year of four digits in front.
  var order: Order?

  /// A time that follows after a space is left aside.
  init?(_ text: String) {
    let date = text.prefix { !$0.isWhitespace }
    guard let separator = date.first(where: { !$0.isNumber }), "./-".contains(separator) else { return nil }
    let parts = date.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count <= 4 && $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if parts[0].count == 4 { order = .yearMonthDay } else if separator == "." { order = .dayMonthYear }
  }

  /// Nil where there is no such day. A year of two digits is one of this century.
  func day(in order: Order) -> CivilDay? {
    func year(_ number: Int) -> Int { number < 100 ? 2000 + number : number }
    return switch order {
    case .dayMonthYear: CivilDay(year: year(third), month: second, day: first)
    case .monthDayYear: CivilDay(year: year(third), month: first, day: second)
    case .yearMonthDay: CivilDay(year: year(first), month: second, day: third)
    }
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// `11-Sep-2026`, as Amazon's returns report writes its dates.
  static func withMonthName(_ text: String) -> CivilDay? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), parts[2].count == 4,
      let month = months.firstIndex(of: parts[1].lowercased())
    else { return nil }
    return CivilDay(year: year, month: month + 1, day: day)
  }
}
