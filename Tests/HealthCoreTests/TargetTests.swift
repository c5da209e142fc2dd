import Testing

@testable import HealthCore

@Suite("Figures are held against targets in integers")
struct TargetTests {
  struct Row: Sendable {
    var numerator: Int
    var denominator: Int
    var condition: Condition
    var target: String
    var isMet: Bool?
  }

  @Test(
    "Met exactly, or not",
    arguments: [
      Row(numerator: 9, denominator: 10, condition: .atLeast, target: "0.9", isMet: true),
      Row(numerator: 899, denominator: 1000, condition: .atLeast, target: "0.9", isMet: false),
      Row(numerator: 4, denominator: 400, condition: .lessThan, target: "0.01", isMet: false),
      Row(numerator: 3, denominator: 400, condition: .lessThan, target: "0.01", isMet: true),
      Row(numerator: 4, denominator: 400, condition: .atMost, target: "0.01", isMet: true),
      // As floating point, 0.29 × 100 is 28.999999999999996.
      Row(numerator: 29, denominator: 100, condition: .atLeast, target: "0.29", isMet: true),
      Row(numerator: 29, denominator: 100, condition: .greaterThan, target: "0.29", isMet: false),
      Row(numerator: 1, denominator: 3, condition: .lessThan, target: "0.333333333", isMet: false),
      Row(numerator: 0, denominator: 7, condition: .equals, target: "0", isMet: true),
      Row(numerator: 1, denominator: 7, condition: .equals, target: "0", isMet: false),
      Row(numerator: 0, denominator: 0, condition: .atLeast, target: "0.9", isMet: nil),
      Row(numerator: 900_000_000, denominator: 1_000_000_000, condition: .atLeast, target: "0.900000000", isMet: true),
    ])
  func comparing(row: Row) throws {
    let target = Target(value: try #require(Decimal(row.target)), condition: row.condition)
    #expect(target.isMet(numerator: row.numerator, denominator: row.denominator) == row.isMet)
  }

  @Test(
    "Decimals are read to the digit",
    arguments: [
      ("0.9", 9, 10), ("24", 24, 1), ("0.008", 8, 1000), ("1.50", 150, 100),
      ("0.123456789", 123_456_789, 1_000_000_000),
    ])
  func decimals(text: String, numerator: Int, denominator: Int) {
    #expect(Decimal(text) == Decimal(numerator: numerator, denominator: denominator))
  }

  @Test(
    "What is no decimal is refused",
    arguments: ["", ".", "-1", "-0.5", "0,9", "1.2.3", "0.1234567890", "1000000000", "1e3", "90%", " 1", "٣"])
  func refused(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("Each condition has a sign of its own")
  func signs() {
    #expect(Set(Condition.allCases.map(\.sign)).count == Condition.allCases.count)
  }
}
