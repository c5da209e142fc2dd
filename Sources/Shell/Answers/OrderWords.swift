import Foundation
import HealthCore
import ServiceDesk

/// An order as an agent wants to know it while answering.
enum OrderWords {
  static func line(_ record: OrderRecord, at now: Date, zone: TimeZone, _ page: Page) -> Rich {
    let order = record.order
    // Days are the shop's own: an order of the first must not show as one of the day before.
    func dayOf(_ instant: Date) -> String { LocalTime.wall(at: instant, in: zone).day.description }
    func day(_ instant: Date?) -> String? { instant.flatMap { $0 < now ? dayOf($0) : nil } }
    var parts: [String] = []
    if let bought = day(order.purchasedAt) { parts.append("bought \(bought)") }
    if let cancelled = day(order.cancelledAt) {
      parts.append("cancelled \(cancelled)\(order.cancelledBy.map { " by the \($0.rawValue)" } ?? "")")
    } else if let shipped = day(order.shippedAt) {
      let how = [order.carrier, order.tracking].compactMap { $0.map(TextGate.oneLine) }.joined(separator: " ")
      parts.append("shipped \(shipped)\(how.isEmpty ? "" : " by \(how)")")
    } else if let due = order.shipBy {
      parts.append("to be shipped by \(page.moment(due)) UTC")
    }
    var late: Rich?
    if let due = order.deliverBy, order.cancelledAt == nil {
      parts.append("promised \(dayOf(due))")
      if order.deliveredAt.map({ $0 >= now }) ?? true, due < now { late = Rich("not there", .alarm) }
    }
    if let delivered = day(order.deliveredAt) { parts.append("delivered \(delivered)") }
    let lines = page.wrapped(parts.joined(separator: " · "), indent: 9)
    var output: Rich = "\("order", .faint)    \((lines.first ?? "").trimmingCharacters(in: .whitespaces))"
    for line in lines.dropFirst() { output += "\n\(line)" }
    if let late { output += " · " + late }
    return output
  }

  static func document(_ record: OrderRecord) -> Document {
    let order = record.order
    return .object([
      "order": .text(order.number), "purchasedAt": .instant(order.purchasedAt), "shipBy": .instant(order.shipBy),
      "shippedAt": .instant(order.shippedAt), "deliverBy": .instant(order.deliverBy),
      "deliveredAt": .instant(order.deliveredAt), "cancelledAt": .instant(order.cancelledAt),
      "cancelledBy": .optional(order.cancelledBy?.rawValue), "carrier": .optional(order.carrier),
      "tracking": .optional(order.tracking), "trackingValid": .optional(order.hasValidTracking),
      "fulfilledBy": .text((order.fulfilledBy ?? .seller).rawValue), "units": .optional(order.units),
      "total": .optional(order.total), "currency": .optional(order.currency), "flaws": .texts(order.flaws),
    ])
  }
}
