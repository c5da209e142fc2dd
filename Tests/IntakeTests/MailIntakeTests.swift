import Foundation
import Mail
import Marketplaces
import ServiceDesk
import Testing

@testable import Intake

@Suite("Mails become messages of the desk")
struct MailIntakeTests {
  @Test("Amazon's present form: the buyer's words, the order, the alias, the footer's link")
  func present() throws {
    let message = try intake(AmazonMail.present())
    #expect(message.direction == .in && message.kind == .message && !message.isAutomatic)
    #expect(message.text == AmazonMail.words)
    #expect(message.quoted.contains("Resolve case") && !message.quoted.contains("You have received"))
    #expect(message.buyer == "Dana Poe")
    #expect(message.order == "114-5550101-2220202")
    #expect(message.replyTo == AmazonMail.alias)
    #expect(message.noReplyLink == AmazonMail.link)
    #expect(message.at == Date(timeIntervalSince1970: 1_789_247_643))
    #expect(message.id == "<0100aaaa-bbbb@email.amazonses.example>")
    #expect(message.threads.names == ["relay \(AmazonMail.alias) 114-5550101-2220202", "order 114-5550101-2220202"])
    #expect(message.language == "en")
  }

  @Test("The old form, and one in another language, are read alike")
  func otherForms() throws {
    let old = try intake(
      AmazonMail.present(
        subject: "Shipping inquiry from Amazon customer Dana Poe", begin: "------------- Begin message -------------"
      )
      .replacingOccurrences(
        of: "You have received a message.", with: "Order ID 114-5550101-2220202:\n1 of Desk lamp [ASIN: B0TESTLAMP]"))
    #expect(old.text == AmazonMail.words)
    #expect(old.order == "114-5550101-2220202")
    let brazilian = try intake(
      AmazonMail.present(
        begin: "------------- Mensagem:  -------------", end: "------------- Encerrar mensagem -------------"))
    #expect(brazilian.text == AmazonMail.words)
  }

  @Test("A question before the order belongs to its alias")
  func withoutOrder() throws {
    let message = try intake(
      AmazonMail.present(
        subject: "Inquiry from Amazon customer Dana Poe",
        from: "\"Dana Poe - Amazon Marketplace\" <\(AmazonMail.alias)>"))
    #expect(message.order == nil)
    #expect(message.buyer == "Dana Poe")
    #expect(message.threads.names == ["relay \(AmazonMail.alias)"])
  }

  @Test("A frame and a link in the buyer's own words deceive nobody")
  func forgedFrame() throws {
    let forged = "https://sellercentral.amazon.com/messaging/no-response-needed?t=FORGED"
    let words = "Hello\n\n------------- End message -------------\n\nResolve case \(forged)\n\nstill me"
    let message = try intake(AmazonMail.present(words: words))
    #expect(message.noReplyLink == AmazonMail.link)
    #expect(message.text == words)
    #expect(try intake(AmazonMail.present(words: words, footer: "")).noReplyLink == nil)
  }

  @Test(
    "A link is only trusted where its host is Amazon's",
    arguments: [
      "https://sellercentral.amazon.com.evil.example/messaging/no-response-needed?t=1",
      "https://www.amazon.evil.example/gp/communication-manager/no-response-needed.html",
      "https://www.amazon.com@evil.example/no-response-needed",
      "http://sellercentral.amazon.com/messaging/no-response-needed?t=1",
      "https://evil.example/no-response-needed?https://sellercentral.amazon.com/",
    ])
  func foreignLink(link: String) throws {
    #expect(try intake(AmazonMail.present(footer: "Resolve case \(link)")).noReplyLink == nil)
  }

  @Test(
    "Amazon's hosts of other countries are trusted as well",
    arguments: [
      "https://sellercentral.amazon.co.uk/messaging/no-response-needed?t=1",
      "https://sellercentral-europe.amazon.com/messaging/no-response-needed?t=1",
      "https://www.amazon.de/gp/communication-manager/no-response-needed.html?msg=1",
      "https://sellercentral.amazon.com.mx/messaging/no-response-needed?t=1",
    ])
  func otherHosts(link: String) throws {
    #expect(try intake(AmazonMail.present(footer: "Resolve case \(link)")).noReplyLink == link)
  }

  @Test("The seller's copy is outgoing, to that buyer, and no notice")
  func sellersCopy() throws {
    let message = try intake(AmazonMail.copy())
    #expect(message.direction == .out && message.kind == .message && !message.isAutomatic)
    #expect(message.buyer == "Dana Poe")
    #expect(message.text == "It left today.")
    #expect(message.order == "114-5550101-2220202")
    #expect(message.threads.names.contains("order 114-5550101-2220202"))
  }

  @Test("Copies without an order are not one conversation: they all go to the seller's own address")
  func sellersCopyWithoutOrder() throws {
    let names = try intake(AmazonMail.copy(order: "")).threads.names
    #expect(!names.contains { $0.contains("service@lampshop.example") })
  }

  @Test("A stranger can't pass a mail off as the seller's own answer")
  func forgedCopy() throws {
    #expect(try intake(AmazonMail.copy(from: "dana@evil.example")).direction == .in)
  }

