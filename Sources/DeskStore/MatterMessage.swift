import Foundation
import HealthCore
import ServiceDesk

/// What a fact brings to the queue: the matter of the case, and the words about it as its first message.
enum MatterMessage {
  case feedback(FeedbackFact, Account)
  case claim(ClaimFact, Account)
  case violation(ViolationFact, Account)
  /// Nil: the order no longer runs that risk at all.
  case shipment(ShipmentRisk.Stage, ShipmentRisk?, OrderFact, Account)
  /// The buyer of an order may be asked for feedback.
  case followUp(OrderFact, openedAt: Date, until: Date, Account)
  /// A plan is to be looked at again.
  case review(PlanReview, endedAt: Date?, Account)

  /// Nil where the fact is no case, or none yet: praise, or a claim of unknown date.
  func matter(_ deadlines: CaseDeadlines) -> Matter? {
    switch self {
    case .feedback(let fact, let account):
      guard let rating = fact.rating, let left = fact.leftAt else { return nil }
      let due = deadlines.due("feedback", from: left, zone: account.timeZone) ?? left.addingTimeInterval(90 * 86_400)
      // A buyer who thinks better of it has settled the matter.
      return Matter(
        key: key, kind: .feedback, openedAt: left, dueAt: due, endedAt: rating > 3 ? left : fact.removedAt,
        lapses: true, rating: rating)
    case .claim(let fact, let account):
      guard let opened = fact.openedAt else { return nil }
      let topic = fact.kind?.rawValue ?? ClaimFact.Kind.dispute.rawValue
      let isOver = fact.outcome.map { $0 != .pending } ?? false
      return Matter(
        key: key, kind: .claim, openedAt: opened,
        dueAt: fact.dueAt ?? deadlines.due(topic, from: opened, zone: account.timeZone),
        endedAt: fact.closedAt ?? (isOver ? opened : nil))
    case .violation(let fact, let account):
      guard let opened = fact.openedAt else { return nil }
      let isNotice = fact.kind == .notification
      return Matter(
        key: key, kind: isNotice ? .notification : .violation, openedAt: opened,
        dueAt: fact.dueAt
          ?? deadlines.due(isNotice ? "notification" : "violation", from: opened, zone: account.timeZone),
        endedAt: fact.resolvedAt)
    case .shipment(_, let risk, _, _):
      guard let risk else { return nil }
      return Matter(key: key, kind: .shipment, openedAt: risk.opensAt, dueAt: risk.dueAt, endedAt: risk.endsAt)
    case .review(let review, let endedAt, _):
      return Matter(
        key: key, kind: .notification, openedAt: review.opensAt, dueAt: review.dueAt, endedAt: endedAt)
    case .followUp(_, let openedAt, let until, _):
      return Matter(key: key, kind: .feedback, openedAt: openedAt, dueAt: until, endedAt: nil, lapses: true)
    }
  }

  /// Whether it is worth a case if there is none yet: feedback that a buyer has raised above three stars is not.
  var hasCase: Bool {
    if case .feedback(let fact, _) = self { return fact.rating.map { $0 <= 3 } ?? false }
    return true
  }

  var account: Account {
    switch self {
    case .feedback(_, let account), .claim(_, let account), .violation(_, let account),
      .shipment(_, _, _, let account), .followUp(_, _, _, let account), .review(_, _, let account):
      account
    }
  }

  /// Unique within an account.
  var key: String {
    switch self {
    case .feedback(let fact, _): "feedback \(fact.id)"
    case .claim(let fact, _): "claim \(fact.id)"
    case .violation(let fact, _): "violation \(fact.id)"
    case .shipment(let stage, _, let order, _): "shipment \(stage.name) \(order.number)"
    case .review(let review, _, _): review.key
    case .followUp(let order, _, _, _): "follow-up \(order.number)"
    }
  }

