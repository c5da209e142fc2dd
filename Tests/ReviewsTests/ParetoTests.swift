import Foundation
import ServiceDesk
import Testing

@testable import Reviews

@Suite("Causes, the largest first")
struct ParetoTests {
  private func settled(
    _ id: Int64, _ cause: String, cost: String? = nil, order: String? = nil, defect: Bool = false,
    carrier: String? = nil
  ) -> SettledCase {
    SettledCase(
      id: id, account: "shop", kind: .message, order: order, at: Date(timeIntervalSince1970: Double(id)),
      resolution: Resolution(outcome: "refunded", cause: cause, cost: cost.flatMap { Money($0) }), carrier: carrier,
      isDefect: defect)
  }

  @Test("They are counted with their shares, which add up to one")
  func shares() {
    let pareto = Pareto(
      [settled(1, "lost"), settled(2, "lost"), settled(3, "damaged"), settled(4, "lost")], by: .cause)
    #expect(pareto.rows.map(\.name) == ["lost", "damaged"])
    #expect(pareto.rows.map(\.cases) == [3, 1])
    #expect(pareto.rows.map(\.cumulative) == [0.75, 1])
    #expect(pareto.total.cases == 4)
  }

  @Test("An order is one defect, however many cases it has")
  func defects() {
    let pareto = Pareto(
      [
        settled(1, "lost", order: "A", defect: true), settled(2, "lost", order: "A", defect: true),
        settled(3, "damaged", order: "B", defect: true), settled(4, "damaged", order: "C", defect: true),
      ], by: .cause, ranking: .defects)
    #expect(pareto.rows.map(\.name) == ["damaged", "lost"])
    #expect(pareto.rows.map(\.defects) == [2, 1])
  }

  @Test("Money is added to the digit, and currencies are not mixed")
  func money() {
    let pareto = Pareto(
      [
        settled(1, "lost", cost: "0.10 EUR"), settled(2, "lost", cost: "0.20 EUR"), settled(3, "lost", cost: "5 USD"),
        settled(4, "damaged", cost: "0.31 EUR"), settled(5, "stock", cost: "7"),
      ], by: .cause, ranking: .cost)
    #expect(pareto.rows.map(\.name) == ["damaged", "lost", "stock"])
    #expect(pareto.rows[1].costs.words == "0.30 EUR + 5 USD")
    #expect(pareto.total.costs.words == "7 + 0.61 EUR + 5 USD")
  }

  @Test("What is not known is one group")
  func unknown() {
    let pareto = Pareto([settled(1, "lost", carrier: "UPS"), settled(2, "lost"), settled(3, "stock")], by: .carrier)
    #expect(pareto.rows.map(\.name) == ["unknown", "UPS"])
  }

  @Test("Nothing gives no rows and no shares")
  func nothing() {
    #expect(Pareto([], by: .product).rows.isEmpty)
    #expect(Pareto([settled(1, "lost")], by: .cause, ranking: .cost).rows.first?.share == nil)
  }
}
