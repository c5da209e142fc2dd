import Foundation
import HealthCore
import ServiceDesk

/// What an audit of one account looks at, as it stands at one instant.
package struct AuditFacts: Sendable {
  package struct DueCase: Sendable {
    package var id: Int64
    package var kind: CaseKind
    package var dueAt: Date
    package var order: String?

    package init(id: Int64, kind: CaseKind, dueAt: Date, order: String?) {
      (self.id, self.kind, self.dueAt, self.order) = (id, kind, dueAt, order)
    }
  }
  package struct Feedback: Sendable {
    package var caseID: Int64
    package var rating: Int
    package var ground: RemovalGround?
    package var status: FeedbackStatus
    package var until: Date?

    package init(caseID: Int64, rating: Int, ground: RemovalGround?, status: FeedbackStatus, until: Date?) {
      (self.caseID, self.rating, self.ground, self.status, self.until) = (caseID, rating, ground, status, until)
    }
  }
  package struct Order: Sendable {
    package enum Trouble: Sendable, Equatable {
      case unshipped(since: Date)
      case unscanned(since: Date)
      /// Cancelled by the seller, although the buyer wished it.
      case buyersWish(caseID: Int64)
      case cancelledByNobody
    }
    package var number: String
    package var trouble: Trouble

    package init(number: String, trouble: Trouble) { (self.number, self.trouble) = (number, trouble) }
  }
  package struct Reply: Sendable {
    package enum Trouble: Sendable {
      case draft(rule: String, why: String)
      case overridden(reason: String, at: Date)
    }
    package var caseID: Int64
    package var trouble: Trouble

    package init(caseID: Int64, trouble: Trouble) { (self.caseID, self.trouble) = (caseID, trouble) }
  }
  package struct Figure: Sendable {
    package var metric: MetricID
    package var days: Int?
    package var words: String
    package var isMissed: Bool

    package init(metric: MetricID, days: Int?, words: String, isMissed: Bool) {
      (self.metric, self.days, self.words, self.isMissed) = (metric, days, words, isMissed)
    }
  }
  package struct Difference: Sendable {
    package var metric: MetricID
    package var reported: Ratio
    package var own: Ratio

    package init(metric: MetricID, reported: Ratio, own: Ratio) {
      (self.metric, self.reported, self.own) = (metric, reported, own)
    }
  }
  package struct Notice: Sendable {
    package var caseID: Int64?
    package var id: String
    package var title: String
    package var openedAt: Date

    package init(caseID: Int64?, id: String, title: String, openedAt: Date) {
      (self.caseID, self.id, self.title, self.openedAt) = (caseID, id, title, openedAt)
    }
  }

  package var account: String
  package var profile: String
  package var now: Date
  package var due: [DueCase] = []
  package var feedback: [Feedback] = []
  package var orders: [Order] = []
  package var replies: [Reply] = []
  package var figures: [Figure] = []
  /// When the marketplace last reported; nil: never.
  package var newestReport: Date?
  /// Whether reports of this marketplace can be imported at all.
  package var hasReports = false
  package var differences: [Difference] = []
  /// Orders delivered longer ago than buyers' data may be kept, that still have some.
  package var keptTooLong = 0
  package var retentionDays = 0
  /// Violations that name a listing and are open.
  package var listings: [Notice] = []
  /// Notifications that nobody has done anything about.
  package var unread: [Notice] = []

  package init(account: String, profile: String, now: Date) {
    (self.account, self.profile, self.now) = (account, profile, now)
  }
}
