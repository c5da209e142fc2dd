import Foundation
import Testing

@testable import HealthCore

@Suite("Return requests answered late or rejected")
struct ReturnDissatisfactionRateTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var claim: ClaimFact
    var now: Date
    var expected: Ratio

    init(_ name: String, _ claim: ClaimFact, now: Date = asked, _ numerator: Int, of denominator: Int) {
      (testDescription, self.claim, self.now) = (name, claim, now)
      expected = Ratio(numerator, of: denominator)
    }
  }

  @Test(
    "48 hours to answer a return request that came on day 6",
    arguments: [
      Row("Answered in exactly 48 hours", claim(.return, .granted, closed: day(8)), 0, of: 1),
      Row("Answered a second later", claim(.return, .granted, closed: day(8, 1)), 1, of: 1),
      Row("Answered at once", claim(.return, .granted, closed: day(6, 60)), 0, of: 1),
      Row("Open for exactly 48 hours is not judged yet", claim(.return, .pending, closed: nil), now: day(8), 0, of: 0),
      Row("Open for a second more is late", claim(.return, .pending, closed: nil), now: day(8, 1), 1, of: 1),
      Row("Open for an hour is not judged yet", claim(.return, .pending, closed: nil), now: day(6, 3600), 0, of: 0),
      Row("Rejected in time", claim(.return, .denied, closed: day(7)), 1, of: 1),
      Row("Rejected late counts once", claim(.return, .denied, closed: day(9)), 1, of: 1),
      Row("Rejected exactly now is open yet", claim(.return, .denied, closed: day(7)), now: day(7), 0, of: 0),
      Row("Answered exactly now, at 48 hours, is open yet", claim(.return, .granted), now: day(8), 0, of: 0),
      Row(
        "Answered later than now and over 48 hours is late", claim(.return, .granted, closed: day(9)), now: day(9), 1,
        of: 1),
      Row("Requested exactly now does not exist yet", claim(.return, .granted, opened: asked, closed: nil), 0, of: 0),
      Row("Requested at an unknown instant does not count", claim(.return, .granted, opened: nil), 0, of: 0),
      Row("Granted without a date is not late", claim(.return, .granted, closed: nil), 0, of: 1),
      Row("Rejected without a date is a rejection", claim(.return, .denied, closed: nil), 1, of: 1),
      Row("An A-to-z claim is no return", claim(.aToZ, .denied), 0, of: 0),
      Row("A dispute is no return", claim(.dispute, .denied), 0, of: 0),
    ])
  func one(row: Row) {
    #expect(ReturnDissatisfactionRate.ratio(of: [row.claim], at: row.now) == row.expected)
  }

  @Test("Of six requests five are judged, and three of them are bad")
  func worked() {
    let returns = [
      claim(.return, .granted, closed: day(7)), claim(.return, .granted, closed: day(8)),
      claim(.return, .granted, closed: day(8, 1)), claim(.return, .denied, closed: day(7)),
      claim(.return, .pending, closed: nil), claim(.return, .pending, opened: day(29), closed: nil),
    ]
    #expect(ReturnDissatisfactionRate.ratio(of: returns, at: asked) == Ratio(3, of: 5))
  }

  @Test("Nobody wants to return anything: no rate")
  func nothing() {
    #expect(ReturnDissatisfactionRate.ratio(of: [], at: asked).value == nil)
  }
}
