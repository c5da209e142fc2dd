import HealthCore

/// What a marketplace asks of the response rate: over which days, and how high it must be.
package struct ResponseGoal: Sendable, Equatable, CustomStringConvertible {
  /// In days.
  package var windows: [Int]
  /// Nil where the marketplace has none.
  package var target: Target?

  package init(of profile: Profile) {
    windows = profile.response.windows
    target = profile.target
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 1 || words.count == 4 else { return nil }
    windows = words[0].split(separator: ",").compactMap { Int($0) }
    guard !windows.isEmpty else { return nil }
    if words.count == 4 {
      guard let condition = Condition(rawValue: words[1]), let numerator = Int(words[2]),
        let denominator = Int(words[3]),
        denominator > 0
      else { return nil }
      target = Target(value: Decimal(numerator: numerator, denominator: denominator), condition: condition)
    }
  }

  /// "7,30,90 atLeast 9 10"
  package var description: String {
    let days = windows.map(String.init).joined(separator: ",")
    return target.map { "\(days) \($0.condition.rawValue) \($0.value.numerator) \($0.value.denominator)" } ?? days
  }
}
