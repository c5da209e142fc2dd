import DeskStore
import Foundation
import Intake
import ServiceDesk

extension Session {
  /// The tag of a case whose buyer wants no messages.
  static let optedOut = "opted-out"

  /// What the policy check finds in a text that is to go to a case's buyer.
  ///
  /// - Parameter isProactive: nobody has asked for it, as the canned reply says; a case in which the buyer has written
  ///   nothing makes it so too.
  func policyFindings(in text: String, for subject: Case, isProactive: Bool) throws -> [Finding] {
    var message = OutgoingText(
      text: text, rules: try messageRules(of: subject), isProactive: isProactive || subject.newestInbound == nil)
    message.subject = replySubject(of: subject)
    message.occasion.now = now
    message.occasion.order = subject.order
    message.occasion.buyer = subject.buyer
    message.occasion.buyersLanguage = subject.language
    message.occasion.language = LanguageOfText.code(text)
    message.occasion.hasOptedOut = subject.tags.contains(Self.optedOut)
    message.occasion.isOnlyAnswer = subject.unanswered > 0
    if let order = subject.order {
      message.occasion.deliveredAt = try self.order(of: subject)?.deliveredAt.flatMap { $0 < now ? $0 : nil }
      message.occasion.earlierReviewRequests = try desk.sentTexts(aboutOrder: order, of: subject.accountID, at: now)
        .count(where: ReviewRequest.stands)
    }
    return PolicyCheck.findings(in: message)
  }

  func messageRules(of subject: Case) throws -> MessageRules {
    try profiles.profile(of: account(of: subject)).messages
  }
}

extension Finding {
  var document: Document {
    .object([
      "rule": .text(rule), "severity": .text(severity.rawValue), "words": .text(words), "why": .text(why),
      "source": .text(source),
    ])
  }

  /// The rule and the words on a line, why and the source under them.
  func lines(on page: Page) -> Rich {
    let style: Style = severity == .block ? .alarm : .caution
    let why = page.wrapped("\(why) [\(source)]", indent: 9)
    let words = words.isEmpty ? "" : "“\(TextGate.oneLine(words))”"
    return "\(rule, style)  \(words)\n\(why.joined(separator: "\n"), .faint)"
  }
}

extension [Finding] {
  /// Why a text with these findings must not leave; nil where it may.
  var fault: Complaint? {
    let blocking = filter { $0.severity == .block }
    guard let first = blocking.first else { return nil }
    let others = blocking.count > 1 ? " (and \(blocking.count - 1) more)" : ""
    return Complaint(
      "\(first.rule): \(first.why): \(TextGate.oneLine(first.words))\(others); nothing was sent",
      try: "--edit to change the text, or --override REASON to send it all the same; the reason is logged")
  }
}
