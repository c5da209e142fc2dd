import Foundation
import HealthCore
import ServiceDesk

/// A marketplace's rules, as data: each figure with where it comes from and how sure it is.
package struct Profile: Sendable, Equatable, Codable {
  /// One rule in words, for `explain`.
  package struct Rule: Sendable, Equatable, Codable {
    package var text: String
    /// A key of MARKETPLACES.md section 10, an address, or "own".
    package var source: String
    /// `O`, `O-old`, `OM`, `T`, `S` or `K`: MARKETPLACES.md section 0.
    package var confidence: String
    /// Since when, or as of when it was read: `2026-10`.
    package var date: String

    package var citation: String { "\(source) [\(confidence)] \(date)" }
  }

  /// How the marketplace's mails are told from others.
  package struct Senders: Sendable, Equatable, Codable {
    /// Domains whose addresses stand for buyers, lower-case; a leading dot takes subdomains too.
    package var relays: [String] = []
    /// Beginnings of addresses from which only notices come, lower-case: `donotreply@amazon.`.
    package var notices: [String] = []
  }

  package var name: String
  package var title: String
  package var response: ResponsePolicy
  /// Of the response rate; nil where the marketplace has none.
  package var target: Target?
  /// By what they are about: start, limit, clock, stop, automatic, no-reply, target.
  package var rules: [String: Rule]
  package var senders: Senders
  /// What its messages to buyers are held against.
  package var messages = MessageRules.own
  /// What it measures, in the order in which that is shown.
  package var metrics: [MetricRule] = []
  /// What it does not measure, with the reason.
  package var notMeasured: [MetricID: String] = [:]
  /// By when what is no message must be dealt with.
  package var deadlines = CaseDeadlines()
  /// What may be done about feedback, and how long a buyer's data may be kept.
  package var feedback = FeedbackRules()
  /// Whether a claim counts as a defect while it is pending.
  package var pendingClaimsCount = false
  /// How the account health rating is estimated; nil where there is none.
  package var rating: AccountHealthRating.Rule?

  package func rule(_ topic: String) -> Rule {
    rules[topic] ?? Rule(text: topic, source: "own", confidence: "K", date: "")
  }
}

/// A profile that can't be read.
package struct ProfileFault: Error, Sendable, Equatable {
  package var name: String
  package var reason: String
  package var remedy: String
}
