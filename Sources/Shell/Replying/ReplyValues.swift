import DeskStore
import Foundation
import HealthCore
import Marketplaces
import ServiceDesk

extension Session {
  /// What a case knows of the variables that canned replies may use.
  func replyValues(of subject: Case) throws -> [String: ReplyValue] {
    let account = try account(of: subject)
    var values: [String: ReplyValue] = [:]
    func put(_ name: String, _ text: String?) {
      if let text = text.map(TextGate.oneLine), !text.isEmpty { values[name] = .text(text) }
    }
    func put(_ name: String, _ date: Date?) {
      if let date, date < now { values[name] = .day(LocalTime.wall(at: date, in: account.timeZone).day) }
    }
    func putDeadline(_ name: String, _ date: Date?) {
      if let date { values[name] = .day(LocalTime.wall(at: date, in: account.timeZone).day) }
    }
    if let buyer = subject.buyer.map(TextGate.oneLine), !buyer.contains("@") {
      put("buyer", buyer)
      put("buyer.first", BuyersForm.firstName(of: buyer))
    }
    put("order", subject.order)
    put("agent", agent)
    put("shop", account.settings.shop)
    let profile = try profiles.profile(of: account)
    // A shop of one's own is no marketplace that a buyer would know by that name.
    if profile.messages != .own { put("marketplace", profile.title) }
    values["today"] = .day(LocalTime.wall(at: now, in: account.timeZone).day)
    if let order = try order(of: subject) {
      put("order.placed", order.purchasedAt)
      putDeadline("order.ship-by", order.shipBy)
      put("order.shipped", order.shippedAt)
      putDeadline("order.promised", order.deliverBy)
      put("order.delivered", order.deliveredAt)
      put("order.cancelled", order.cancelledAt)
      values["order.total"] = Self.money(order.total, order.currency)
      put("carrier", order.carrier)
      put("tracking", order.tracking)
    }
    if let rating = subject.rating { put("feedback.rating", "\(rating)") }
    if subject.kind == .claim, let claim = try claim(of: subject) {
      values["claim.amount"] = Self.money(claim.amount, claim.currency)
      putDeadline("claim.due", claim.dueAt ?? subject.dueAt)
    }
    return values
  }

  private static func money(_ amount: String?, _ currency: String?) -> ReplyValue? {
    amount.flatMap { Money([$0, currency ?? ""].filter { !$0.isEmpty }.joined(separator: " ")) }.map(ReplyValue.money)
  }

  /// The order that a case is about, if the desk knows it.
  func order(of subject: Case) throws -> OrderFact? {
    try subject.order.flatMap { try desk.order($0, of: subject.accountID) }?.order
  }

  private func claim(of subject: Case) throws -> ClaimFact? {
    guard let key = try desk.matterKey(of: subject.id), let space = key.firstIndex(of: " ") else { return nil }
    return try desk.claim(String(key[key.index(after: space)...]), of: subject.accountID)
  }

  /// How dates and amounts are written in a reply in this language from this account.
  func buyersForm(language: String, account: Account) -> BuyersForm {
    BuyersForm(
      language: language, monthFirst: account.zone.hasPrefix("America/") || account.zone.hasPrefix("US/"),
      today: LocalTime.wall(at: now, in: account.timeZone).day)
  }

  // MARK: - Which replies

  /// The languages in which to answer, best first: the buyer's, the account's, English, then any other.
  func replyLanguages(for subject: Case?) throws -> [String] {
    var languages = [subject?.language, try subject.flatMap { try account(of: $0).settings.language }, "en"].compactMap
    { $0 }
    languages += try replies.languages()
    return languages.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The replies that fit a case's kind and marketplace, each in the best language in which it is written.
  func fittingReplies(for subject: Case?) throws -> (
    language: String, replies: [CannedReply], bad: [ReplyLibrary.BadFile]
  ) {
    let known = try replies.languages()
    let languages = try replyLanguages(for: subject)
    let all = try replies.all(languages: languages)
    let language = languages.first { known.contains($0) } ?? "en"
    guard let subject else { return (language, all.replies, all.bad) }
    let profile = try account(of: subject).profile
    return (language, all.replies.filter { $0.fits(subject.kind, profile: profile) }, all.bad)
  }
}
