/// How a figure is held against its target.
package enum Condition: String, Sendable, Codable, CaseIterable {
  case lessThan, atMost, greaterThan, atLeast, equals

  package var sign: String {
    switch self {
    case .lessThan: "<"
    case .atMost: "≤"
    case .greaterThan: ">"
    case .atLeast: "≥"
    case .equals: "="
    }
  }
}

/// A decimal number kept as the ratio of two integers, so that comparing with it is exact.
package struct Decimal: Sendable, Equatable, Codable, CustomStringConvertible {
  package var numerator: Int
  /// A power of ten.
  package var denominator: Int

  package init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `0.9`, `24`; nil for anything else, or beyond nine places.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // Not "-0.5", whose whole part alone would be read as 0.
    guard text.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }) else { return nil }
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole >= 0, whole < 1_000_000_000 else {
      return nil
    }
    let places = parts.count == 2 ? parts[1] : ""
    guard places.utf8.count <= 9, places.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    denominator = places.reduce(1) { ten, _ in ten * 10 }
    numerator = whole * denominator + (Int(places) ?? 0)
  }

  package var value: Double { Double(numerator) / Double(denominator) }

  package var description: String { "\(value)" }
}

/// What a figure should be.
package struct Target: Sendable, Equatable, Codable {
  package var value: Decimal
  package var condition: Condition

  package init(value: Decimal, condition: Condition) {
    self.value = value
    self.condition = condition
  }

  /// Whether `numerator / denominator` meets the target, compared in integers; nil where there is no rate.
  package func isMet(numerator: Int, denominator: Int) -> Bool? {
    guard denominator > 0 else { return nil }
    // The products need not fit into one word.
    let left = Product(numerator, value.denominator)
    let right = Product(value.numerator, denominator)
    return switch condition {
    case .lessThan: left < right
    case .atMost: left <= right
    case .greaterThan: left > right
    case .atLeast: left >= right
    case .equals: left == right
    }
  }
}

/// The product of two integers, exact however large they are.
private struct Product: Comparable {
  private let high: Int
  private let low: UInt

  init(_ left: Int, _ right: Int) { (high, low) = left.multipliedFullWidth(by: right) }

  static func < (left: Product, right: Product) -> Bool { (left.high, left.low) < (right.high, right.low) }
}