  /// The words, as a message that starts no timer.
  func message(_ matter: Matter) -> IncomingMessage {
    var message = IncomingMessage(
      accountID: account.id, id: key, threads: .init(names: [key]), direction: .in, at: matter.openedAt, from: from,
      subject: subject, text: text)
    message.kind = matter.kind
    message.isAutomatic = true
    message.canChange = true
    message.order = order
    message.buyer = buyer
    message.matter = matter
    return message
  }

  private var order: String? {
    switch self {
    case .feedback(let fact, _): fact.order
    case .claim(let fact, _): fact.order
    case .violation, .review: nil
    case .shipment(_, _, let order, _), .followUp(let order, _, _, _): order.number
    }
  }

  private var buyer: String? {
    switch self {
    case .shipment(_, _, let order, _), .followUp(let order, _, _, _): return order.buyer
    case .feedback, .claim, .violation, .review: return nil
    }
  }

  private var from: String {
    switch self {
    case .feedback: "buyer's feedback"
    case .claim(let fact, _): fact.kind == .chargeback ? "buyer's bank" : "buyer's claim"
    case .violation: "marketplace"
    case .shipment, .followUp, .review: "this desk"
    }
  }

  private var subject: String {
    switch self {
    case .feedback(let fact, _):
      let stars = fact.rating ?? 0
      return "\(stars) \(stars == 1 ? "star" : "stars")" + (fact.order.map { ", order \($0)" } ?? "")
    case .claim(let fact, _):
      let amount = fact.amount.map { " over \($0) \(fact.currency ?? "")".trimmingCharacters(in: .whitespaces) }
      return "\(Self.title(fact.kind))\(amount.map { " \($0)" } ?? "")" + (fact.order.map { ", order \($0)" } ?? "")
    case .violation(let fact, _):
      let kind = (fact.kind ?? .other).rawValue.replacing("-", with: " ")
      let title = fact.kind == .notification ? "performance notification" : "\(kind) violation"
      return [fact.severity?.rawValue, title].compactMap { $0 }.joined(separator: " ")
        + (fact.listing.map { ", \($0)" } ?? "")
    case .review(let review, _, _): return review.title
    case .followUp(let order, _, _, _): return "ask for feedback once, order \(order.number)"
    case .shipment(let stage, _, let order, _):
      switch stage {
      case .unshipped: return "order \(order.number) is not shipped"
      case .unscanned: return "order \(order.number) has no scan"
      case .undelivered: return "order \(order.number) has not arrived"
      }
    }
  }

  private static func title(_ kind: ClaimFact.Kind?) -> String {
    switch kind {
    case .aToZ: "A-to-z claim"
    case .chargeback: "chargeback"
    case .return: "return request"
    case .notReceived: "not-received request"
    case .dispute, nil: "dispute"
    }
  }

  private var text: String {
    switch self {
    case .feedback(let fact, _): return fact.comment ?? ""
    case .claim(let fact, _): return fact.text ?? ""
    case .violation(let fact, _): return fact.text ?? ""
    case .review(let review, _, _):
      return
        "Hold the measures against the figure: plan progress \(review.plan). Then resolve this with what you found."
    case .followUp(let order, _, let until, _):
      return
        "Delivered on \(order.deliveredAt?.rfc3339 ?? "?"), no feedback yet. One neutral request may be sent until \(until.rfc3339)."
    case .shipment(let stage, let risk, let order, _):
      let carrier = [order.carrier, order.tracking].compactMap { $0 }.joined(separator: " ")
      let by = carrier.isEmpty ? "" : " Carrier: \(carrier)."
      switch stage {
      case .unshipped:
        return
          "It must be shipped by \(order.shipBy?.rfc3339 ?? "?"). Ship it, or tell the buyer before the day is over."
      case .unscanned:
        return "It was confirmed as shipped on \(order.shippedAt?.rfc3339 ?? "?"), and no carrier has scanned it.\(by)"
      case .undelivered:
        return
          "It was promised by \(order.deliverBy?.rfc3339 ?? "?"). From \(risk?.dueAt.rfc3339 ?? "?") on the buyer may claim.\(by) Write first."
      }
    }
  }
}
