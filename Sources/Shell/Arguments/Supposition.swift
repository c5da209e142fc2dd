import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// One thing that `whatif` supposes.
enum Supposition: Equatable {
  /// By its own id, or by the number of its case.
  case feedbackRemoved(String)
  case feedbackLeft(stars: Int, order: String)
  case claim(ClaimFact.Kind, order: String)
  case claimEnds(String, isWon: Bool)
  case moreOrders(Int)
  case shipped(order: String)
  case cancelled(order: String)
  case nobodyAnswers(until: Date)

  /// What can be said, each as it is typed.
  static let forms = [
    "remove feedback 17", "2 stars on order X", "claim on order X", "chargeback on order X", "win claim 5",
    "lose claim 5", "200 more orders", "ship order X", "cancel order X", "nobody answers until monday",
  ]

  /// Reads changes as people say them, apart by commas or "and".
  static func read(_ words: [String], now: Date, zone: TimeZone) throws -> [Supposition] {
    let text = words.joined(separator: " ").replacing(",", with: " , ")
    var parts: [[String]] = [[]]
    for word in text.split(separator: " ").map(String.init) {
      if word == "," || word.lowercased() == "and" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    let found = try parts.filter { !$0.isEmpty }.map { try Supposition($0, now: now, zone: zone) }
    guard !found.isEmpty else {
      throw Complaint.usage("whatif needs something to suppose", try: forms.joined(separator: " · "))
    }
    return found
  }

  private init(_ words: [String], now: Date, zone: TimeZone) throws {
    // "the", "a" and "an" say nothing; a case number may have its sign.
    let words = words.filter { !["the", "a", "an"].contains($0.lowercased()) }
    let lower = words.map { $0.lowercased() }
    let last = words.last ?? ""
    let subject = last.hasPrefix("#") ? String(last.dropFirst()) : last
    if let stars = lower.first.flatMap({ Int($0) }), lower.count >= 2 {
      if lower.dropFirst().starts(with: ["more", "orders"]) || lower.dropFirst().elementsEqual(["orders"]) {
        guard (1...10_000_000).contains(stars) else { throw Self.notUnderstood(words) }
        self = .moreOrders(stars)
        return
      }
      if ["star", "stars"].contains(lower[1]), lower.count == 5, lower[2...3].elementsEqual(["on", "order"]) {
        guard (1...5).contains(stars) else { throw Self.notUnderstood(words) }
        self = .feedbackLeft(stars: stars, order: last)
        return
      }
    }
    switch lower.dropLast().joined(separator: " ") {
    case "remove feedback": self = .feedbackRemoved(subject)
    case "claim on order": self = .claim(.aToZ, order: last)
    case "chargeback on order": self = .claim(.chargeback, order: last)
    case "win claim", "win chargeback": self = .claimEnds(subject, isWon: true)
    case "lose claim", "lose chargeback": self = .claimEnds(subject, isWon: false)
    case "ship order": self = .shipped(order: last)
    case "cancel order": self = .cancelled(order: last)
    case "nobody answers until", "no one answers until":
      self = .nobodyAnswers(until: try Self.instant(last, now: now, zone: zone))
    default: throw Self.notUnderstood(words)
    }
  }

  private static func notUnderstood(_ words: [String]) -> Complaint {
    .usage("“\(words.joined(separator: " "))” is not understood", try: forms.joined(separator: " · "))
  }

  /// "monday" (its first second in the account's zone), "tomorrow", "2d", or an instant.
  private static func instant(_ word: String, now: Date, zone: TimeZone) throws -> Date {
    let lower = word.lowercased()
    let today = LocalTime.wall(at: now, in: zone).day
    var found = InstantParser.parse(word, zone: zone) ?? Span(lower).map { now.addingTimeInterval(Double($0.seconds)) }
    if lower == "tomorrow" {
      found = LocalTime.instant(of: CivilDay(number: today.number + 1), second: 0, in: zone)
    } else if let weekday = CaseFilter.weekdays.firstIndex(where: { lower.hasPrefix($0) }) {
      let ahead = (weekday + 1 - today.weekday + 7) % 7
      found = LocalTime.instant(of: CivilDay(number: today.number + (ahead == 0 ? 7 : ahead)), second: 0, in: zone)
    }
    guard let found, found > now else {
      throw Complaint.usage("\(word) is no instant to come", try: "nobody answers until monday, tomorrow, 2d or a date")
    }
    return found
  }
}

extension Supposition {
  /// Puts it into the desk, inside of what is taken back afterwards. False where the account knows nothing of it.
  func suppose(_ ingestor: Ingestor, _ account: Account, _ desk: Desk, at now: Date) throws -> Bool {
    let before = now.addingTimeInterval(-1)
    func file(_ facts: [NewFact]) throws -> Bool {
      _ = try ingestor.ingest(facts, into: account, at: now)
      return true
    }
    switch self {
    case .nobodyAnswers: return true
    case .feedbackRemoved(let name):
      guard var fact = try feedback(name, account, desk) else { return false }
      fact.removedAt = before
      return try file([.feedback(fact)])
    case .feedbackLeft(let stars, let order):
      guard try isKnown(order, account, desk, at: now) else { return false }
      var fact = FeedbackFact(id: "supposed \(order)")
      fact.order = order
      fact.rating = stars
      fact.leftAt = before
      return try file([.feedback(fact)])
    case .claim(let kind, let order):
      guard try isKnown(order, account, desk, at: now) else { return false }
      var fact = ClaimFact(id: "supposed \(order)")
      fact.order = order
      fact.kind = kind
      fact.openedAt = before
      fact.closedAt = before
      fact.outcome = kind == .chargeback ? .lost : .granted
      return try file([.claim(fact)])
    case .claimEnds(let name, let isWon):
      guard var fact = try claim(name, account, desk) else { return false }
      fact.closedAt = before
      fact.outcome = isWon ? .won : .lost
      return try file([.claim(fact)])
    case .moreOrders(let count):
      return try file(
        (0..<count).map { number in
          var order = OrderFact(number: "supposed \(number)")
          // Clean in every way that counts.
          order.purchasedAt = before
          (order.shippedAt, order.shipBy) = (before, now)
          (order.deliveredAt, order.deliverBy) = (before, now)
          order.hasValidTracking = true
          return .order(order)
        })
    case .shipped(let number), .cancelled(let number):
      guard var order = try desk.order(number, of: account.id)?.order else { return false }
      if case .shipped = self {
        order.shippedAt = before
      } else {
        order.cancelledAt = before
        order.cancelledBy = .seller
      }
      return try file([.order(order)])
    }
  }

  private func isKnown(_ order: String, _ account: Account, _ desk: Desk, at now: Date) throws -> Bool {
    try desk.order(order, of: account.id)?.order.purchasedAt.map { $0 < now } ?? false
  }

  private func feedback(_ name: String, _ account: Account, _ desk: Desk) throws -> FeedbackFact? {
    if let found = try desk.feedback(name, of: account.id) { return found }
    guard let key = try named(name, desk), key.hasPrefix("feedback ") else { return nil }
    return try desk.feedback(String(key.dropFirst("feedback ".count)), of: account.id)
  }

  private func claim(_ name: String, _ account: Account, _ desk: Desk) throws -> ClaimFact? {
    if let found = try desk.claim(name, of: account.id) { return found }
    guard let key = try named(name, desk), key.hasPrefix("claim ") else { return nil }
    return try desk.claim(String(key.dropFirst("claim ".count)), of: account.id)
  }

  /// What the case of that number is about.
  private func named(_ name: String, _ desk: Desk) throws -> String? {
    try Int64(name).flatMap { try desk.matterKey(of: $0) }
  }
}
