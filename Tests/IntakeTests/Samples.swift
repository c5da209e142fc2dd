import Foundation
import Marketplaces
import ServiceDesk
import Testing

@testable import Intake

let importedAt = Date(timeIntervalSince1970: 1_794_816_000)

func account(
  _ id: Int64 = 1, _ name: String = "amazon-us", profile: String = "amazon",
  addresses: [String] = ["service@lampshop.example"]
) throws -> IntakeAccount {
  let yaml = try #require(ShippedProfiles.yaml(profile))
  return IntakeAccount(
    account: Account(id: id, name: name, profile: profile, addresses: addresses),
    profile: try Profile(name: profile, yaml: yaml))
}

/// A mail as it comes out of a file.
func raw(_ text: String) -> RawMail { RawMail(bytes: Array(text.utf8), line: 1) }

func intake(_ text: String, _ accounts: [IntakeAccount]? = nil) throws -> IncomingMessage {
  try MailIntake(accounts: try accounts ?? [account()], now: importedAt).read(raw(text)).get()
}

enum AmazonMail {
  static let alias = "k3v9t2m7q1+9f0c2b7e-1a2b-4c3d-8e4f-5a6b7c8d9e0f@marketplace.amazon.com"
  static let link =
    "https://sellercentral.amazon.com/messaging/no-response-needed?t=AT1&m=AM1&mp=ATVPDKIKX0DER&c=AS1&h=0000000000000000000000000000000000000000&s=1"
  static let words = "My lamp should be here since Thursday. Where is it?"

  /// The present form (MARKETPLACES.md 6.8).
  static func present(
    words: String = words, footer: String = "Resolve case \(link)",
    subject: String = "Order delivery inquiry from Amazon customer Dana Poe (Order: 114-5550101-2220202)",
    from: String = "\"Dana Poe\" <\(alias)>", begin: String = "------------- Message:  -------------",
    end: String = "------------- End message -------------"
  ) -> String {
    """
    From: \(from)
    To: service@lampshop.example
    Subject: \(subject)
    Date: Sat, 12 Sep 2026 21:14:03 +0000
    Message-ID: <0100aaaa-bbbb@email.amazonses.example>
    X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT
    X-Marketplace-ID: ATVPDKIKX0DER

    You have received a message.

    \(begin)

    \(words)

    \(end)

    Was this email helpful? https://sellercentral.amazon.com/gp/satisfaction/survey-form.html?x=1
    \(footer)
    [commMgrTok:ATESTTOKEN0001]

    """
  }

  /// The seller's own words, as Amazon sends them back.
  static func copy(from: String = "donotreply@amazon.com", order: String = " (Order: 114-5550101-2220202)") -> String {
    """
    From: \(from)
    To: service@lampshop.example
    Subject: Your e-mail to Dana Poe
    Date: Sun, 13 Sep 2026 08:00:00 +0000
    Message-ID: <copy-1@email.amazonses.example>
    X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT

    Dear seller, a copy of your message\(order):

    ------------- Message:  -------------

    It left today.

    ------------- End message -------------

    """
  }
}
