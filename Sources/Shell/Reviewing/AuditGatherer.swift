import DeskStore
import Foundation
import HealthCore
import Marketplaces
import Reviews
import ServiceDesk

/// Finds out what an audit of one account looks at.
struct AuditGatherer {
  let session: Session
  let account: Account
  let health: AccountHealth
  let profile: Profile
  private var now: Date { session.now }
  /// Of each kind of thing at most so many are told one by one.
  private static let most = 200
  /// How far back orders and replies are looked at, in seconds.
  private static let reach: TimeInterval = 60 * 86_400

  init(_ account: Account, _ session: Session) throws {
    self.account = account
    self.session = session
    health = try AccountHealth(account, session)
    profile = try session.profiles.profile(of: account)
  }

  func facts() throws -> AuditFacts {
    var facts = AuditFacts(account: account.name, profile: account.profile, now: now)
    try queue(&facts)
    try feedback(&facts)
    try orders(&facts)
    try replies(&facts)
    facts.figures = try figures()
    facts.hasReports = profile.messages == .amazon || profile.messages == .ebay
    let reported = try session.desk.reportedFigures(of: account.id, at: now)
    facts.newestReport = reported.map(\.at).max()
    facts.differences = try differences(reported.map(\.figure))
    try retention(&facts)
    return facts
  }

  private func queue(_ facts: inout AuditFacts) throws {
    let filter = try CaseFilter(words: []).within(account.name)
    for subject in try session.desk.queue(filter, at: now, limit: 5000).cases {
      if let due = subject.dueAt {
        facts.due.append(.init(id: subject.id, kind: subject.kind, dueAt: due, order: subject.order))
      }
      guard subject.kind == .violation || subject.kind == .notification else { continue }
      let title = (subject.subject ?? subject.kind.rawValue).lowercasedFirst
      let notice = AuditFacts.Notice(
        caseID: subject.id, id: "#\(subject.id)", title: title, openedAt: subject.receivedAt ?? now)
      if subject.kind == .violation {
        facts.listings.append(notice)
      } else if try session.desk.file(subject.id, at: now)?.events.isEmpty ?? true {
        facts.unread.append(notice)
      }
    }
    facts.due = Array(facts.due.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }.prefix(Self.most))
  }

  private func feedback(_ facts: inout AuditFacts) throws {
    let found = try session.desk.feedbackEntries(account: account.id, openOnly: true, at: now, limit: Self.most)
    facts.feedback = found.entries.map { entry in
      AuditFacts.Feedback(
        caseID: entry.subject.id, rating: entry.fact.rating ?? 0,
        ground: GroundCheck.finding(for: FeedbackCase.comment(entry, rules: profile.feedback)).ground,
        status: entry.status, until: entry.dueAt)
    }
  }

  private func orders(_ facts: inout AuditFacts) throws {
    let orders = try session.desk.troubledOrders(
      of: account.id, boughtSince: now.addingTimeInterval(-Self.reach), at: now, limit: Self.most)
    facts.orders = try orders.compactMap { order in
      if order.cancelledAt.map({ $0 < now }) ?? false {
        guard order.cancelledBy == .seller else { return .init(number: order.number, trouble: .cancelledByNobody) }
        return try wish(order).map { .init(number: order.number, trouble: .buyersWish(caseID: $0)) }
      }
      if order.shippedAt.map({ $0 >= now }) ?? true, let due = order.shipBy {
        return .init(number: order.number, trouble: .unshipped(since: due))
      }
      return order.shippedAt.map { .init(number: order.number, trouble: .unscanned(since: $0)) }
    }
  }

  /// The case in whose log a cancellation stands as the buyer's wish.
  private func wish(_ order: OrderFact) throws -> Int64? {
    for subject in try session.desk.cases(order: order.number, at: now) where subject.accountID == account.id {
      let events = try session.desk.file(subject.id, at: now)?.events ?? []
      for event in events {
        if case .resolve(let resolution) = event.act, resolution.outcome == "cancelled",
          resolution.cause == "buyer-remorse"
        {
          return subject.id
        }
      }
    }
    return nil
  }

  private func replies(_ facts: inout AuditFacts) throws {
    for (subject, draft) in try session.desk.drafts(at: now) where subject.accountID == account.id {
      let findings = try session.policyFindings(in: draft.text, for: subject, isProactive: draft.isProactive ?? false)
      if let finding = findings.first(where: { $0.severity == .block }) {
        facts.replies.append(.init(caseID: subject.id, trouble: .draft(rule: finding.rule, why: finding.why)))
      }
    }
    let sent = try session.desk.overriddenReplies(of: account.id, since: now.addingTimeInterval(-30 * 86_400), at: now)
    facts.replies += sent.compactMap { event in
      guard case .reply(_, _, _, let reason?) = event.act else { return nil }
      return .init(caseID: event.caseID, trouble: .overridden(reason: reason, at: event.at))
    }
  }

  private func figures() throws -> [AuditFacts.Figure] {
    try health.readings().filter { !$0.metric.isKindOfViolation }.compactMap(HealthAlert.byTarget).compactMap { alert in
      guard let reading = alert.reading, let metric = alert.metric else { return nil }
      let target = Figure.target(reading.target, metric.unit)
      let figure = Figure.withCounts(reading)
      let source = reading.source == .reported ? " as reported" : ""
      let isMissed = alert.kind == .threshold
      let room = isMissed ? "" : reading.headroom.map { ", room for \($0)" } ?? ""
      return .init(
        metric: metric, days: alert.window?.days,
        words: "\(figure)\(source), target \(target)\(room)", isMissed: isMissed)
    }
  }

  private func differences(_ reported: [ReportedFigure]) throws -> [AuditFacts.Difference] {
    try reported.compactMap { figure in
      guard let counted = try health.counted(figure), counted.own != counted.reported else { return nil }
      return .init(metric: figure.metric, reported: counted.reported, own: counted.own)
    }
  }

  private func retention(_ facts: inout AuditFacts) throws {
    guard let seconds = profile.feedback.retention else { return }
    facts.retentionDays = seconds / 86_400
    facts.keptTooLong = try session.desk.ordersNamingBuyers(
      of: account.id, deliveredBefore: now.addingTimeInterval(Double(-seconds)), limit: 1001)
  }
}
