import Foundation

/// One mail as a person would read it: decoded, in UTF-8, its parts sorted into text and attachments.
package struct MailMessage: Sendable, Equatable {
  /// With its angle brackets, as other mails refer to it; nil where the mail has none.
  package var messageID: String?
  package var inReplyTo: [String] = []
  package var references: [String] = []
  package var from: MailAddress?
  package var to: [MailAddress] = []
  package var subject = ""
  /// The sender's `Date`, in whole seconds; nil where there is none that can be read.
  package var date: Date?
  /// The time of the newest `Received` header: when the last server took the mail.
  package var receivedDate: Date?
  /// The fields that intake looks at, by lower-case name; the first of each.
  package var headers: [String: String] = [:]
  package var text = ""
  /// As it was written, where the mail has an HTML part.
  package var html: String?
  package var attachments: [MailAttachment] = []
  package var flaws: [MailFlaw] = []

  package init() {}
}

/// A name and an address. The address is empty where the field names only a group or a name.
package struct MailAddress: Sendable, Equatable {
  package var name: String
  package var address: String

  package init(name: String = "", address: String) {
    self.name = name
    self.address = address
  }
}

/// What a mail carries beside its text. It is listed, never opened.
package struct MailAttachment: Sendable, Equatable, Codable {
  package var name: String
  package var type: String
  /// In bytes, as transferred once its encoding is undone.
  package var size: Int

  package init(name: String, type: String, size: Int) {
    self.name = name
    self.type = type
    self.size = size
  }
}

/// What was wrong with a mail that was taken all the same.
package enum MailFlaw: String, Sendable, Codable, CaseIterable {
  case noDate = "no readable date"
  case noSender = "no sender"
  case unknownCharset = "text in an unknown character set"
  case cutHead = "a head that is cut"
  case tooManyParts = "more parts than are read"
  case tooDeep = "parts nested too deeply"
  case damaged = "damaged structure"
  case cutText = "text cut to its first part"
}
