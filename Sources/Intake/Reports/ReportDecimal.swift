import Foundation
import HealthCore
import ServiceDesk

/// Numbers and instants as marketplaces write them in their reports.
enum ReportDecimal {
  /// Without zeros at its end, so that equal numbers are equal. Nil beyond what can be compared without overflow.
  static func exact(_ text: String) -> HealthCore.Decimal? {
    guard var decimal = HealthCore.Decimal(text) else { return nil }
    while decimal.denominator > 1, decimal.numerator % 10 == 0 {
      decimal.numerator /= 10
      decimal.denominator /= 10
    }
    return decimal.numerator <= Cell.largestCount ? decimal : nil
  }

  /// The fraction that a percentage is, moved by two places and never divided: `0.90` and `0.9%` are 0.009.
  static func fraction(ofPercent text: String) -> HealthCore.Decimal? {
    let digits = text.filter { $0 != "%" && !$0.isWhitespace }
    guard let percent = exact(digits), percent.denominator <= 10_000_000 else { return nil }
    var fraction = percent
    for _ in 0..<2 {
      if fraction.numerator % 10 == 0 { fraction.numerator /= 10 } else { fraction.denominator *= 10 }
    }
    return fraction
  }

  /// In UTC where no offset is written.
  static func instant(_ text: String) -> Date? { InstantParser.parse(text, zone: .gmt) }
}
