import Foundation

/// The state of a seller account (MARKETPLACES.md 4.2).
package struct AccountStanding: Sendable, Equatable {
  package enum State: String, Sendable, Codable, CaseIterable {
    case healthy
    case atRisk = "at-risk"
    /// A routine check of a new, fast-growing account.
    case underReview = "under-review"
    /// A check after complaints.
    case underReviewComplaints = "under-review-complaints"
    case suspended
    case closed
  }

  package var state: State
  /// Nil where nobody has said since when.
  package var since: Date?
  /// From a report, by hand, or nil where nothing is known and the account is taken for healthy.
  package var source: String?

  package init(state: State, since: Date?, source: String?) {
    self.state = state
    self.since = since
    self.source = source
  }

  /// MARKETPLACES.md 4.2.
  package var canSell: Bool {
    switch state {
    case .healthy, .atRisk, .underReview: true
    case .underReviewComplaints, .suspended, .closed: false
    }
  }

  package var isPaid: Bool {
    switch state {
    case .healthy, .atRisk: true
    case .underReview, .underReviewComplaints, .suspended, .closed: false
    }
  }

  /// What to do now.
  package var advice: String {
    switch state {
    case .healthy: "nothing: go on as you are"
    case .atRisk: "mend what health shows as bad; where the page offers “Submit appeal”, answer within 72 hours"
    case .underReview: "go on shipping in time and give proof of delivery; it ends by itself within 30 days"
    case .underReviewComplaints: "supply the documents that were asked for; nothing can be sold until then"
    case .suspended: "appeal with a plan of action; from day 60 the money can be asked for by an appeal of its own"
    case .closed: "no way back is known; ask in writing for the money that is withheld"
    }
  }

  /// In words.
  package var title: String {
    switch state {
    case .underReviewComplaints: "under review after complaints"
    default: state.rawValue.replacing("-", with: " ")
    }
  }

  /// What a report's word for an account's state means (MARKETPLACES.md 4.2); nil for a word that is not known.
  package static func state(reported word: String) -> State? {
    switch word.uppercased() {
    case "NORMAL": .healthy
    case "AT_RISK": .atRisk
    case "DEACTIVATED", "SUSPENDED": .suspended
    case "TOP_RATED", "ABOVE_STANDARD": .healthy
    case "BELOW_STANDARD": .atRisk
    default: nil
    }
  }
}
