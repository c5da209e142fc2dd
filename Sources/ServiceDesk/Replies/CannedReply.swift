import Foundation

/// A reply kept for use again: front matter and a template.
package struct CannedReply: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package var name: String
    /// The question put to the agent where the value is not known; nil: it is not asked for.
    package var prompt: String?
    /// What is written where the value is not known.
    package var fallback: String?
  }
  /// What happens to the case once the reply is sent.
  package struct Afterwards: Sendable, Equatable {
    package var tags: [String] = []
    /// Seconds.
    package var snooze: Int?
    package var resolution: Resolution?

    package init(tags: [String] = []) { self.tags = tags }

    package var isEmpty: Bool { self == Afterwards() }
  }

  package var name: String
  package var language: String
  package var title: String
  package var useWhen: String
  /// Empty: every kind.
  package var kinds: [CaseKind]
  /// Names of profiles; empty: every marketplace.
  package var marketplaces: [String]
  package var fields: [Field]
  package var afterwards: Afterwards
  package var template: String
  /// The line of the file at which the template begins, from 1.
  package var templateLine: Int

  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }
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