  @Test("A mail from the seller's own address is outgoing")
  func ownMail() throws {
    let message = try intake(
      "From: Service@LampShop.example\nTo: Dana Poe <\(AmazonMail.alias)>\nSubject: Re: (Order: 114-5550101-2220202)\nMessage-ID: <r1@lampshop.example>\n\nIt left.\n\nOn Sat, 12 Sep 2026 at 21:14, Dana Poe wrote:\n> Where is it?\n"
    )
    #expect(message.direction == .out)
    #expect(message.buyer == "Dana Poe")
    #expect(message.text == "It left.")
    #expect(message.quoted.hasPrefix("On Sat"))
    #expect(message.threads.names == ["order 114-5550101-2220202"])
  }

  @Test(
    "What a machine wrote is automatic",
    arguments: [
      "From: dana@buyer.example\nAuto-Submitted: auto-replied\n", "From: dana@buyer.example\nPrecedence: bulk\n",
      "From: dana@buyer.example\nX-Autoreply: yes\n",
      "From: MAILER-DAEMON@relay.example\n", "From: dana@buyer.example\nX-Auto-Response-Suppress: All\n",
      "From: x@relay.example\nReturn-Path: <>\n",
      "From: x@relay.example\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=a\n",
      "From: news@list.example\nList-Id: <news.list.example>\n",
    ])
  func automatic(headers: String) throws {
    let message = try intake("\(headers)Subject: Away\n\nI am away.\n")
    #expect(message.isAutomatic)
    #expect(message.language == nil)
  }

  @Test("The same words from a person are not", arguments: ["Auto-Submitted: no\n", "Precedence: normal\n", ""])
  func personal(headers: String) throws {
    #expect(!(try intake("From: dana@buyer.example\n\(headers)Subject: Away\n\nI am away.\n")).isAutomatic)
  }

  @Test(
    "The marketplace's own mail is a notification",
    arguments: ["donotreply@amazon.com", "no-reply@amazon.de", "Seller-Performance@amazon.co.uk"])
  func notice(sender: String) throws {
    let message = try intake("From: Amazon <\(sender)>\nSubject: Your account\n\nNews.\n")
    #expect(message.kind == .notification && message.isAutomatic && message.direction == .in)
  }

  @Test(
    "A domain that only looks like Amazon's is nobody's",
    arguments: [
      "x@marketplace.amazon.com.evil.example", "x@evilmarketplace.amazon.com", "donotreply@amazon-com.example",
    ])
  func lookalike(sender: String) throws {
    let message = try intake("From: Dana <\(sender)>\nSubject: Question\n\nHello\n")
    #expect(message.kind == .message && !message.isAutomatic)
    #expect(!message.threads.names.contains { $0.hasPrefix("relay") })
  }

  @Test("A plain mail finds its conversation by what it answers, nearest first")
  func references() throws {
    let message = try intake(
      "From: Dana Poe <dana@buyer.example>\nReply-To: Dana <private@buyer.example>\nSubject: Re: Lamp\nMessage-ID: <m3@buyer.example>\nIn-Reply-To: <m2@lampshop.example>\nReferences: <m0@buyer.example> <m1@x.example> <m2@lampshop.example>\n\nThanks!\n",
      [account(profile: "plain")])
    #expect(message.threads.references == ["<m2@lampshop.example>", "<m1@x.example>", "<m0@buyer.example>"])
    #expect(message.threads.names == ["mail <m3@buyer.example>"])
    #expect(message.replyTo == "private@buyer.example")
  }

  @Test("Without a readable date the server's counts, else the import's")
  func dates() throws {
    let received = "Received: from a by b; Sat, 12 Sep 2026 19:15:00 +0000\n"
    let broken = "From: a@buyer.example\nDate: Fri, 31 Dec 9999 23:59:59 +0000\n"
    #expect(try intake("\(broken)\(received)\nx").at == Date(timeIntervalSince1970: 1_789_240_500))
    #expect(try intake("\(broken)\nx").at < importedAt)
    #expect(try intake("\(broken)\nx").flaws == ["no readable date"])
  }

  @Test("Without an id the mail's own bytes are its id")
  func digest() throws {
    let text = "From: a@buyer.example\nSubject: A\n\nx"
    #expect(try intake(text).id.hasPrefix("sha256:"))
    #expect(try intake(text).id == intake(text).id)
    #expect(try intake(text).id != intake(text + "y").id)
  }

  @Test("Rejected with a reason", arguments: ["\n\nx", "X-Nothing: x\n\n \n"])
  func rejected(text: String) throws {
    let fault = #expect(throws: IntakeFault.self) { try intake(text) }
    #expect(fault?.reason.contains("is no mail") == true)
  }

  @Test("A mail too long to be taken says so")
  func oversized() throws {
    let mail = RawMail(bytes: [], line: 1, isOversized: true)
    let fault = #expect(throws: IntakeFault.self) {
      try MailIntake(accounts: [account()], now: importedAt).read(mail).get()
    }
    #expect(fault?.reason.contains("32 MiB") == true)
  }
}
