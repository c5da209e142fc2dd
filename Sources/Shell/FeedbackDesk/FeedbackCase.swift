import DeskStore
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

/// A piece of feedback as the feedback desk shows it: what can be done about it, and what that would change.
struct FeedbackCase {
  var entry: FeedbackEntry
  var account: Account
  var finding: GroundFinding
  /// The order defect rate now, and without it; nil where that changes nothing.
  var effect: (before: Ratio, after: Ratio)?
  /// The canned reply that answers it neutrally; nil where there is none.
  var response: String?

  var order: OrderFact? { entry.order?.order }

  /// By what a comment is judged, all of it out of the order.
  static func comment(_ entry: FeedbackEntry, rules: FeedbackRules) -> FeedbackComment {
    let order = entry.order?.order
    let isOnTime = order.flatMap { order in order.shippedAt.map { $0 <= order.shipBy ?? .distantFuture } } ?? false
    return FeedbackComment(
      text: entry.fact.comment ?? "", accepted: rules.grounds,
      isMarketplaceFulfilled: order?.isSellerFulfilled == false,
      hadLabel: order?.hasMarketplaceLabel == true && isOnTime)
  }
}

/// Makes `FeedbackCase`s, looking up once what those of an account share.
struct FeedbackReader {
  private let session: Session
  private var shared: [Int64: (account: Account, rules: FeedbackRules, health: AccountHealth, rate: Reading?)] = [:]
  private let replies: [String]

  init(_ session: Session) throws {
    self.session = session
    replies = try session.replies.names()
  }

  mutating func read(_ entry: FeedbackEntry) throws -> FeedbackCase {
    let known = try known(entry.subject)
    let finding = GroundCheck.finding(for: FeedbackCase.comment(entry, rules: known.rules))
    return FeedbackCase(
      entry: entry, account: known.account, finding: finding, effect: effect(entry, known.health, known.rate),
      response: response(entry))
  }

  mutating func rules(of entry: FeedbackEntry) throws -> FeedbackRules { try known(entry.subject).rules }

  private mutating func known(_ subject: Case) throws -> (
    account: Account, rules: FeedbackRules, health: AccountHealth, rate: Reading?
  ) {
    if let known = shared[subject.accountID] { return known }
    let account = try session.account(of: subject)
    let health = try AccountHealth(account, session)
    let found = (
      account, try session.profiles.profile(of: account).feedback, health, try health.reading(.orderDefectRate)
    )
    shared[subject.accountID] = found
    return found
  }

  private func effect(_ entry: FeedbackEntry, _ health: AccountHealth, _ rate: Reading?) -> (Ratio, Ratio)? {
    guard let ratio = rate?.ratio, let window = rate?.window, let record = entry.order else { return nil }
    let after = RemovalEffect.ratio(
      of: ratio, without: entry.fact.id, about: record, in: window, at: health.now, goal: health.goal(.orderDefectRate),
      pendingClaimsCount: health.goals.pendingClaimsCount)
    return after.map { (ratio, $0) }
  }

  /// Praise mixed with blame is answered otherwise than blame.
  private func response(_ entry: FeedbackEntry) -> String? {
    let name = entry.fact.rating == 3 ? "neutral-feedback-reply" : "negative-feedback-remedy"
    return replies.contains(name) ? name : nil
  }
}

extension Session {
  /// The feedback that a word means.
  func findFeedback(_ word: String) throws -> FeedbackEntry {
    let subject = try findCase(word)
    if let entry = try desk.feedbackEntry(subject.id, at: now) { return entry }
    // An order number may mean its conversation.
    if let order = subject.order {
      for other in try desk.cases(order: order, at: now) {
        if let entry = try desk.feedbackEntry(other.id, at: now) { return entry }
      }
    }
    throw Complaint.usage("#\(subject.id) is no feedback", try: "feedback    to list what there is")
  }
}
