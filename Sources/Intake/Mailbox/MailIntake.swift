import Foundation
import Mail
import Marketplaces
import ServiceDesk

/// A row or mail that was not taken.
package struct Reject: Sendable, Equatable {
  /// From 1.
  package var line: Int
  package var reason: String

  package init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}

/// An account with its profile: where a mail may belong to.
package struct IntakeAccount: Sendable {
  package var account: Account
  package var profile: Profile

  package init(account: Account, profile: Profile) {
    self.account = account
    self.profile = profile
  }
}

/// Turns mails into messages of the desk, by a fixed list of steps.
package struct MailIntake: Sendable {
  /// Where mails may go; a single one takes all.
  package var accounts: [IntakeAccount]
  package var now: Date

  package init(accounts: [IntakeAccount], now: Date) {
    self.accounts = accounts
    self.now = now
  }

  /// The steps, in order: each knows one thing about mails.
  static let steps: [@Sendable (inout MailReading) -> Void] = [
    MarketplaceSender.apply, SellersCopy.apply, AutomaticMail.apply, ChosenAccount.apply, BuyersWords.apply,
    NamedOrder.apply, ThreadNames.apply, WrittenLanguage.apply,
  ]

  package func read(_ raw: RawMail) -> Result<IncomingMessage, IntakeFault> {
    if raw.isOversized {
      return .failure(
        IntakeFault(reason: "is longer than \(MboxSplitter.longestMail >> 20) MiB; save it without its attachments"))
    }
    guard let mail = raw.bytes.withUnsafeBytes({ MailReader.read($0) }) else {
      return .failure(IntakeFault(reason: "is no mail: it has no header"))
    }
    if mail.from == nil, mail.subject.isEmpty, mail.date == nil, mail.messageID == nil,
      mail.text.allSatisfy(\.isWhitespace)
    {
      return .failure(IntakeFault(reason: "is no mail: it has neither sender, subject, date nor text"))
    }
    var reading = MailReading(mail: mail, accounts: accounts)
    for step in Self.steps { step(&reading) }
    guard let account = reading.account else {
      return .failure(IntakeFault(reason: "names no account by its addresses; say which with --account"))
    }
    return .success(message(reading, account: account, raw: raw))
  }

  private func message(_ reading: MailReading, account: IntakeAccount, raw: RawMail) -> IncomingMessage {
    let mail = reading.mail
    // A mail whose clock can't be trusted is dated by the server that took it, else by its import.
    let date = mail.date ?? mail.receivedDate ?? now.addingTimeInterval(-1)
    let id =
      mail.messageID ?? raw.bytes.withUnsafeBytes { Digest.sha256($0) }.map { "sha256:\($0)" } ?? "line:\(raw.line)"
    var references = reading.threads.references
    references.removeAll { $0 == id }
    var names = reading.threads.names
    if names.isEmpty { names = ["mail \(id)"] }
    var message = IncomingMessage(
      accountID: account.account.id, id: id, threads: .init(references: references, names: names),
      direction: reading.direction, at: date, from: mail.from.map { $0.name.isEmpty ? $0.address : $0.name } ?? "",
      subject: mail.subject, text: reading.text)
    message.quoted = reading.quoted
    message.kind = reading.isNotice ? .notification : .message
    message.isAutomatic = reading.isAutomatic
    message.buyer = reading.buyer
    message.order = reading.order
    message.language = reading.language
    message.replyTo = reading.replyTo
    message.noReplyLink = reading.noReplyLink
    message.attachments = mail.attachments.map { .init(name: $0.name, type: $0.type, size: $0.size) }
    message.flaws = mail.flaws.map(\.rawValue)
    if message.text.utf8.contains(0) {
      // A text is kept up to its first NUL only.
      message.text = message.text.replacingOccurrences(of: "\0", with: "\u{FFFD}")
      message.flaws.append("NUL bytes")
    }
    return message
  }
}

/// Why a mail or row can't be taken.
package struct IntakeFault: Error, Sendable, Equatable {
  package var reason: String

  package init(reason: String) { self.reason = reason }
}

/// A mail, and what the steps have found out about it so far.
struct MailReading {
  let mail: MailMessage
  /// Those that it may belong to.
  let accounts: [IntakeAccount]
  /// The profile whose marketplace passed it on.
  var marketplace: Profile?
  var account: IntakeAccount?
  var direction = Direction.in
  var isAutomatic = false
  /// From the marketplace itself, not from a buyer.
  var isNotice = false
  var buyer: String?
  var replyTo: String?
  var order: String?
  var text: String
  var quoted = ""
  var noReplyLink: String?
  var language: String?
  var threads = IncomingMessage.ThreadKeys(names: [])

  /// The sender's address, lower-case, and what stands after its @.
  let sender: String
  let senderDomain: String

  init(mail: MailMessage, accounts: [IntakeAccount]) {
    self.mail = mail
    self.accounts = accounts
    text = mail.text
    sender = mail.from?.address.lowercased() ?? ""
    senderDomain = Self.domain(of: sender)
  }

  static func domain(of address: String) -> String {
    guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
    return String(address[address.utf8.index(after: at)...])
  }
}
