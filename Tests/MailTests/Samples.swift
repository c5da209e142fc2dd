import Foundation
import Testing

@testable import Mail

/// A mail written down with \n as its line ends.
func mail(_ text: String) throws -> MailMessage { try mail(Array(text.utf8)) }

func mail(_ bytes: [UInt8]) throws -> MailMessage { try #require(bytes.withUnsafeBytes { MailReader.read($0) }) }

/// The frame of a mail that has everything a mail should have.
func mail(headers: String = "", text: String) throws -> MailMessage {
  try mail(
    "From: Dana Poe <dana@buyer.example>\nSubject: Lamp\nDate: Sat, 12 Sep 2026 21:14:03 +0000\n\(headers)\n\(text)")
}
