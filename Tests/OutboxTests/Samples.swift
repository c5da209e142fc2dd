import Foundation
import Mail
import ServiceDesk
import Testing

@testable import Outbox

func outgoing(
  messageID: String = "<one@lampshop.example>", fromName: String = "Lamp Shop",
  from: String = "service@lampshop.example",
  to: String = "k3v9t2m7q1@marketplace.amazon.com", subject: String = "Re: Where is my lamp?", inReplyTo: String? = nil,
  references: [String] = [], text: String = "Hello Dana,\n\nit left today.\n"
) -> OutgoingMail {
  OutgoingMail(
    messageID: messageID, fromName: fromName, from: from, to: to, subject: subject, inReplyTo: inReplyTo,
    references: references, text: text, date: Date(timeIntervalSince1970: 1_794_816_000))
}

/// A folder that is gone after the test.
func withFolder(_ work: (String) throws -> Void) throws {
  let path = NSTemporaryDirectory() + "replywell-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try work(path)
}
