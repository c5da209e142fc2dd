import Foundation

/// Whose rules a message has to keep.
package enum MessageRules: String, Sendable, Codable, CaseIterable {
  case amazon, ebay, etsy, walmart, alibaba
  /// A shop of one's own: only what is wrong anywhere.
  case own

  /// As a person calls it.
  package var title: String { self == .own ? "own shop" : rawValue }
}

/// A message on its way to a buyer: what the policy check looks at.
package struct OutgoingText: Sendable {
  package struct Attachment: Sendable, Equatable {
    package var name: String
    /// As the mail says, such as `image/gif`.
    package var type: String
    package var bytes: Int

    package init(name: String, type: String, bytes: Int) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// What is known of the conversation; nil or empty where it isn't, and then no rule needs it.
  package struct Occasion: Sendable, Equatable {
    package var now: Date?
    /// The order that the conversation is about.
    package var order: String?
    package var buyer: String?
    package var deliveredAt: Date?
    /// Outgoing messages of the same order that asked for a review or feedback.
    package var earlierReviewRequests = 0
    /// The buyer has asked for no more messages.
    package var hasOptedOut = false
    /// The only answer that the buyer's question would get.
    package var isOnlyAnswer = false
    /// The language in which the buyer wrote, and that of this text, as far as they can be told: `en`.
    package var buyersLanguage: String?
    package var language: String?

    package init() {}
  }

  package var text: String
  package var rules: MessageRules
  /// Sent without the buyer having asked.
  package var isProactive: Bool
  package var subject: String?
  /// The HTML part, if it has one.
  package var html: String?
  package var attachments: [Attachment] = []
  package var occasion = Occasion()

  package init(text: String, rules: MessageRules, isProactive: Bool = false) {
    self.text = text
    self.rules = rules
    self.isProactive = isProactive
  }
}
