import Foundation
import HealthCore
import ServiceDesk
import TestSupport
import Testing

@testable import Shell

@Suite("When a missed target comes back by itself")
struct RecoveryTests {
  private static let now = Date(timeIntervalSince1970: 1_772_442_000)  // 2026-03-02 09:00
  private static let day = 86_400.0

  /// Late or cancelled so often in a hundred, bought over the last 40 days, several at one instant too.
  private func orders(_ chance: inout Chance) -> [OrderFact] {
    let (late, cancelled) = (chance.upTo(30), chance.upTo(15))
    var bought = Self.now.addingTimeInterval(-40 * Self.day)
    return (0..<(40 + chance.upTo(160))).map { number in
      if !chance.of(20) { bought += Double(chance.upTo(40_000)) }
      var order = OrderFact(number: "114-0000000-\(1_000_000 + number)")
      order.purchasedAt = min(bought, Self.now.addingTimeInterval(-Double(chance.upTo(3)) * 3600 - 60))
      let shipBy = bought + 2 * Self.day
      order.shipBy = shipBy
      order.shippedAt = chance.of(late) ? shipBy + 60 : bought + 3600
      if chance.of(cancelled) {
        order.cancelledAt = bought + 1800
        order.cancelledBy = .seller
        order.shippedAt = nil
      }
      return order
    }
  }

  @Test("it is the first instant at which the figure, counted anew, meets its target", arguments: 1...12)
  func countedAnew(seed: UInt64) throws {
    var chance = Chance(seed)
    let orders = orders(&chance)
    let desk = try DeskSession()
    desk.now = Self.now
    #expect(desk.run("account add shop --profile amazon").code == 0)
    let rows = orders.map { order in
      [order.purchasedAt, order.shipBy, order.shippedAt, order.cancelledAt].map { $0?.rfc3339 ?? "" }
        .joined(separator: ",") + ",\(order.cancelledBy == nil ? "" : "seller"),\(order.number)"
    }
    let file = desk.folder.path + "/orders.csv"
    try Data(
      (["purchased_at,ship_by,shipped_at,cancelled_at,cancelled_by,order_id"] + rows).joined(separator: "\n").utf8
    ).write(to: URL(fileURLWithPath: file))
    let imported = desk.run("import orders \(file)")
    #expect(imported.code == 0, "\(imported.text)")
    let health = try AccountHealth(try #require(try desk.session.desk.accounts().first), desk.session)
    let recovery = Recovery(health, desk.session)
    for reading in try health.readings() where [.lateShipmentRate, .cancellationRate].contains(reading.metric) {
      let metric = try #require(OrderMetrics.of(reading.metric))
      let (target, days) = (try #require(reading.target), Double(try #require(reading.window.days)))
      func isMet(at instant: Date) -> Bool? {
        var tally = OrderTally()
        for order in orders {
          guard let bought = order.purchasedAt, bought >= instant - days * Self.day, bought < Self.now else { continue }
          tally += OrderTally(of: OrderRecord(order: order), at: Self.now)
        }
        let ratio = metric.ratio(of: tally, pendingClaimsCount: false)
        return target.isMet(numerator: ratio.numerator, denominator: ratio.denominator)
      }
      let leaving = orders.compactMap(\.purchasedAt).map { $0 + days * Self.day + 1 }.filter { $0 > Self.now }.sorted()
      let expected = isMet(at: Self.now) == true ? nil : leaving.first { isMet(at: $0) == true }
      let found = reading.status == .bad ? try recovery.instant(of: reading) : nil
      #expect(found == expected, "\(reading.metric) \(days) d")
    }
  }
}
