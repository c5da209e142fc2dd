import Foundation
import ServiceDesk

/// The same seed gives the same case on every machine.
struct Chance: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(_ seed: UInt64) { numbers = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  /// True so often in a hundred.
  mutating func of(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &self) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }
}

/// Runs cases, each made of a seed of its own, so that any of them can be had again.
///
/// `REPLYWELL_FUZZ_SEED` is the first seed, `REPLYWELL_FUZZ_COUNT` how many there are: Tests/Benchmarks/fuzz sets them.
enum Fuzz {
  private static let variables = ProcessInfo.processInfo.environment

  /// - Parameters:
  ///   - name: of the generator.
  ///   - count: how many cases are enough to be run with all other tests.
  static func run(_ name: String, count: Int, _ test: (_ seed: UInt64, inout Chance) throws -> Void) throws {
    let first = variables["REPLYWELL_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    let count = variables["REPLYWELL_FUZZ_COUNT"].flatMap(UInt64.init) ?? UInt64(count)
    for seed in first..<(first + count) {
      note(name, seed)
      var chance = Chance(seed)
      try test(seed, &chance)
    }
  }

  /// A crash ends the process, and a hang has it killed: then this file says what was under way.
  private static func note(_ name: String, _ seed: UInt64) {
    guard let folder = variables["REPLYWELL_FUZZ_NOTES"] else { return }
    try? Data("\(seed)".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }
}
