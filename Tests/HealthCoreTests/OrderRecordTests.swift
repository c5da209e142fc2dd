import Foundation
import Testing

@testable import HealthCore

@Suite("When an order begins to count otherwise")
struct OrderRecordTests {
  @Test(
    "An order's counts change only right after one of its changes, and after each other instant stay as they were",
    arguments: 1...60)
  func changes(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<20 {
      let record = random.record()
      let changes = Set(record.changes).sorted()
      var edges = [day(-3)]
      edges += changes
      edges.append(day(50))
      for (early, late) in zip(edges, edges.dropFirst()) where late > early {
        // What happened at `early` is known a second later, and from then on up to and with `late` nothing changes.
        let first = early.addingTimeInterval(1)
        let settled = OrderTally(of: record, at: first)
        #expect(OrderTally(of: record, at: late) == settled, "\(record) at \(late)")
        for _ in 0..<12 {
          let between = first.addingTimeInterval(
            Double(Int.random(in: 0...max(0, Int(late.timeIntervalSince(first))), using: &random)))
          #expect(OrderTally(of: record, at: between) == settled, "\(record) at \(between)")
          if between < late {
            let next = between.addingTimeInterval(1)
            #expect(OrderTally(of: record, at: next) == settled, "\(record) at \(next)")
          }
        }
      }
    }
  }

  @Test("An order of which nobody knows when it was bought never changes")
  func neverBought() {
    #expect(order([feedback(1)]) { $0.purchasedAt = nil }.changes.isEmpty)
  }

  @Test("What happened before it was bought is known when it was bought")
  func beforePurchase() {
    let record = order([feedback(1, left: day(-2))]) { $0.shippedAt = day(-1) }
    #expect(record.changes == [day(0)])
  }

  @Test("Every date that matters is among the changes")
  func all() {
    let record = order(
      [feedback(1, left: day(5), removed: day(6))], [claim(.aToZ, .granted, opened: day(7), closed: day(8))]
    ) {
      ($0.shipBy, $0.shippedAt, $0.deliverBy, $0.deliveredAt) = (day(1), day(2), day(3), day(4))
      $0.cancelledAt = day(9)
    }
    #expect(Set(record.changes) == Set([0, 2, 3, 4, 5, 6, 7, 8, 9].map { day($0) }))
  }
}
