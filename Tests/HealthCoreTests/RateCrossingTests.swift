import Foundation
import Testing

@testable import HealthCore

@Suite("When unanswered messages push the rate below its target")
struct RateCrossingTests {
  static let running = (1...5).map { hour in
    ContactFact(
      caseID: Int64(hour), startedAt: Date(timeIntervalSince1970: Double(hour - 24) * 3600),
      dueAt: Date(timeIntervalSince1970: Double(hour) * 3600))
  }

  static func nothingLeaves(_: Date) -> ResponseRate { ResponseRate() }

  private func target() throws -> Target { Target(value: try #require(Decimal("0.9")), condition: .atLeast) }

  @Test(
    "The first deadline that leaves it short",
    arguments: [
      // 27 of 30 is 0.9 exactly and met; 27 of 31 is not.
      (ResponseRate(onTime: 27, late: 2), 2), (ResponseRate(onTime: 27, late: 3), 1), (ResponseRate(onTime: 27), 4),
      (ResponseRate(), 1),
    ] as [(ResponseRate, Int64)])
  func crossing(rate: ResponseRate, caseID: Int64) throws {
    let crossing = RateCrossing.first(
      from: rate, target: try target(), running: Self.running, leaving: Self.nothingLeaves)
    #expect(crossing == .init(at: Date(timeIntervalSince1970: Double(caseID) * 3600), caseID: caseID))
  }

  @Test(
    "None where it holds, or is short already",
    arguments: [ResponseRate(onTime: 45), ResponseRate(onTime: 26, late: 4)])
  func noCrossing(rate: ResponseRate) throws {
    #expect(
      RateCrossing.first(from: rate, target: try target(), running: Self.running, leaving: Self.nothingLeaves) == nil)
  }

  @Test("Nobody waiting, nothing is missed")
  func nobodyWaits() throws {
    let rate = ResponseRate(onTime: 9, late: 1)
    #expect(RateCrossing.first(from: rate, target: try target(), running: [], leaving: Self.nothingLeaves) == nil)
  }

  @Test("What leaves the window takes its share along")
  func leaving() throws {
    // Of 27 on time two leave by the third hour: 25 of 28 is too little, 26 of 28 by the second was enough.
    let rate = ResponseRate(onTime: 27)
    let crossing = RateCrossing.first(from: rate, target: try target(), running: Self.running) { at in
      at.timeIntervalSince1970 >= 3 * 3600 ? ResponseRate(onTime: 2) : ResponseRate(onTime: 1)
    }
    #expect(crossing?.caseID == 3)
    // Late ones that leave make room.
    let relieved = RateCrossing.first(
      from: ResponseRate(onTime: 45, late: 5), target: try target(), running: Self.running
    ) { _ in
      ResponseRate(late: 5)
    }
    #expect(relieved == nil)
  }
}
