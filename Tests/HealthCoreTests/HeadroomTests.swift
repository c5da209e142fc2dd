import Foundation
import Testing

@testable import HealthCore

@Suite("How far a rate is from its target")
struct HeadroomTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var ratio: Ratio
    var target: Target
    var more: Int
    var clean: Int?

    init(_ name: String, _ numerator: Int, of denominator: Int, _ target: Target, more: Int, clean: Int?) {
      (testDescription, ratio) = (name, Ratio(numerator, of: denominator))
      (self.target, self.more, self.clean) = (target, more, clean)
    }
  }

  @Test(
    "Defects that are borne, and clean orders that mend it",
    arguments: [
      Row("4 of 400, below 1 %: the 401st mends it", 4, of: 400, target(.lessThan, 1, of: 100), more: 0, clean: 1),
      Row("4 of 400, at most 1 %: met to the limit", 4, of: 400, target(.atMost, 1, of: 100), more: 0, clean: 0),
      Row("5 of 400, at most 1 %: 500 are needed", 5, of: 400, target(.atMost, 1, of: 100), more: 0, clean: 100),
      Row("5 of 400, below 1 %: 501 are needed", 5, of: 400, target(.lessThan, 1, of: 100), more: 0, clean: 101),
      Row("1 of 1000, below 1 %: eight more are 9", 1, of: 1000, target(.lessThan, 1, of: 100), more: 8, clean: 0),
      Row("1 of 1000, at most 1 %: nine more are 10", 1, of: 1000, target(.atMost, 1, of: 100), more: 9, clean: 0),
      Row("95 of 100, above 95 %: 96 of 101", 95, of: 100, target(.greaterThan, 95, of: 100), more: 0, clean: 1),
      Row("26 of 30, at least 90 %: 36 of 40", 26, of: 30, target(.atLeast, 9, of: 10), more: 0, clean: 10),
      Row("30 of 30, at least 90 %: 27 is enough", 30, of: 30, target(.atLeast, 9, of: 10), more: 3, clean: 0),
      Row("All bad, at most 100 %: nothing left to go bad", 5, of: 5, target(.atMost, 1), more: 0, clean: 0),
      Row("1 of 5, below 0 %: never", 1, of: 5, target(.lessThan, 0), more: 0, clean: nil),
      Row("1 of 5, at most 0 %: never", 1, of: 5, target(.atMost, 0), more: 0, clean: nil),
      Row("4 of 5, at least 100 %: never", 4, of: 5, target(.atLeast, 1), more: 0, clean: nil),
      Row("5 of 5, above 100 %: never", 5, of: 5, target(.greaterThan, 1), more: 0, clean: nil),
      Row("1 of 5, equals 0: never", 1, of: 5, target(.equals, 0), more: 0, clean: nil),
      Row("0 of 5, equals 0: met, and bears none", 0, of: 5, target(.equals, 0), more: 0, clean: 0),
      Row(
        "10,000 of 20,000, below 0.5 %: beyond 2,000,000", 10_000, of: 20_000, target(.lessThan, 5, of: 1000), more: 0,
        clean: 1_980_001),
    ])
  func byHand(row: Row) {
    #expect(Headroom.more(row.ratio, row.target) == row.more)
    #expect(Headroom.cleanToRecover(row.ratio, row.target) == row.clean)
  }

  /// 0, 1, … 10 tenths and 1, 3, 95, 99 hundredths.
  static let values = (0...10).map { ($0, 10) } + [1, 3, 95, 99].map { ($0, 100) }

  @Test(
    "Against trying every number",
    arguments: [Condition.lessThan, .atMost, .greaterThan, .atLeast, .equals], values)
  func bruteForce(condition: Condition, value: (Int, Int)) {
    // What equals 0 or 1 is meant here; a share between them is a target of nobody.
    if condition == .equals, value.0 % value.1 != 0 { return }
    let target = target(condition, value.0, of: value.1)
    var wrong: [String] = []
    for denominator in 1...24 {
      for numerator in 0...denominator {
        let ratio = Ratio(numerator, of: denominator)
        let (more, clean) = (Headroom.more(ratio, target), Headroom.cleanToRecover(ratio, target))
        if more != Self.more(ratio, target) { wrong.append("\(numerator) of \(denominator): \(more) more") }
        if clean != Self.clean(ratio, target) {
          wrong.append("\(numerator) of \(denominator): \(clean.map(String.init) ?? "never") clean")
        }
        let lost = Headroom.defectsToLose(ratio, target)
        if lost != Self.lost(ratio, target) {
          wrong.append("\(numerator) of \(denominator): \(lost.map(String.init) ?? "never") lost")
        }
      }
    }
    #expect(wrong == [], "\(condition) \(target.value)")
  }

  @Test("A target of nine decimal places that cannot be reached is no crash, but never")
  func manyPlaces() async {
    await #expect(processExitsWith: .success) {
      let all = try #require(Decimal("1.000000000"))
      #expect(Headroom.cleanToRecover(Ratio(1, of: 2), Target(value: all, condition: .atLeast)) == nil)
    }
  }

  private static func lost(_ ratio: Ratio, _ target: Target) -> Int? {
    let step = raises(target) ? -1 : 1
    let defects = raises(target) ? ratio.numerator : ratio.denominator - ratio.numerator
    return (0...(target.condition == .equals ? 0 : defects)).first {
      target.isMet(numerator: ratio.numerator + step * $0, denominator: ratio.denominator) == true
    }
  }

  /// Whether a defect raises the share: where the target is small, or 0.
  private static func raises(_ target: Target) -> Bool {
    switch target.condition {
    case .lessThan, .atMost: true
    case .greaterThan, .atLeast: false
    case .equals: target.value.numerator == 0
    }
  }

  /// In integers, and not by the code under test.
  private static func isMet(_ numerator: Int, _ denominator: Int, _ target: Target) -> Bool {
    let (left, right) = (numerator * target.value.denominator, denominator * target.value.numerator)
    switch target.condition {
    case .lessThan: return left < right
    case .atMost: return left <= right
    case .greaterThan: return left > right
    case .atLeast: return left >= right
    case .equals: return left == right
    }
  }

  private static func more(_ ratio: Ratio, _ target: Target) -> Int {
    var borne = 0
    while isMet(ratio.numerator + (raises(target) ? borne : -borne), ratio.denominator, target) {
      borne += 1
      let numerator = ratio.numerator + (raises(target) ? borne : -borne)
      if numerator < 0 || numerator > ratio.denominator { break }
    }
    return max(0, borne - 1)
  }

  private static func clean(_ ratio: Ratio, _ target: Target) -> Int? {
    // 24 defects of 24 come below 1 % with 2,401 in all; no share here needs more.
    (0...2_500).first { isMet(ratio.numerator + (raises(target) ? 0 : $0), ratio.denominator + $0, target) }
  }
}
