import DeskStore
import Foundation
import Marketplaces
import ServiceDesk

extension Session {
  /// What a case knows of the variables that canned replies may use.
  func replyValues(of subject: Case) throws -> [String: String] {
    let account = try account(of: subject)
    var values: [String: String] = [:]
    if let buyer = subject.buyer.map(TextGate.oneLine), !buyer.contains("@") {
      values["buyer"] = buyer
      values["buyer.first"] = Self.firstName(buyer)
    }
    values["order"] = subject.order.map(TextGate.oneLine)
    values["agent"] = agent
    values["shop"] = account.settings.shop
    values["marketplace"] = try profiles.profile(of: account).title
    return values
  }

  /// "Dana" of "Dana Poe"; nothing where the name may begin with the family's.
  private static func firstName(_ name: String) -> String? {
    let isHan = name.unicodeScalars.contains {
      (0x2E80...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
    }
    guard !isHan, let first = name.split(separator: " ").first, first.count > 1,
      first.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" })
    else { return nil }
    return String(first)
  }

  /// The languages in which to answer, best first: the buyer's, the account's, English, then any other.
  func replyLanguages(for subject: Case?) throws -> [String] {
    var languages = [subject?.language, try subject.flatMap { try account(of: $0).settings.language }, "en"].compactMap
    { $0 }
    languages += try replies.languages()
    return languages.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The replies that fit a case's kind and marketplace, in the language in which it would be answered.
  func fittingReplies(for subject: Case?) throws -> (
    language: String, replies: [CannedReply], bad: [ReplyLibrary.BadFile]
  ) {
    let known = try replies.languages()
    let language = try replyLanguages(for: subject).first { known.contains($0) } ?? "en"
    let all = try replies.all(language: language)
    guard let subject else { return (language, all.replies, all.bad) }
    let profile = try account(of: subject).profile
    let fitting = all.replies.filter { reply in
      (reply.kinds.isEmpty || reply.kinds.contains(subject.kind))
        && (reply.marketplaces.isEmpty || reply.marketplaces.contains(profile))
    }
    return (language, fitting, all.bad)
  }
}
