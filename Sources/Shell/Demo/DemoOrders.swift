import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// The demo's orders, feedback, claims and report, their times relative to now. Everything in it is invented.
struct DemoOrders {
  let now: Date

  private static let day = 86_400.0

  func facts(of account: Account, written: [IncomingMessage]) -> [NewFact] {
    var facts = spokenOf(written)
    guard account.name == "amazon-us" else { return facts }
    let usual = (0..<840).map(usual)
    facts += usual.map { .order($0) }
    facts += feedback(on: usual).map { .feedback($0) }
    facts += claims(on: usual).map { .claim($0) }
    facts.append(.violation(listing))
    facts.append(.snapshot(report))
    return facts
  }

  private func ago(days: Double) -> Date { Date(seconds: now.seconds - Int(days * Self.day)) }

  /// The orders that buyers have written about: bought six days before their first message, and mostly late.
  private func spokenOf(_ messages: [IncomingMessage]) -> [NewFact] {
    var orders: [String: OrderFact] = [:]
    for message in messages {
      guard let number = message.order, orders[number] == nil else { continue }
      var order = OrderFact(number: number)
      let bought = message.at.addingTimeInterval(-6 * Self.day)
      order.purchasedAt = bought
      order.shipBy = bought.addingTimeInterval(2 * Self.day)
      order.shippedAt = bought.addingTimeInterval(1.2 * Self.day)
      order.deliverBy = bought.addingTimeInterval(5 * Self.day)
      order.deliveredAt = bought.addingTimeInterval((orders.count % 3 == 0 ? 5.8 : 4.5) * Self.day)
      order.carrier = "UPS"
      order.tracking = "1Z0000\(orders.count)"
      order.hasValidTracking = true
      order.units = 1
      order.buyer = message.buyer
      orders[number] = order
    }
    return orders.values.sorted { $0.number < $1.number }.map { .order($0) }
  }

  /// One of twelve orders a day over the last seventy days.
  private func usual(_ number: Int) -> OrderFact {
    var order = OrderFact(number: "114-\(7_000_000 + number * 37)-\(1_000_000 + number * 613)")
    let bought = ago(days: 70 - Double(number) / 12 - 0.01)
    let age = now.timeIntervalSince(bought) / Self.day
    order.purchasedAt = bought
    order.shipBy = bought.addingTimeInterval(2 * Self.day)
    order.deliverBy = bought.addingTimeInterval(6 * Self.day)
    order.units = 1 + number % 3
    order.total = "\(20 + number % 60).90"
    order.currency = "USD"
    if number % 90 == 17 {
      order.cancelledAt = bought.addingTimeInterval(0.4 * Self.day)
      order.cancelledBy = number % 180 == 17 ? .seller : .buyer
      return order
    }
    // Two of yesterday's are still on the shelf.
    let isLate = number % 61 == 5
    let handling = number == 824 || number == 826 ? 9 : isLate ? 2.6 : 0.3 + Double(number % 7) / 10
    guard handling < age else { return order }
    order.shippedAt = bought.addingTimeInterval(handling * Self.day)
    order.carrier = number % 2 == 0 ? "UPS" : "USPS"
    order.tracking = "1Z\(100_000 + number)"
    order.hasValidTracking = number % 45 != 11
    let transit = number % 29 == 3 ? 6.2 : 2.4 + Double(number % 5) / 4
    guard handling + transit < age else { return order }
    order.deliveredAt = bought.addingTimeInterval((handling + transit) * Self.day)
    return order
  }

  private func feedback(on orders: [OrderFact]) -> [FeedbackFact] {
    let bad: [(order: Int, stars: Int, text: String)] = [
      (310, 1, "Box was crushed and nobody answered for days."), (402, 2, "Came a week late. The lamp itself is nice."),
      (515, 1, "Wrong colour, and I had to ask twice for a label."), (640, 2, "Bulb broken on arrival."),
      (701, 3, "It is okay. Delivery was slow."), (745, 1, "This lamp is far too dim, bad product."),
    ]
    let negative = bad.map { entry in
      fact(orders[entry.order], stars: entry.stars, text: entry.text, after: 8)
    }
    let positive = stride(from: 2, to: 780, by: 9).filter { number in !bad.contains { $0.order == number } }.map {
      fact(orders[$0], stars: $0 % 4 == 0 ? 4 : 5, text: "All fine, thank you.", after: 7)
    }
    return negative + positive
  }

  private func fact(_ order: OrderFact, stars: Int, text: String, after days: Double) -> FeedbackFact {
    var fact = FeedbackFact(id: "demo-\(order.number)")
    fact.order = order.number
    fact.rating = stars
    fact.comment = text
    fact.leftAt = min(order.purchasedAt?.addingTimeInterval(days * Self.day) ?? now, ago(days: 0.2))
    return fact
  }

  private func claims(on orders: [OrderFact]) -> [ClaimFact] {
    var granted = ClaimFact(id: "A2Z-1001")
    granted.order = orders[450].number
    granted.kind = .aToZ
    granted.openedAt = ago(days: 22)
    granted.closedAt = ago(days: 18)
    granted.outcome = .granted
    granted.text = "Parcel never arrived."
    var open = ClaimFact(id: "A2Z-1002")
    open.order = orders[690].number
    open.kind = .aToZ
    open.openedAt = ago(days: 1.2)
    open.outcome = .pending
    open.amount = "45.90"
    open.currency = "USD"
    open.text = "The lamp came without its shade, and the seller does not answer."
    var bank = ClaimFact(id: "CB-77")
    bank.order = orders[350].number
    bank.kind = .chargeback
    bank.openedAt = ago(days: 3)
    bank.outcome = .pending
    bank.text = "Cardholder says the goods were not received."
    return [granted, open, bank]
  }

  private var listing: ViolationFact {
    var fact = ViolationFact(id: "PV-12")
    fact.kind = .listing
    fact.severity = .low
    fact.openedAt = ago(days: 5)
    fact.dueAt = ago(days: -4)
    fact.listing = "B0TEST4040"
    fact.text = "The title of this listing names a brand that is not the product's."
    return fact
  }

  /// What the marketplace itself would say: its windows end some days ago, so it does not agree to the digit.
  private var report: PerformanceSnapshot {
    var snapshot = PerformanceSnapshot(format: "demo")
    snapshot.reportedAt = ago(days: 1)
    snapshot.accountStatus = "NORMAL"
    var defects = ReportedFigure(metric: .orderDefectRate)
    defects.from = ago(days: 65)
    defects.to = ago(days: 5)
    defects.numerator = 6
    defects.denominator = 715
    defects.value = 0.0084
    defects.target = HealthCore.Decimal("0.01")
    defects.condition = .lessThan
    defects.verdict = "GOOD"
    var index = ReportedFigure(metric: .inventoryPerformanceIndex)
    index.value = 512
    var rating = ReportedFigure(metric: .accountHealthRating)
    rating.value = 228
    rating.verdict = "GREAT"
    snapshot.figures = [defects, index, rating]
    return snapshot
  }
}
