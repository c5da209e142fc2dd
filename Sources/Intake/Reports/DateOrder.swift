import Foundation
import ServiceDesk

/// In which order the numbers of a file's dates stand: the United States write 9/14/26, most others 14/9/26
/// (MARKETPLACES.md 6.2).
enum DateOrder {
  /// The order that most of the dates call for; where none does, the one customary in the account's part of the world.
  static func told(by dates: [String], zone: TimeZone) -> WrittenDay.Order {
    var dayFirst = 0
    var monthFirst = 0
    for date in dates {
      guard let written = WrittenDay(date), written.order == nil else { continue }
      switch (written.first > 12, written.second > 12) {
      case (true, false): dayFirst += 1
      case (false, true): monthFirst += 1
      default: break
      }
    }
    let isAmerican = zone.identifier.hasPrefix("America/")
    if dayFirst == monthFirst { return isAmerican ? .monthDayYear : .dayMonthYear }
    return dayFirst > monthFirst ? .dayMonthYear : .monthDayYear
  }
}

extension WrittenDay.Order {
  var words: String {
    switch self {
    case .dayMonthYear: "day/month/year"
    case .monthDayYear: "month/day/year"
    case .yearMonthDay: "year/month/day"
    }
  }
}
