/// Whether a share has left what is normal for the account itself: a p-chart. The norm is the account's own share over
/// earlier periods; a period lies outside when it is more than three standard errors from it (W. Shewhart).
package enum ControlChart {
  package struct Deviation: Sendable, Equatable {
    /// The account's own share before.
    package var norm: Ratio
    package var latest: Ratio
    /// In standard errors, with sign.
    package var sigmas: Double
  }

  /// Nil where the latest period is within three standard errors, or the past is too short to have a norm: fewer than
  /// four earlier periods with orders, or fewer than 100 orders in them.
  package static func deviation(latest: Ratio, earlier: [Ratio]) -> Deviation? {
    let past = earlier.filter { $0.denominator > 0 }
    let norm = past.reduce(into: Ratio(0, of: 0)) {
      $0.numerator += $1.numerator
      $0.denominator += $1.denominator
    }
    guard past.count >= 4, norm.denominator >= 100, latest.denominator > 0 else { return nil }
    // One good and one bad are put to the past, so that a share of nothing has a spread too.
    let p = (Double(norm.numerator) + 1) / (Double(norm.denominator) + 2)
    let error = (p * (1 - p) / Double(latest.denominator)).squareRoot()
    let share = Double(latest.numerator) / Double(latest.denominator)
    let sigmas = (share - p) / error
    return abs(sigmas) > 3 ? Deviation(norm: norm, latest: latest, sigmas: sigmas) : nil
  }
}
