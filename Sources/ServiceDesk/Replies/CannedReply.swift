import Foundation

/// A reply kept for use again: front matter and a template.
package struct CannedReply: Sendable, Equatable {
  /// What the agent types into a field.
  package enum FieldKind: String, Sendable, CaseIterable { case text, date, money, number }

  package struct Field: Sendable, Equatable {
    package var name: String
    /// The question put to the agent where the value is not known; nil: it is not asked for.
    package var prompt: String?
    /// What is written where the value is not known.
    package var fallback: String?
    package var kind = FieldKind.text
    /// Nothing leaves while it is unknown, even where the text would manage without it.
    package var isRequired = false
  }
  /// What happens to the case once the reply is sent.
  package struct Afterwards: Sendable, Equatable, Codable {
    package var tags: [String] = []
    /// Seconds.
    package var snooze: Int?
    package var resolution: Resolution?

    package init(tags: [String] = []) { self.tags = tags }

    package var isEmpty: Bool { self == Afterwards() }

    /// Both, one after the other; of two resolutions or snoozes the later one holds.
    package func followed(by other: Afterwards) -> Afterwards {
      var all = Afterwards(tags: tags + other.tags.filter { !tags.contains($0) })
      all.snooze = other.snooze ?? snooze
      all.resolution = other.resolution ?? resolution
      return all
    }
  }

  package var name: String
  package var language: String
  package var title: String
  package var useWhen: String
  /// Empty: every kind.
  package var kinds: [CaseKind]
  /// Names of profiles; empty: every marketplace.
  package var marketplaces: [String]
  /// States of the order in which it fits; empty: any.
  package var orders: [OrderSituation]
  /// What buyers write when this is the answer.
  package var buyersSay: [String]
  /// Sent without the buyer having asked.
  package var isProactive: Bool
  package var fields: [Field]
  package var afterwards: Afterwards
  package var template: String
  /// The line of the file at which the template begins, from 1.
  package var templateLine: Int

  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Whether it is meant for a case of this kind on an account with this profile.
  package func fits(_ kind: CaseKind, profile: String) -> Bool {
    (kinds.isEmpty || kinds.contains(kind)) && (marketplaces.isEmpty || marketplaces.contains(profile))
  }
}

/// How an order stands, as far as that decides what to answer.
package enum OrderSituation: String, Sendable, Codable, CaseIterable {
  /// No order is known.
  case none
  case notShipped = "not-shipped"
  case shipped
  /// Not there, and past the promised day; or not shipped, and past the day for that.
  case late
  case delivered
  case cancelled

  /// In words, as a reason.
  package var words: String {
    switch self {
    case .none: "no order known"
    case .notShipped: "order not shipped yet"
    case .shipped: "order on its way"
    case .late: "order past its promise"
    case .delivered: "order delivered"
    case .cancelled: "order cancelled"
    }
  }
}

/// What is wrong with a canned reply's file.
package struct ReplyFault: Error, Sendable, Equatable {
  /// From 1; 0 where the whole file is meant.
  package var line: Int
  package var reason: String
  package var remedy: String

  package init(line: Int, reason: String, remedy: String) {
    self.line = line
    self.reason = reason
    self.remedy = remedy
  }
}
