import Foundation
import TestSupport
import Testing

/// Says whether the cost of something grows with its size, and not with the square of it.
enum Growth {
  /// Less is all noise.
  private static let least = Duration.milliseconds(30)

  /// Measures `work` at a size and at four times that: linear work takes four times as long, quadratic sixteen times.
  static func expectLinear(_ name: String, _ size: Int, _ work: (Int) throws -> Void) rethrows {
    // Once before, so that nothing is made for the first time; and again where something else took the processor.
    try work(size / 4 + 1)
    var ratio = Double.infinity
    for _ in 0..<3 where ratio >= 10 {
      let (small, large) = (try time { try work(size) }, try time { try work(size * 4) })
      ratio = large < least ? 0 : large / max(small, .milliseconds(1))
    }
    #expect(ratio < 10, "\(name): four times the size took \(ratio) times as long")
  }

  private static func time(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(work)
  }
}
