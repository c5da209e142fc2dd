import Foundation

/// Something that an audit found, with the command that mends it.
package struct AuditFinding: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case targetMissed = "target-missed"
    case overdue
    case claim
    case order
    case dueSoon = "due-soon"
    case feedback
    case cancellation
    case policy
    case listing
    case targetNear = "target-near"
    case notification
    case reconcile
    case personalData = "personal-data"
    case report
    case task

    /// What stands first: what can cost the account before what can cost an order, before what is untidy.
    var weight: Int {
      switch self {
      case .targetMissed: 100
      case .overdue: 90
      case .claim: 85
      case .order: 75
      case .dueSoon: 60
      case .feedback: 55
      case .cancellation: 50
      case .policy: 45
      case .listing: 45
      case .targetNear: 40
      case .notification: 40
      case .reconcile: 30
      case .personalData: 25
      case .report: 20
      case .task: 15
      }
    }

    /// As people call it.
    package var title: String {
      switch self {
      case .targetMissed: "target missed"
      case .targetNear: "target near"
      case .dueSoon: "due soon"
      case .personalData: "personal data"
      case .report: "old report"
      default: rawValue
      }
    }
  }

  package var kind: Kind
  /// The account's name; nil for what is about the whole desk.
  package var account: String?
  /// What makes it the same finding as one of an earlier audit.
  package var key: String
  /// One sentence, without names of people.
  package var words: String
  /// What to type.
  package var command: String
  package var caseID: Int64?
  package var order: String?
  /// When it is due, for the order among equals; nil: no matter when.
  package var dueAt: Date?
  /// 0 to 100, larger first.
  package var weight: Int

  package init(
    _ kind: Kind, account: String?, key: String, words: String, command: String, caseID: Int64? = nil,
    order: String? = nil, dueAt: Date? = nil, more: Int = 0
  ) {
    self.kind = kind
    self.account = account
    self.key = [kind.rawValue, account ?? "", key].joined(separator: " ")
    self.words = words
    self.command = command
    self.caseID = caseID
    self.order = order
    self.dueAt = dueAt
    weight = min(100, kind.weight + more)
  }
}
