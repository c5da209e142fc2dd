/// How far a rate is from its target, in defects and in clean orders.
package enum Headroom {
  /// How many more defects the target bears when each turns one that is counted already from good to bad; 0 where it is
  /// missed. By bisection, as one more never helps.
  package static func more(_ ratio: Ratio, _ target: Target) -> Int {
    // What must be so many exactly bears no more.
    guard target.condition != .equals else { return 0 }
    let raises = target.condition == .lessThan || target.condition == .atMost
    let most = raises ? ratio.denominator - ratio.numerator : ratio.numerator
    return largest(upTo: max(0, most)) { count in
      target.isMet(
        numerator: ratio.numerator + (raises ? count : -count), denominator: ratio.denominator) ?? false
    }
  }

  /// How many defects must go at the least before a missed target can be met, as long as nothing comes that counts: what
  /// goes with them, good or bad, only makes it more. 0 where it is met, nil where no number does.
  package static func defectsToLose(_ ratio: Ratio, _ target: Target) -> Int? {
    let raises = target.condition == .lessThan || target.condition == .atMost
    func isMet(_ gone: Int) -> Bool {
      target.isMet(
        numerator: ratio.numerator + (raises ? -gone : gone), denominator: ratio.denominator) ?? false
    }
    let most = raises ? ratio.numerator : ratio.denominator - ratio.numerator
    if isMet(0) { return 0 }
    guard target.condition != .equals, isMet(most) else { return nil }
    return most - largest(upTo: most) { isMet(most - $0) }
  }

  /// How many clean orders (or answers in time) bring a missed target back; 0 where it is met, nil where no number does.
  package static func cleanToRecover(_ ratio: Ratio, _ target: Target) -> Int? {
    let raises = target.condition == .lessThan || target.condition == .atMost
    func isMet(_ clean: Int) -> Bool {
      target.isMet(
        numerator: ratio.numerator + (raises ? 0 : clean), denominator: ratio.denominator + clean) ?? false
    }
    if isMet(0) { return 0 }
    guard target.condition != .equals else { return nil }
    var high = 1
    while !isMet(high) {
      high *= 2
      // No share of all is above 100 %, and none below 0; and nobody waits for a billion orders.
      if high > 1 << 30 { return nil }
    }
    return high - largest(upTo: high - 1) { isMet(high - $0) }
  }

  /// How many of the whole count against the seller.
  package static func defects(_ ratio: Ratio, _ target: Target) -> Int {
    switch target.condition {
    case .lessThan, .atMost: ratio.numerator
    case .greaterThan, .atLeast, .equals: ratio.denominator - ratio.numerator
    }
  }

  /// The largest number up to `most` for which `holds`, which must not come back once it has ceased; 0 where none does.
  private static func largest(upTo most: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = most
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
