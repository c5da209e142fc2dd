import Foundation
import Testing

@testable import HealthCore

@Suite("The state of an account")
struct AccountStandingTests {
  @Test(
    "The words of reports",
    arguments: [
      ("NORMAL", .healthy), ("normal", .healthy), ("AT_RISK", .atRisk), ("DEACTIVATED", .suspended),
      ("SUSPENDED", .suspended), ("TOP_RATED", .healthy), ("ABOVE_STANDARD", .healthy), ("BELOW_STANDARD", .atRisk),
      ("GREAT", nil), ("", nil), ("AT RISK", nil),
    ] as [(String, AccountStanding.State?)])
  func words(word: String, state: AccountStanding.State?) {
    #expect(AccountStanding.state(reported: word) == state)
  }

  @Test(
    "Who can sell, and who is paid",
    arguments: [
      (.healthy, true, true), (.atRisk, true, true), (.underReview, true, false),
      (.underReviewComplaints, false, false),
      (.suspended, false, false), (.closed, false, false),
    ] as [(AccountStanding.State, Bool, Bool)])
  func rights(state: AccountStanding.State, canSell: Bool, isPaid: Bool) {
    let standing = AccountStanding(state: state, since: nil, source: nil)
    #expect(standing.canSell == canSell)
    #expect(standing.isPaid == isPaid)
  }

  @Test(
    "The states as they are stored and read out",
    arguments: [
      (.healthy, "healthy", "healthy"), (.atRisk, "at-risk", "at risk"), (.underReview, "under-review", "under review"),
      (.underReviewComplaints, "under-review-complaints", "under review after complaints"),
      (.suspended, "suspended", "suspended"), (.closed, "closed", "closed"),
    ] as [(AccountStanding.State, String, String)])
  func titles(state: AccountStanding.State, word: String, title: String) {
    #expect(state.rawValue == word)
    #expect(AccountStanding(state: state, since: nil, source: nil).title == title)
  }

  @Test("Each state has advice of its own")
  func advice() {
    let all = AccountStanding.State.allCases.map { AccountStanding(state: $0, since: nil, source: nil).advice }
    #expect(Set(all).count == AccountStanding.State.allCases.count)
  }
}
