import Foundation
import HealthCore
import ServiceDesk

/// Checks an account as a careful manager would, and says what to do about each thing found.
package enum Audit {
  /// What is due within this time is due soon; a claim earlier, as it costs more.
  static let soon: TimeInterval = 24 * 3600
  static let soonForClaims: TimeInterval = 72 * 3600
  /// Seconds after which the marketplace's last report is too old to go by.
  static let oldReport: TimeInterval = 7 * 86_400

  /// The findings, the weightiest first.
  package static func findings(in facts: AuditFacts) -> [AuditFinding] {
    let all =
      cases(facts) + feedback(facts) + orders(facts) + replies(facts) + figures(facts) + reports(facts)
      + notices(facts)
    return sorted(all)
  }

  package static func sorted(_ findings: [AuditFinding]) -> [AuditFinding] {
    findings.sorted {
      ($1.weight, $0.dueAt ?? .distantFuture, $0.key) < ($0.weight, $1.dueAt ?? .distantFuture, $1.key)
    }
  }

  // MARK: - The queue

  private static func cases(_ facts: AuditFacts) -> [AuditFinding] {
    // An order in trouble is told of by its number.
    let orders = Set(facts.orders.map(\.number))
    return facts.due.compactMap { item in
      guard item.kind != .shipment || !(item.order.map(orders.contains) ?? false) else { return nil }
      let left = item.dueAt.timeIntervalSince(facts.now)
      let act = item.kind == .message ? "reply \(item.id)" : "show \(item.id)"
      if item.kind == .claim {
        guard left < soonForClaims else { return nil }
        return AuditFinding(
          .claim, account: facts.account, key: "#\(item.id)",
          words: left < 0
            ? "a claim's deadline passed \(span(-left)) ago" : "a claim must be answered within \(span(left))",
          command: act, caseID: item.id, order: item.order, dueAt: item.dueAt, more: left < 0 ? 10 : 0)
      }
      guard item.kind != .feedback else { return nil }
      if left < 0 {
        return AuditFinding(
          .overdue, account: facts.account, key: "#\(item.id)",
          words: "a \(item.kind.rawValue) is overdue by \(span(-left))",
          command: act, caseID: item.id, order: item.order, dueAt: item.dueAt)
      }
      guard left < soon else { return nil }
      return AuditFinding(
        .dueSoon, account: facts.account, key: "#\(item.id)",
        words: "a \(item.kind.rawValue) is due within \(span(left))",
        command: act, caseID: item.id, order: item.order, dueAt: item.dueAt)
    }
  }

  private static func feedback(_ facts: AuditFacts) -> [AuditFinding] {
    facts.feedback.compactMap { item in
      guard item.status == .new else { return nil }
      let stars = "\(item.rating) \(item.rating == 1 ? "star" : "stars")"
      let left = item.until.map { ", \(span($0.timeIntervalSince(facts.now))) left" } ?? ""
      if let ground = item.ground {
        return AuditFinding(
          .feedback, account: facts.account, key: "#\(item.caseID)",
          words: "feedback of \(stars) has a ground for removal (\(ground.title))\(left)",
          command: "feedback ask \(item.caseID)", caseID: item.caseID, more: 5)
      }
      return AuditFinding(
        .feedback, account: facts.account, key: "#\(item.caseID)", words: "feedback of \(stars) is unanswered\(left)",
        command: "feedback show \(item.caseID)", caseID: item.caseID, more: item.rating == 3 ? -20 : 0)
    }
  }

  // MARK: - Orders

  private static func orders(_ facts: AuditFacts) -> [AuditFinding] {
    facts.orders.map { order in
      switch order.trouble {
      case .unshipped(let since):
        AuditFinding(
          .order, account: facts.account, key: "unshipped \(order.number)",
          words: "order \(order.number) is \(span(facts.now.timeIntervalSince(since))) past its ship-by",
          command: "find \(order.number)", order: order.number)
      case .unscanned(let since):
        AuditFinding(
          .order, account: facts.account, key: "unscanned \(order.number)",
          words: "order \(order.number) was shipped \(span(facts.now.timeIntervalSince(since))) ago and has no scan",
          command: "find \(order.number)", order: order.number, more: -10)
      case .buyersWish(let caseID):
        AuditFinding(
          .cancellation, account: facts.account, key: "wish \(order.number)",
          words:
            "order \(order.number) was cancelled as the seller's own, and the log says the buyer wished it: it counts against you unless the buyer asks officially",
          command: "reply \(caseID) cancel-official", caseID: caseID, order: order.number)
      case .cancelledByNobody:
        AuditFinding(
          .cancellation, account: facts.account, key: "nobody \(order.number)",
          words: "order \(order.number) was cancelled, and nobody knows by whom: import it with cancelled_by",
          command: "import orders FILE --account \(facts.account)", order: order.number, more: -30)
      }
    }
  }

  // MARK: - What was written

  private static func replies(_ facts: AuditFacts) -> [AuditFinding] {
    facts.replies.map { reply in
      switch reply.trouble {
      case .draft(let rule, let why):
        AuditFinding(
          .policy, account: facts.account, key: "draft #\(reply.caseID) \(rule)",
          words: "the draft for #\(reply.caseID) breaks \(rule): \(why)", command: "reply \(reply.caseID) --edit",
          caseID: reply.caseID)
      case .overridden(let reason, _):
        AuditFinding(
          .policy, account: facts.account, key: "sent #\(reply.caseID)",
          words: "a reply went out against the policy check: \(reason)", command: "history \(reply.caseID)",
          caseID: reply.caseID, more: -10)
      }
    }
  }

  // MARK: - Figures and reports

  private static func figures(_ facts: AuditFacts) -> [AuditFinding] {
    // One finding for a figure, whatever its windows; what is near says nothing beside what is missed.
    let missed = Set(facts.figures.filter(\.isMissed).map(\.metric))
    let told = facts.figures.filter { $0.isMissed || !missed.contains($0.metric) }
    return Dictionary(grouping: told, by: \.metric).map { metric, figures in
      let windows = figures.map { "\($0.days.map { "\($0) days " } ?? "")\($0.words)" }.joined(separator: "; ")
      return AuditFinding(
        missed.contains(metric) ? .targetMissed : .targetNear, account: facts.account, key: metric.rawValue,
        words: "\(metric.title): \(windows)",
        command: "metric \(metric.rawValue) --cases --account \(facts.account)")
    }
      + facts.differences.map { difference in
        AuditFinding(
          .reconcile, account: facts.account, key: difference.metric.rawValue,
          words:
            "\(difference.metric.title) was reported as \(difference.reported.numerator) of \(difference.reported.denominator), here it is \(difference.own.numerator) of \(difference.own.denominator)",
          command: "reconcile --account \(facts.account)")
      }
  }

  private static func reports(_ facts: AuditFacts) -> [AuditFinding] {
    var found: [AuditFinding] = []
    if facts.hasReports, facts.newestReport.map({ facts.now.timeIntervalSince($0) > oldReport }) ?? true {
      found.append(
        AuditFinding(
          .report, account: facts.account, key: "report",
          words: facts.newestReport.map {
            "the newest performance report is \(span(facts.now.timeIntervalSince($0))) old"
          } ?? "no performance report was ever imported: all figures are estimates",
          command: "import performance FILE --account \(facts.account)"))
    }
    if facts.keptTooLong > 0 {
      let number =
        facts.keptTooLong > 1000
        ? "more than 1000 orders" : "\(facts.keptTooLong) \(facts.keptTooLong == 1 ? "order" : "orders")"
      found.append(
        AuditFinding(
          .personalData, account: facts.account, key: "retention",
          words:
            "\(number) delivered more than \(facts.retentionDays) days ago still \(facts.keptTooLong == 1 ? "names" : "name") the buyer",
          command: "purge --dry-run --account \(facts.account)"))
    }
    return found
  }

  private static func notices(_ facts: AuditFacts) -> [AuditFinding] {
    facts.listings.map { notice in
      AuditFinding(
        .listing, account: facts.account, key: notice.id,
        words: "\(notice.title) has been open for \(span(facts.now.timeIntervalSince(notice.openedAt)))",
        command: notice.caseID.map { "show \($0)" } ?? "metric policy-violations --cases", caseID: notice.caseID)
    }
      + facts.unread.map { notice in
        AuditFinding(
          .notification, account: facts.account, key: notice.id,
          words: "\(notice.title) has been unread for \(span(facts.now.timeIntervalSince(notice.openedAt)))",
          command: notice.caseID.map { "show \($0)" } ?? "queue kind:notification", caseID: notice.caseID)
      }
  }

  static func span(_ seconds: TimeInterval) -> String { "\(Span(seconds: Int(abs(seconds))))" }
}
